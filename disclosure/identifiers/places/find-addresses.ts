import type { IdentifierSpan } from '../identifier.ts'
import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { addressEnd } from './address-end.ts'
import { findLabelledPlaces } from './find-labelled-places.ts'
import { findWrittenAddresses } from './find-written-addresses.ts'
import { numberFirst } from './number-first.ts'
import { streetFirst } from './street-first.ts'
import { JOINED_STREET, STREET_ADJECTIVES } from './street-words.ts'

/** All of an address, from the flat to the town. */
export function findAddresses(reading: Reading): readonly IdentifierSpan[] {
  const streets = findStreets(reading)
  const written = [...streets, ...findWrittenAddresses(reading, streets)].filter(
    ({ start, end }) => !POLISH_YEAR.test(reading.text.slice(start, end)),
  )
  return [...written, ...findLabelledPlaces(reading)]
}

/** "2026 r. Umowa nr 7": of the year 2026, no rua. */
const POLISH_YEAR = /^(?:\d{1,2} \p{L}{2,14} )?(?:19|20)\d{2} r\. /u

/** "Lange" before "Voorstraat 9". */
function firstOf(words: readonly Word[], at: number): number {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const belongs = JOINED_STREET.test(word.text) && isCapital(before) && has(STREET_ADJECTIVES, before)
  return belongs && /^\.? $/u.test(word.gap) ? at - 1 : at
}

/** Streets with and without a number, and what follows them: rooms, cities, states, postal codes. */
function findStreets(reading: Reading): readonly IdentifierSpan[] {
  const { words } = reading
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; ) {
    const street = numberFirst(reading, at) ?? streetFirst(reading, at)
    if (!street) {
      at += 1
      continue
    }
    const to = street.hasNumber ? addressEnd(reading, street.to) : street.to
    const confidence = street.hasNumber ? 0.9 : 0.75
    spans.push({
      start: wordAt(words, firstOf(words, at)).start,
      end: wordAt(words, to - 1).end,
      type: 'address',
      by: 'pattern',
      confidence,
    })
    at = to
  }
  return spans
}
