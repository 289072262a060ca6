/** The best of many things, best first; of equal scores the one that was offered first. */
export interface Best<T> {
  /** Whether one of this score would be among them now. */
  takes(score: number): boolean
  offer(thing: T, score: number): void
  list(): readonly (readonly [thing: T, score: number])[]
}

export function createBest<T>(limit: number): Best<T> {
  const best: (readonly [T, number])[] = []
  const takes = (score: number) => best.length < limit || (limit > 0 && score > best[limit - 1]![1])
  return {
    takes,
    offer(thing, score) {
      if (!takes(score)) return
      let [from, to] = [0, best.length]
      while (from < to) {
        const middle = (from + to) >>> 1
        if (best[middle]![1] >= score) from = middle + 1
        else to = middle
      }
      best.splice(from, 0, [thing, score])
      if (best.length > limit) best.pop()
    },
    list: () => best,
  }
}
