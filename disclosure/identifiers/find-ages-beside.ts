import type { IdentifierSpan } from './identifier.ts'
import type { Reading } from './tokens/read-words.ts'
import { wordAt } from './tokens/word-at.ts'

/** A number behind somebody's name, between commas or in brackets, is how old that person is: "Mrs A. Okafor, 78, fell". */
export function findAgesBeside({ words }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const ends = new Set(found.flatMap(({ type, end }) => (type === 'person' ? [end] : [])))
  return words.flatMap(({ text, gap, start, end }, at) => {
    if (!/^(?:\d{1,2}|1[01]\d)$/u.test(text) || !ends.has(wordAt(words, at - 1).end)) return []
    const next = wordAt(words, at + 1)
    // "22.00" is a time, "78,5" a weight.
    const after = /^[.,]$/u.test(next.gap) && next.shape === 'digits' ? '' : next.gap
    const isAge = (/^, ?$/u.test(gap) && /^[,.;\n]/u.test(after)) || (gap === ' (' && after.startsWith(')'))
    return isAge ? [{ start, end, type: 'age' as const, by: 'pattern' as const, confidence: 0.5 }] : []
  })
}
