import type { PassageSource } from '../contract/answers/answer.ts'
import { rerankPassages } from '../assistant/answers/evidence/rerank-passages.ts'
import { drawSample } from '../assistant/evaluation/draw-sample.ts'
import { retrievalMetrics } from '../assistant/evaluation/metrics/retrieval-metrics.ts'
import type { LibraryHit } from '../library/matter-library.ts'
import type { Reranker } from '../models/reranker.ts'
import type { Measurement } from './measurement.ts'
import { processorSeconds } from './processor-time.ts'
import { openRetrievalBench, RETRIEVAL_SETS, type RetrievalBench, type RetrievalSet } from './retrieval-sets.ts'
import { type RerankedRow, scoreCrossEncoder } from './score-cross-encoder.ts'

const SEED = 11
/** As many as are found for an answer. */
const PASSAGES = 8
const NEVER = new AbortController().signal

/**
 * The order in which an answer reads its passages, with the reranker and without, on CONSILIUM_BENCH_QUESTIONS (60) questions of each set
 * that has spans.
 */
export async function* measureCrossEncoder(): AsyncGenerator<Measurement> {
  await using bench = await openRetrievalBench()
  if (!bench.reranker) throw new Error('No reranker is installed: consilium models get ms-marco-minilm-l-12-v2-int8')
  const count = Number(process.env.CONSILIUM_BENCH_QUESTIONS ?? 60)
  const all: RerankedRow[] = []
  for (const name of RETRIEVAL_SETS) {
    await using set = await bench.open(name)
    const rows = await rowsOf(set, drawSample(set.questions, count, SEED), bench, bench.reranker)
    all.push(...rows)
    yield { bench: 'cross-encoder', ...scoreCrossEncoder(name, rows) }
  }
  yield { bench: 'cross-encoder', ...scoreCrossEncoder('together', all) }
}

async function rowsOf(
  { name, matter }: RetrievalSet,
  questions: RetrievalSet['questions'],
  { processId }: RetrievalBench,
  reranker: Reranker,
): Promise<readonly RerankedRow[]> {
  const rows: RerankedRow[] = []
  const asked = { pairs: 0, seconds: 0 }
  const metered: Reranker = {
    info: reranker.info,
    async score(question, passages, signal) {
      const pid = await processId()
      const before = await processorSeconds([pid])
      const scores = await reranker.score(question, passages, signal)
      Object.assign(asked, { pairs: passages.length, seconds: (await processorSeconds([pid])) - before })
      return scores
    },
  }
  const paths = new Map(matter.store.documents.list(null).map(({ documentId, document }) => [documentId, document]))
  for (const { question, goldSpans: gold } of questions) {
    const [{ hits }, named] = await Promise.all([
      matter.library.search({ question, limit: PASSAGES }),
      matter.library.namedDocuments(question),
    ])
    const passages = hits.map((hit, at) => sourceOf(hit, at, paths.get(hit.documentId) ?? ''))
    Object.assign(asked, { pairs: 0, seconds: 0 })
    const { passages: ordered } = await rerankPassages({ question, named, passages, reranker: metered }, NEVER)
    const rank = (list: readonly PassageSource[]) => {
      const at = list.findIndex((hit) => retrievalMetrics([{ hits: [hit], gold, ms: 0 }]).hit1 === 1)
      return at < 0 ? null : at + 1
    }
    rows.push({ set: name, before: rank(passages), after: rank(ordered), ...asked })
  }
  return rows
}

function sourceOf({ passage, documentId, score }: LibraryHit, at: number, document: string): PassageSource {
  const { start, end, section, text, page, textVersionId: textVersion } = passage
  const place = { documentId, document, page, start, end, section, text, textVersion, reference: null }
  return { kind: 'passage', source: `S${at + 1}`, ...place, score, byOcr: false, read: null }
}
