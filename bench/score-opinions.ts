import { answerMetrics } from '../assistant/evaluation/metrics/answer-metrics.ts'
import { mean } from '../assistant/statistics/estimates.ts'
import { rounded } from './rounded.ts'
import { wilson } from './wilson.ts'

export const WAYS = ['local', 'without-sources', 'blind', 'informed'] as const
export type Way = (typeof WAYS)[number]

export type OpinionRow = {
  readonly set: string
  readonly id: string
  readonly question: string
  readonly gold: string
  readonly way: Way
  readonly state: string
  readonly answer: string
  /** Pseudonyms in the reply; how many were put back, how many are told as unknown, how many are neither. */
  readonly replaced: number
  readonly restored: number
  readonly unknown: number
  readonly unaccounted: number
  /** Replaced terms that the server received all the same. */
  readonly leaks: number
}

const DRAWS = 2000

/** One line a way: key facts and right answers with 95 % intervals; then the differences, question by question; then the round trip. */
export function scoreOpinions(rows: readonly OpinionRow[]): readonly Readonly<Record<string, unknown>>[] {
  const complete = [...Map.groupBy(rows, ({ id }) => id)].filter(([, own]) =>
    WAYS.every((way) => own.some((row) => row.way === way)),
  )
  const ids = new Set(complete.map(([id]) => id))
  const of = (way: Way) => rows.filter((row) => row.way === way && ids.has(row.id))
  const facts = (way: Way) => of(way).map(keyFacts)
  return [
    ...WAYS.map((way) => {
      const right = of(way).filter((row) => metricsOf(row).right === 1).length
      const known = facts(way).filter((value) => value !== null)
      return {
        bench: 'opinions',
        way,
        questions: ids.size,
        keyFacts: rounded(mean(known)),
        keyFactsInterval: bootstrap(known),
        withKeyFacts: known.length,
        right,
        rightInterval: wilson(right, ids.size),
        asText: of(way).filter(({ state }) => state === 'text').length,
      }
    }),
    ...(
      [
        ['blind', 'local'],
        ['informed', 'blind'],
        ['blind', 'without-sources'],
      ] as const
    ).map(([one, other]) => {
      const pairs = facts(one).flatMap((value, at) => {
        const second = facts(other)[at]
        return value === null || second === null || second === undefined ? [] : [value - second]
      })
      return {
        bench: 'opinions',
        difference: `${one} - ${other}`,
        keyFacts: rounded(mean(pairs)),
        interval: bootstrap(pairs),
        n: pairs.length,
      }
    }),
    roundTrip(rows.filter(({ way }) => way !== 'local')),
  ]
}

function roundTrip(rows: readonly OpinionRow[]) {
  const sum = (name: 'replaced' | 'restored' | 'unknown' | 'unaccounted' | 'leaks') =>
    rows.reduce((total, row) => total + row[name], 0)
  return {
    bench: 'opinions-round-trip',
    texts: rows.length,
    withPseudonyms: rows.filter(({ replaced }) => replaced > 0).length,
    pseudonyms: sum('replaced'),
    restored: sum('restored'),
    told: sum('unknown'),
    neither: sum('unaccounted'),
    termsReceived: sum('leaks'),
  }
}

function metricsOf({ question, gold, answer, state }: OpinionRow) {
  return answerMetrics([{ question, gold, answerable: true, state, answer }])
}

function keyFacts(row: OpinionRow): number | null {
  return metricsOf(row).keyFacts
}

/** Of a mean, by drawing the values again with a fixed seed. */
function bootstrap(values: readonly number[]): readonly [number, number] | null {
  if (values.length === 0) return null
  let state = 1
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return values[Math.floor((state / 2 ** 32) * values.length)] ?? 0
  }
  const means = Array.from({ length: DRAWS }, () => mean(values.map(draw))).toSorted((one, other) => one - other)
  return [rounded(means[Math.floor(DRAWS * 0.025)] ?? 0), rounded(means[Math.floor(DRAWS * 0.975)] ?? 0)]
}
