import type { Optimisation } from '../../../contract/optimisation.ts'

/** The best score so far after each of the settings. */
export function bestCurve(tried: Optimisation['tried']): readonly number[] {
  const best: number[] = []
  for (const { score } of tried) best.push(Math.max(score, best.at(-1) ?? Number.NEGATIVE_INFINITY))
  return best
}
