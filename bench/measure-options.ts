import { appendFile, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { PromptSource } from '../assistant/answers/draft/build-turns.ts'
import { type Ballot, ballotsOf } from '../assistant/answers/strategies/answer-by-options.ts'
import { drawSample } from '../assistant/evaluation/draw-sample.ts'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'
import type { LanguageModel } from '../models/language-model.ts'
import { openBenchModel } from './open-bench-model.ts'
import { type OptionRow, scoreOptions } from './score-options.ts'

const OPTIONS = ['yes', 'no', 'maybe']
const SEED = 7
const NEVER = new AbortController().signal

/**
 * `node bench/measure-options.ts FOLDER LOG [COUNT]`: COUNT (60) questions of PubMedQA in FOLDER with their abstracts, answered by the
 * probabilities of the options and, beside it, by writing yes, no or maybe. Every question is a line of LOG, and a later run goes on
 * from there. Ends with a line a way.
 */
async function main([folder, log, count = '60']: readonly string[]): Promise<number> {
  if (folder === undefined || log === undefined) {
    process.stderr.write('error WRONG_USE: node bench/measure-options.ts FOLDER LOG [COUNT]\n')
    return 2
  }
  const { questions } = await readEvaluationSet(folder)
  const drawn = drawSample(questions, Number(count), SEED)
  const rows = await rowsOf(log)
  const left = drawn.filter(({ id }) => !rows.some((row) => row.id === id))
  if (left.length > 0) {
    await using opened = await openBenchModel(fileURLToPath(new URL('..', import.meta.url)))
    for (const question of left) {
      const row = await measured(question, opened.model)
      rows.push(row)
      await appendFile(log, `${JSON.stringify(row)}\n`)
    }
  }
  for (const line of scoreOptions(OPTIONS, rows)) process.stdout.write(`${JSON.stringify(line)}\n`)
  return 0
}

/** Writing first, so that it pays for the computing of the abstract, as it would alone. */
async function measured({ id, question, answer, context }: SetQuestion, model: LanguageModel): Promise<OptionRow> {
  const text = context.map((one) => one.text).join('\n')
  const sources = [{ source: 'S1', where: 'abstract', text }]
  const writing = await timed(() => written(question, sources, model))
  const scoring = await timed(() => ballotsOf(question, OPTIONS, sources, model, NEVER))
  return {
    id,
    model: model.info.id,
    gold: answer ?? '',
    written: writing.value,
    writtenMs: writing.ms,
    ballots: scoring.value satisfies readonly Ballot[],
    ballotsMs: scoring.ms,
  }
}

async function written(question: string, sources: readonly PromptSource[], model: LanguageModel): Promise<string> {
  const passages = sources.map(({ source, where, text }) => `[${source}] ${where}\n${text}`)
  const turns = [
    { role: 'system', text: 'You answer questions about documents. Use only the sources.' },
    { role: 'user', text: [...passages, `Question: ${question}\nReply yes, no or maybe.`].join('\n\n') },
  ] as const
  const grammar = `root ::= ${OPTIONS.map((option) => JSON.stringify(option)).join(' | ')}`
  let text = ''
  for await (const item of model.generate({ turns, maxTokens: 4, grammar }, NEVER)) text += item.text
  return text.trim()
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const startedMs = performance.now()
  const value = await work()
  return { value, ms: Math.round(performance.now() - startedMs) }
}

async function rowsOf(log: string): Promise<OptionRow[]> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OptionRow)
}

process.exitCode = await main(process.argv.slice(2))
