import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import { isMeasured } from '../patterns/numbers/number-context.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'

const PLACES: ReadonlySet<IdentifierType> = new Set(['address', 'place', 'region', 'postcode'])
/** On the same line or the next, with a comma or without. */
const BESIDE = /^,?(?: |\s{0,2}\n[\s>?|*]{0,8}| {2,4})$/u

/** So much behind a number tells its unit. */
const NEAR = 16

/** A number beside a place is its postal code or a house number: "Heidelberg 69115", "4005 Basel". */
export function findNumbersBeside(
  { text, words }: Reading,
  found: readonly IdentifierSpan[],
): readonly IdentifierSpan[] {
  const places = found.filter(({ type }) => PLACES.has(type))
  const starts = new Set(places.map(({ start }) => start))
  const ends = new Set(places.map(({ end }) => end))
  return words.flatMap((word, at) => {
    if (!/^\d{3,6}$/u.test(word.text) || isMeasured(text.slice(word.end, word.end + NEAR))) return []
    const isBehind = BESIDE.test(word.gap) && ends.has(wordAt(words, at - 1).end)
    const next: Word = wordAt(words, at + 1)
    const isBefore = next.gap === ' ' && starts.has(next.start)
    return isBehind || isBefore
      ? [{ start: word.start, end: word.end, type: 'postcode' as const, by: 'places' as const, confidence: 0.5 }]
      : []
  })
}
