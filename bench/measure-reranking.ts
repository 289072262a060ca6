import { appendFile, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { yesOverNo } from '../assistant/answers/draft/continuation-odds.ts'
import { drawSample } from '../assistant/evaluation/draw-sample.ts'
import { openEvaluationMatter } from '../assistant/evaluation/evaluation-matter.ts'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import { retrievalMetrics } from '../assistant/evaluation/metrics/retrieval-metrics.ts'
import { seededRandom } from '../assistant/statistics/seeded-random.ts'
import type { Turn } from '../models/language-model.ts'
import type { RemoteLanguageModel } from '../models/local/remote-language-model.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { openBenchModel } from './open-bench-model.ts'
import { processorSeconds } from './processor-time.ts'
import { type RankedPassage, type RerankingRow, scoreReranking } from './score-reranking.ts'
import { temporaryFolder } from './temporary-home.ts'

const SEED = 7
const PASSAGES = 8
const NEVER = new AbortController().signal

type Candidate = { readonly text: string; readonly isHit: boolean }
type Found = {
  readonly set: string
  readonly id: string
  readonly question: string
  readonly candidates: readonly Candidate[]
  readonly searchMs: number
}

/**
 * `node bench/measure-reranking.ts LOG COUNT FOLDER…`: COUNT questions of each set are searched for as in the app, and the local model
 * orders the eight best passages anew, by its odds that a passage answers the question and by how likely the question is after it.
 * Every question is a line of LOG, and a later run goes on from there.
 */
async function main([log, count, ...folders]: readonly string[]): Promise<number> {
  if (log === undefined || !Number(count) || folders.length === 0) {
    process.stderr.write('error WRONG_USE: node bench/measure-reranking.ts LOG COUNT FOLDER…\n')
    return 2
  }
  const found: Found[] = []
  for (const folder of folders) found.push(...(await findIn(folder, Number(count))))
  const rows = await rowsOf(log)
  const left = inTurns(found).filter(({ set, id }) => !rows.some((row) => row.set === set && row.id === id))
  if (left.length > 0) {
    await using opened = await openBenchModel(fileURLToPath(new URL('..', import.meta.url)))
    for (const one of left) {
      const row = await measured(one, opened.model)
      rows.push(row)
      await appendFile(log, `${JSON.stringify(row)}\n`)
    }
  }
  for (const line of scoreReranking(rows)) process.stdout.write(`${JSON.stringify(line)}\n`)
  return 0
}

async function findIn(folder: string, count: number): Promise<readonly Found[]> {
  const set = await readEvaluationSet(folder)
  const asked = set.questions.filter(({ answerable, goldSpans }) => answerable && goldSpans.length > 0)
  await using home = await temporaryFolder()
  await using bench = await openBenchAssistant(home.path)
  await using opened = await lastOf(openEvaluationMatter(bench.assistant, set, asked, NEVER))
  const { library, store } = opened.matter
  const names = new Map(store.documents.list(null).map(({ documentId, document }) => [documentId, document]))
  const found: Found[] = []
  for (const { id, question, goldSpans: gold } of drawSample(asked, count, SEED)) {
    const startedMs = performance.now()
    const { hits } = await library.search({ question, limit: PASSAGES })
    const searchMs = Math.round(performance.now() - startedMs)
    const candidates = hits.map(({ documentId, passage: { start, end, indexText } }) => {
      const hit = { document: names.get(documentId) ?? '', start, end }
      return { text: indexText, isHit: retrievalMetrics([{ hits: [hit], gold, ms: 0 }]).hit1 === 1 }
    })
    found.push({ set: basename(folder), id, question, candidates, searchMs })
  }
  return found
}

async function lastOf<R>(work: AsyncGenerator<unknown, R, void>): Promise<R> {
  for (;;) {
    const next = await work.next()
    if (next.done) return next.value
  }
}

/** One of each set after the other, shuffled within it, so that a run cut short is a fair sample too. */
function inTurns(found: readonly Found[]): readonly Found[] {
  const random = seededRandom(SEED)
  const keyed = found.map((one) => ({ one, key: random() })).toSorted((one, other) => one.key - other.key)
  const sets = [...new Set(found.map(({ set }) => set))].map((set) => keyed.filter(({ one }) => one.set === set))
  return found.flatMap((_, at) => sets.flatMap((set) => set[at]?.one ?? []))
}

/** Yes or no first, so that it pays for the computing of the passage, as it would alone. */
async function measured({ set, id, question, candidates, searchMs }: Found, model: RemoteLanguageModel) {
  const { pid } = await model.report()
  const startedMs = performance.now()
  let [yesSeconds, likelihoodSeconds] = [0, 0]
  const judged = new Map<Candidate, RankedPassage>()
  // In the order of their texts: those of one document begin alike, which is then computed once.
  for (const candidate of candidates.toSorted((one, other) => (one.text < other.text ? -1 : 1))) {
    const { text, isHit } = candidate
    const before = await processorSeconds([pid])
    const yes = await yesOverNo(model.score, turnsOf(text, doesAnswer(question)), NEVER)
    const between = await processorSeconds([pid])
    const [likelihood = 0] = await model.score(turnsOf(text, WHICH_QUESTION), [question], NEVER)
    yesSeconds += between - before
    likelihoodSeconds += (await processorSeconds([pid])) - between
    judged.set(candidate, { isHit, yes, likelihood })
  }
  const passages = candidates.flatMap((candidate) => judged.get(candidate) ?? [])
  const wallSeconds = (performance.now() - startedMs) / 1000
  return { set, id, model: model.info.id, passages, searchMs, yesSeconds, likelihoodSeconds, wallSeconds }
}

const WHICH_QUESTION = 'Write a question that this passage answers.'

function doesAnswer(question: string): string {
  return `Question: ${question}\nDoes the passage answer the question? Reply yes or no.`
}

function turnsOf(passage: string, task: string): readonly Turn[] {
  return [
    { role: 'system', text: 'You judge passages of documents.' },
    { role: 'user', text: `Passage:\n${passage}\n\n${task}` },
  ]
}

async function rowsOf(log: string): Promise<RerankingRow[]> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RerankingRow)
}

process.exitCode = await main(process.argv.slice(2))
