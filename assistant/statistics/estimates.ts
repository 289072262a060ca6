import type { Interval, Share } from '../../contract/answers/confidence.ts'
import { seededRandom } from './seeded-random.ts'

/** Of the normal distribution, for 95 %, two-sided. */
const Z = 1.959964

export function shareOf<T>(values: readonly T[], test: (value: T) => boolean): Share {
  return shareFrom(values.filter(test).length, values.length)
}

export function shareFrom(count: number, of: number): Share {
  return { count, of, interval: of === 0 ? null : wilsonInterval(count, of) }
}

/** Wilson's interval of 95 % for `count` of `of`; unlike the plain one it is right for few and for extreme shares. */
export function wilsonInterval(count: number, of: number): Interval {
  const share = count / of
  const middle = share + Z ** 2 / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  const scale = 1 + Z ** 2 / of
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}

/** 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

const ROUNDS = 1000

/**
 * The interval of 95 % of a measure, by drawing as many items again with replacement. `measure` gives null for a draw
 * that it cannot measure (all right, or all wrong); such draws are left out. Throws for no items.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  measure: (drawn: readonly T[]) => number | null,
  seed = 0,
): Interval {
  if (items.length === 0) throw new RangeError('There is nothing to draw from.')
  const random = seededRandom(seed)
  const values = Array.from({ length: ROUNDS }, () =>
    measure(items.map(() => items[Math.floor(random() * items.length)] as T)),
  )
    .filter((value) => value !== null)
    .toSorted((one, other) => one - other)
  const at = (part: number) => values[Math.round(part * (values.length - 1))] ?? 0
  return [at(0.025), at(0.975)]
}
