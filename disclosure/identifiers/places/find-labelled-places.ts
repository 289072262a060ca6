import { everyMatch } from '../every-match.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { inAnyCase } from '../patterns/numbers/identity-numbers.ts'
import type { Reading } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { NO_PLACE, PLACE_LABELS } from './place-labels.ts'
import { firstWordFrom } from './read-address.ts'

/** A label at the beginning of a line or a cell, its colon, and what it names up to a comma, a column or the end of the line. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[\n|;] {0,12})(?:${inAnyCase(PLACE_LABELS.join('|'))})[ \t]{0,8}[:|][ \t]{0,8}(?<id>\p{Lu}[^\n|,;:]{1,60}?|'s-\p{Lu}[^\n|,;:]{1,40}?|l['’]\p{Lu}[^\n|,;:]{1,40}?)(?=[ \t]{0,8}(?:[\n|,;]|$)|\s{3}|(?<=\p{L}{4})\. )`,
  'dgu',
)

/** "Geburtsort: Erstfeld UR", "Lieu de l'accident : Grand-Place": in such a line stands a place, whether a list knows it or not. */
export function findLabelledPlaces(reading: Reading): readonly IdentifierSpan[] {
  return everyMatch(reading.text, LABELLED).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    if (NO_PLACE.test(reading.text.slice(start, end)) || isCommonWord(reading, start, end)) return []
    return [{ start, end, type: 'place', by: 'pattern', confidence: 0.75 }]
  })
}

/** "Ort: Treppenhaus" names nothing. */
function isCommonWord(reading: Reading, start: number, end: number): boolean {
  const word = wordAt(reading.words, firstWordFrom(reading, start))
  return word.end >= end && word.ordinary === 2 && word.levels.place === 0
}
