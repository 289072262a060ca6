import { seededRandom } from '../statistics/seeded-random.ts'

/** `count` of the items, drawn by `seed`, in their old order; the same every time. */
export function drawSample<T>(items: readonly T[], count: number | null, seed: number): readonly T[] {
  if (count === null || count >= items.length) return items
  const random = seededRandom(seed)
  const keyed = items.map((item, index) => ({ item, index, key: random() }))
  return keyed
    .toSorted((one, other) => one.key - other.key)
    .slice(0, count)
    .toSorted((one, other) => one.index - other.index)
    .map(({ item }) => item)
}
