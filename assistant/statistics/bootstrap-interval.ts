import type { Interval } from '../../contract/confidence.ts'
import { seededRandom } from './seeded-random.ts'

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
