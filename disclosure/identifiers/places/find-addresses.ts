import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { addressEnd } from './address-end.ts'
import { findLabelledPlaces } from './find-labelled-places.ts'
import { findWrittenAddresses } from './find-written-addresses.ts'
import { numberFirst } from './number-first.ts'
import { streetFirst } from './street-first.ts'

/** All of an address, from the flat to the town. */
export function findAddresses(reading: Reading): readonly IdentifierSpan[] {
  const streets = findStreets(reading)
  return [...streets, ...findWrittenAddresses(reading, streets), ...findLabelledPlaces(reading)]
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
      start: wordAt(words, at).start,
      end: wordAt(words, to - 1).end,
      type: 'address',
      by: 'pattern',
      confidence,
    })
    at = to
  }
  return spans
}
