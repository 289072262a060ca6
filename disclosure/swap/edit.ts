/** Other words in the place of some, which are of sex or of origin. */
export type Edit = {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly kind: 'sex' | 'origin'
}

/** As the first one is written: all small, a capital first, all capitals. Null for any other way, which is nobody's word. */
export function likeCase(word: string, other: string): string | null {
  if (word === word.toLowerCase()) return other.toLowerCase()
  if (word.length > 1 && word === word.toUpperCase()) return other.toUpperCase()
  const [first = '', rest = ''] = [word.slice(0, 1), word.slice(1)]
  if (first !== first.toUpperCase() || rest !== rest.toLowerCase()) return null
  return other.slice(0, 1).toUpperCase() + other.slice(1).toLowerCase()
}

/** As they stand in the text, none over another; of two that overlap, the one that begins first. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of edits.toSorted((one, other) => one.start - other.start || other.end - one.end))
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit)
  return kept
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const { start, end, written } of edits) {
    out += text.slice(at, start) + written
    at = end
  }
  return out + text.slice(at)
}
