import { seededRandom } from '../statistics/seeded-random.ts'
import { expectedImprovement } from './expected-improvement.ts'
import { fitGaussianProcess, type Observed } from './gaussian-process.ts'

/** So many are drawn before there is anything to learn from, the first of the space among them. */
export const RANDOM_STARTS = 6

export type Search<T> = {
  readonly space: readonly T[]
  readonly distance: (one: T, other: T) => number
  readonly seed: number
}

/**
 * Which of the space is to be measured next, from what was measured so far, in that order: the first, some at random, then each
 * time the one that is expected to improve most on the best. Null when all are measured. The same for the same seed and
 * values, so that a search that was interrupted goes the same way again.
 */
export function nextSetting<T>({ space, distance, seed }: Search<T>, observed: readonly Observed<T>[]): T | null {
  const known = new Set(observed.map(({ at }) => at))
  const open = space.filter((one) => !known.has(one))
  if (open.length === 0) return null
  if (observed.length < RANDOM_STARTS) return randomOrder(space, seed).find((one) => !known.has(one)) ?? null
  const expect = fitGaussianProcess(observed, distance)
  const best = Math.max(...observed.map(({ at }) => expect(at).mean))
  const gains = open.map((one) => expectedImprovement(expect(one), best))
  return open[gains.indexOf(Math.max(...gains))] ?? null
}

/** The first of the space, then the others in an order drawn by `seed`. */
export function randomOrder<T>([first, ...others]: readonly T[], seed: number): readonly T[] {
  if (first === undefined) return []
  const random = seededRandom(seed)
  const drawn = others
    .map((one) => ({ one, key: random() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ one }) => one)
  return [first, ...drawn]
}
