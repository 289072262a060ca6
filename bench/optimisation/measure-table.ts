import { appendFile, readFile } from 'node:fs/promises'
import { answerByWay } from '../../assistant/evaluation/answer-by-way.ts'
import { drawSample } from '../../assistant/evaluation/draw-sample.ts'
import { openEvaluationMatter } from '../../assistant/evaluation/evaluation-matter.ts'
import { readEvaluationSet } from '../../assistant/evaluation/evaluation-set.ts'
import { textsOf } from '../../assistant/evaluation/run-questions.ts'
import { rowOf } from '../../assistant/evaluation/run-row.ts'
import { answerScore } from '../../assistant/optimisation/answer-score.ts'
import { settingSpace } from '../../assistant/optimisation/setting-space.ts'
import type { AnswerSettings } from '../../contract/optimisation.ts'
import { rememberGenerated } from '../../assistant/optimisation/remember-generated.ts'
import { openBenchAssistant } from '../open-bench-assistant.ts'
import { temporaryFolder } from '../temporary-home.ts'

type Line = {
  readonly settings: AnswerSettings
  readonly question: string
  readonly type: string
  readonly score: number
  readonly outcome: string
}

const SEED = 7
const NEVER = new AbortController().signal
const NO_LOG = { find: () => null, async add() {} }

/**
 * `node bench/optimisation/measure-table.ts FOLDER LOG [SETTINGS] [QUESTIONS] [MINUTES]`: the first SETTINGS (24) of the space on
 * QUESTIONS (8) of the set in FOLDER with the model of CONSILIUM_BENCH_MODEL. Each score is a line of LOG, and a later run goes
 * on from there.
 */
async function main([
  folder,
  log,
  settings = '24',
  questions = '8',
  minutes = '15',
]: readonly string[]): Promise<number> {
  if (folder === undefined || log === undefined) {
    process.stderr.write(
      'error WRONG_USE: node bench/optimisation/measure-table.ts FOLDER LOG [SETTINGS] [QUESTIONS] [MINUTES]\n',
    )
    return 2
  }
  const untilMs = performance.now() + 60_000 * Number(minutes)
  const set = await readEvaluationSet(folder)
  const drawn = drawSample(set.questions, Number(questions), SEED)
  const space = settingSpace({ hasCards: false }).slice(0, Number(settings))
  const known = new Set((await linesOf(log)).map((one) => keyOf(one.settings, one.question)))
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(home.path)
  const { assistant } = opened
  const wanted = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  const plain = await assistant.shelf.language(wanted)
  if (!plain) throw new Error(`${wanted} is not installed.`)
  const model = rememberGenerated(plain)
  const opening = openEvaluationMatter(assistant, set, drawn, NEVER)
  let next = await opening.next()
  while (!next.done) next = await opening.next()
  await using read = next.value
  const { matter } = read
  const options = { textOf: textsOf(matter), wasSeen: () => false }
  const common = { matter, model, assistant, log: NO_LOG, set: folder, seed: 0, rules: null, cards: 'off' } as const
  for (const one of space)
    for (const question of drawn) {
      if (known.has(keyOf(one, question.id)) || performance.now() > untilMs) continue
      const startedMs = performance.now()
      const answer = await answerByWay('ours', question, { ...common, settings: one }, NEVER)
      const row = rowOf(question, answer, options)
      const ms = Math.round(performance.now() - startedMs)
      const { id, type } = question
      const line = { settings: one, question: id, type, score: answerScore(row), outcome: row.outcome, ms }
      await appendFile(log, `${JSON.stringify(line)}\n`)
    }
  return 0
}

async function linesOf(log: string): Promise<readonly Line[]> {
  const text = await readFile(log, 'utf8').catch(() => '')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

function keyOf(settings: AnswerSettings, question: string): string {
  return JSON.stringify([settings, question])
}

process.exitCode = await main(process.argv.slice(2))
