/** Longer words are compared by nobody's eye, and comparing them takes time. */
const LONGEST = 60

/** `Did you mean "has"?` for the nearest of the words, or the way out if none is near. */
export function didYouMean(word: string, words: Iterable<string>, otherwise: string): string {
  const nearest = nearestOf(word, words)
  return nearest === null ? otherwise : `Did you mean "${nearest}"?`
}

function nearestOf(word: string, words: Iterable<string>): string | null {
  if (word.length > LONGEST) return null
  const lower = word.toLowerCase()
  let nearest: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const other of words) {
    if (other.length > LONGEST || Math.abs(other.length - word.length) >= least) continue
    const distance = editDistance(lower, other.toLowerCase())
    if (distance < least) [nearest, least] = [other, distance]
  }
  return nearest
}

/** Letters to insert, drop, replace or swap with their neighbour. */
function editDistance(left: string, right: string): number {
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    before = above
    above = current
  }
  return above[right.length] ?? 0
}
