export type WordCounts = { readonly expected: number; readonly found: number; readonly same: number }

/** How many words two texts share, whatever their order; in small letters and without punctuation. */
export function compareWords(expected: string, found: string): WordCounts {
  const left = new Map<string, number>()
  const words = wordsIn(expected)
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  const seen = wordsIn(found)
  let same = 0
  for (const word of seen) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    same += 1
    left.set(word, count - 1)
  }
  return { expected: words.length, found: seen.length, same }
}

function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
