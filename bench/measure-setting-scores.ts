import { appendFile, readFile } from 'node:fs/promises'
import { answerVariant } from '../assistant/evaluation/answer-variants.ts'
import { drawSample } from '../assistant/evaluation/draw-sample.ts'
import { openEvaluationMatter } from '../assistant/evaluation/evaluation-matter.ts'
import { type EvaluationSet, readEvaluationSet } from '../assistant/questions/question-set.ts'
import { rowOf, textsOf } from '../assistant/evaluation/run-questions.ts'
import { answerScore } from '../assistant/optimisation/carry-out-optimisation.ts'
import { rememberGenerated } from '../assistant/optimisation/remember-generated.ts'
import { settingSpace } from '../assistant/optimisation/setting-space.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'
import type { AnswerSettings } from '../contract/evaluation/optimisation.ts'
import type { GenerateRequest, LanguageModel } from '../models/language-model.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'

type Line = { readonly settings: AnswerSettings; readonly question: string }

const DRAWN = 8
const SEED = 7
const NEVER = new AbortController().signal

/**
 * `node bench/measure-setting-scores.ts FOLDER LOG [SETTINGS] [QUESTIONS] [MINUTES]`: the first SETTINGS (24) of the space on
 * QUESTIONS (4) of the set in FOLDER that have an answer, with the model of CONSILIUM_BENCH_MODEL (the 0.5B, which refuses nothing,
 * so that questions without an answer would tell nothing). Each score is a line of LOG, and a later run goes on from there.
 */
async function main([folder, log, settings = '24', count = '4', minutes = '15']: readonly string[]): Promise<number> {
  if (folder === undefined || log === undefined) {
    process.stderr.write(`error WRONG_USE: measure-setting-scores.ts FOLDER LOG [SETTINGS] [QUESTIONS] [MINUTES]\n`)
    return 2
  }
  const set = await readEvaluationSet(folder)
  const questions = drawSample(set.questions, DRAWN, SEED)
    .filter(({ answerable }) => answerable)
    .slice(0, Number(count))
  const space = settingSpace({ hasCards: false }).slice(0, Number(settings))
  const known = new Set((await linesOf(log)).map(keyOf))
  const left = space
    .flatMap((one) => questions.map((question) => ({ settings: one, question })))
    .filter(({ settings: one, question }) => !known.has(keyOf({ settings: one, question: question.id })))
  await measure(folder, { ...set, questions }, left, log, performance.now() + 60_000 * Number(minutes))
  return 0
}

type Pair = { readonly settings: AnswerSettings; readonly question: SetQuestion }

async function measure(folder: string, set: EvaluationSet, left: readonly Pair[], log: string, untilMs: number) {
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(home.path)
  const { assistant } = opened
  const wanted = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  const installed = await assistant.shelf.language(wanted)
  if (!installed) throw new Error(`${wanted} is not installed.`)
  const model = withoutMargin(rememberGenerated(installed))
  const opening = openEvaluationMatter(assistant, set, set.questions, NEVER)
  let next = await opening.next()
  while (!next.done) next = await opening.next()
  await using read = next.value
  const { matter } = read
  const options = { textOf: textsOf(matter), wasSeen: () => false }
  const common = { matter, references: null, model, assistant, log: null, set: folder, seed: 0, ...PLAIN } as const
  for (const { settings, question } of left) {
    if (performance.now() > untilMs) return
    const startedMs = performance.now()
    const answer = await answerVariant('ours', question, { ...common, settings }, NEVER)
    const { outcome, ...row } = rowOf(question, answer, options)
    const ms = Math.round(performance.now() - startedMs)
    const line = { settings, question: question.id, score: answerScore({ outcome, ...row }), outcome, ms }
    await appendFile(log, `${JSON.stringify(line)}\n`)
  }
}

const PLAIN = { rules: null, cards: 'off', strategy: 'direct', strategies: {} } as const

/** How sure the model is costs a sixth of the time, and no score depends on it. */
function withoutMargin<M extends LanguageModel>(model: M): M {
  async function* generate(request: GenerateRequest, signal?: AbortSignal): ReturnType<LanguageModel['generate']> {
    const nothing = { promptTokens: 0, reusedTokens: 0, generatedTokens: 0, stop: 'end' } as const
    return request.probabilities ? nothing : yield* model.generate(request, signal)
  }
  return { ...model, generate }
}

async function linesOf(log: string): Promise<readonly Line[]> {
  const text = await readFile(log, 'utf8').catch(() => '')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

function keyOf({ settings, question }: Line): string {
  return JSON.stringify([settings, question])
}

process.exitCode = await main(process.argv.slice(2))
