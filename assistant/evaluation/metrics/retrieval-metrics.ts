import type { GoldSpan } from '../../../contract/evaluation/evaluation.ts'
import { mean } from '../../statistics/estimates.ts'

export type Hit = { readonly document: string; readonly start: number; readonly end: number }

export type RetrievalMetrics = {
  readonly questions: number
  readonly hit1: number
  readonly hit5: number
  readonly hit10: number
  readonly mrr: number
  readonly document1: number
  readonly meanLength: number
  readonly p50Ms: number
  readonly p95Ms: number
}

export type Retrieved = { readonly hits: readonly Hit[]; readonly gold: readonly GoldSpan[]; readonly ms: number }

/** Only so much of a result counts, else whole documents as passages would pass every bar (`docs/measuring.md`). */
const COUNTED_CHARACTERS = 1200
const COVERED_SHARE = 0.5

/** Shares over questions with gold spans. A result is a hit when its first 1,200 characters cover half of a gold span. */
export function retrievalMetrics(retrieved: readonly Retrieved[]): RetrievalMetrics {
  const ranks = retrieved.map(
    ({ hits, gold }) => 1 + hits.findIndex((hit) => gold.some((span) => coversGold(hit, span))),
  )
  const within = (limit: number) => share(ranks, (rank) => rank > 0 && rank <= limit)
  const times = retrieved.map(({ ms }) => ms).toSorted((one, other) => one - other)
  const lengths = retrieved.flatMap(({ hits }) => hits.slice(0, 10).map(({ start, end }) => end - start))
  return {
    questions: retrieved.length,
    hit1: within(1),
    hit5: within(5),
    hit10: within(10),
    mrr: mean(ranks.map((rank) => (rank > 0 && rank <= 10 ? 1 / rank : 0))),
    document1: share(retrieved, ({ hits, gold }) => gold.some(({ doc }) => doc === hits[0]?.document)),
    meanLength: Math.round(mean(lengths)),
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  }
}

/** Whether what counts of a result holds half of a gold span. */
export function coversGold(hit: Hit, span: GoldSpan): boolean {
  if (hit.document !== span.doc) return false
  const end = Math.min(hit.end, hit.start + COUNTED_CHARACTERS)
  return Math.min(end, span.end) - Math.max(hit.start, span.start) >= COVERED_SHARE * (span.end - span.start)
}

export function share<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length
}

/** Of sorted values. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}
