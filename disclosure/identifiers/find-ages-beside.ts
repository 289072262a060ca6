import type { IdentifierSpan } from './identifier.ts'
import type { Reading } from './tokens/read-words.ts'
import { wordAt } from './tokens/word-at.ts'

/** "born 14 March 1951 (74 years)" */
const IN_BRACKETS =
  /\((?:aged? )?(?<age>\d{1,2}|1[01]\d)(?: ?(?:years?|yrs?|y|months?|Jahren?|Monate?n?|ans|mois|años|meses|anni|mesi|anos|jaar|maanden|lat|miesięcy))\)/dgu

/**
 * A number behind somebody's name, between commas or in brackets, is how old that person is: "Mrs A. Okafor, 78, fell". So is one with
 * its years in brackets behind a date.
 */
export function findAgesBeside(reading: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  return [...behindNames(reading, found), ...behindDates(reading, found)]
}

function behindDates({ text }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const ends = new Set(found.flatMap(({ type, end }) => (type === 'date' || type === 'person' ? [end] : [])))
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ index, indices }) => {
    const [start, end] = indices?.groups?.age ?? [0, 0]
    const isBehind = ends.has(index) || ends.has(index - 1)
    return isBehind ? [{ start, end, type: 'age' as const, by: 'pattern' as const, confidence: 0.5 }] : []
  })
}

function behindNames({ words }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
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
