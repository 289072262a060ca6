import { bootstrapInterval } from '../assistant/statistics/estimates.ts'
import { mcnemar } from '../assistant/statistics/paired-statistics.ts'
import { median } from './quantiles.ts'
import { rounded } from './rounded.ts'
import { wilson } from './wilson.ts'

/** A passage in the order of search, and what a model makes of it: natural-log odds of yes, log-probability of the question. */
export type RankedPassage = { readonly isHit: boolean; readonly yes: number; readonly likelihood: number }

export type RerankingRow = {
  readonly set: string
  readonly id: string
  readonly model: string
  readonly passages: readonly RankedPassage[]
  readonly searchMs: number
  /** Of one core, for all passages: as long as it takes on an idle computer with one thread. */
  readonly yesSeconds: number
  /** On top of that, the passages being in the model's context already. */
  readonly likelihoodSeconds: number
  readonly wallSeconds: number
}

/** Of reciprocal rank fusion, as everywhere. */
const K = 60

type Scores = (passages: readonly RankedPassage[]) => readonly number[]
const bySearch: Scores = (passages) => passages.map((_, at) => -at)
const byYes: Scores = (passages) => passages.map(({ yes }) => yes)
const byLikelihood: Scores = (passages) => passages.map(({ likelihood }) => likelihood)

const WAYS: Readonly<Record<string, Scores>> = {
  'odds of yes': byYes,
  'odds of yes, fused with search': fused(byYes),
  'probability of the question': byLikelihood,
  'probability of the question, fused with search': fused(byLikelihood),
}

/** A line a set and way: how often the first passage is a hit as search ranks and as the model does, and what is between them. */
export function scoreReranking(rows: readonly RerankingRow[]): readonly object[] {
  const sets = [...new Set(rows.map(({ set }) => set))]
  return [
    ...sets.flatMap((set) =>
      linesOf(
        set,
        rows.filter((row) => row.set === set),
      ),
    ),
    ...(sets.length > 1 ? linesOf('all', rows) : []),
  ]
}

function linesOf(set: string, rows: readonly RerankingRow[]): readonly object[] {
  const hits = (scores: Scores) => rows.map(({ passages }) => isFirstHit(passages, scores))
  const before = hits(bySearch)
  const seconds = (of: (row: RerankingRow) => number) => rounded(median(rows.map(of)))
  const head = {
    set,
    model: rows[0]?.model,
    way: 'search',
    ...hit1(before),
    /** More is not to be had by ordering these passages anew. */
    anyOfThem: rows.filter(({ passages }) => passages.some(({ isHit }) => isHit)).length,
    medianSeconds: {
      search: seconds((row) => row.searchMs / 1000),
      yes: seconds((row) => row.yesSeconds),
      likelihood: seconds((row) => row.likelihoodSeconds),
      wall: seconds((row) => row.wallSeconds),
    },
  }
  return [head, ...Object.entries(WAYS).map(([way, scores]) => ({ set, way, ...compared(before, hits(scores)) }))]
}

function compared(before: readonly boolean[], after: readonly boolean[]) {
  const pairs = before.map((was, at) => ({ was, is: after[at] === true }))
  const gain = (drawn: readonly (typeof pairs)[number][]) =>
    drawn.reduce((sum, { was, is }) => sum + Number(is) - Number(was), 0) / drawn.length
  const better = pairs.filter(({ was, is }) => is && !was).length
  const worse = pairs.filter(({ was, is }) => was && !is).length
  return {
    ...hit1(after),
    gain: rounded(gain(pairs)),
    gainInterval: bootstrapInterval(pairs, gain).map(rounded),
    better,
    worse,
    byChance: rounded(mcnemar(better, worse)),
  }
}

function hit1(hits: readonly boolean[]) {
  const right = hits.filter(Boolean).length
  return { hit1: right, of: hits.length, interval: wilson(right, hits.length) }
}

function isFirstHit(passages: readonly RankedPassage[], scores: Scores): boolean {
  const [first] = order(scores(passages))
  return first !== undefined && passages[first.passage]?.isHit === true
}

function fused(scores: Scores): Scores {
  return (passages) => {
    const byModel = order(scores(passages))
    return passages.map((_, at) => 1 / (K + 1 + at) + 1 / (K + 1 + byModel.findIndex(({ passage }) => passage === at)))
  }
}

/** The best first; of equal ones, the one that search found first. */
function order(scores: readonly number[]) {
  return scores.map((score, passage) => ({ score, passage })).toSorted((one, other) => other.score - one.score)
}
