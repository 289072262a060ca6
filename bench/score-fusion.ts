import type { RetrievalMetrics } from '../assistant/evaluation/metrics/retrieval-metrics.ts'
import { mean } from '../assistant/statistics/estimates.ts'
import { FUSION_WEIGHTS, type FusionWeights } from '../library/search/score-passages.ts'

const FACTORS = [1, 1 / 2, 2, 1 / 4, 4]

/** A quarter to four times as much as is used, of meaning and of what a question names. */
export const FUSION_GRID: readonly FusionWeights[] = FACTORS.flatMap((ofMeaning) =>
  FACTORS.map((ofNames) => ({
    meaning: ofMeaning * FUSION_WEIGHTS.meaning,
    introduced: ofNames * FUSION_WEIGHTS.introduced,
    mentioned: ofNames * FUSION_WEIGHTS.mentioned,
    near: ofNames * FUSION_WEIGHTS.near,
  })),
)

/** The metrics of one set with each of the weights. */
export type MeasuredSet = { readonly name: string; readonly byWeights: readonly RetrievalMetrics[] }

/**
 * For each set the place of those weights with which the other sets come out best, by the mean of hit@1 and hit@10. Of weights that are as
 * good, the first: what is used stands there.
 */
export function chosenWithout(sets: readonly MeasuredSet[]): ReadonlyMap<string, number> {
  return new Map(
    sets.map(({ name }) => {
      const others = sets.filter((one) => one.name !== name)
      const count = Math.min(...sets.map(({ byWeights }) => byWeights.length))
      const values = Array.from({ length: count }, (_, at) => mean(others.map(({ byWeights }) => value(byWeights[at]))))
      return [name, values.indexOf(Math.max(...values))]
    }),
  )
}

function value(metrics: RetrievalMetrics | undefined): number {
  return metrics ? (metrics.hit1 + metrics.hit10) / 2 : 0
}
