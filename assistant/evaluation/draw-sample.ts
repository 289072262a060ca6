/** `count` of the items, drawn by `seed`, in their old order; the same every time. */
export function drawSample<T>(items: readonly T[], count: number | null, seed: number): readonly T[] {
  if (count === null || count >= items.length) return items
  const random = createRandom(seed)
  const keyed = items.map((item, index) => ({ item, index, key: random() }))
  return keyed
    .toSorted((one, other) => one.key - other.key)
    .slice(0, count)
    .toSorted((one, other) => one.index - other.index)
    .map(({ item }) => item)
}

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
