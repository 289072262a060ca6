export type Unmatched<T> = { readonly left: readonly T[]; readonly right: readonly T[]; readonly same: number }

/** What of two lists has nothing in the other that is the same, and how many of the first have. */
export function unmatched<T>(as: readonly T[], bs: readonly T[], isSame: (a: T, b: T) => boolean): Unmatched<T> {
  const left = as.filter((a) => !bs.some((b) => isSame(a, b)))
  return { left, right: bs.filter((b) => !as.some((a) => isSame(a, b))), same: as.length - left.length }
}
