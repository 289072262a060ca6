import { contentWords, wordStem } from '../../text/words.ts'
import type { CheckedSource } from '../find-support.ts'
import { type Place, placesIn } from '../places.ts'

/** A place of a source with the stems of its words, as it is looked for. */
export type StemmedPlace = { readonly source: string; readonly place: Place; readonly stems: ReadonlySet<string> }

/** All places of a source; they depend on the source alone, so that a caller may keep them. */
export function stemmedPlaces({ source, text, context, above, before }: CheckedSource): readonly StemmedPlace[] {
  return placesIn(text, { above, before }).map((place) => {
    const whole = { ...place, head: [context, place.head].filter(Boolean).join('\n') }
    return { source, place: whole, stems: new Set(contentWords(place.text).map(wordStem)) }
  })
}

/** So many places are read closely: what a sentence was taken from is among the first few. */
const PLACES_AT_MOST = 14

/** Longer places share words by being long. */
const USUAL_WORDS = 12

/** The places that share most of a sentence's rarer words, best first. */
export function rankPlaces(sentence: string, places: readonly StemmedPlace[]): readonly StemmedPlace[] {
  const wanted = [...new Set(contentWords(sentence).map(wordStem))]
  const weights = wanted.map((word) => 1 / (1 + Math.log1p(places.filter(({ stems }) => stems.has(word)).length)))
  const score = ({ stems }: StemmedPlace) =>
    wanted.reduce((sum, word, at) => sum + (stems.has(word) ? (weights[at] ?? 0) : 0), 0) /
    Math.sqrt(1 + Math.max(0, stems.size - wanted.length) / USUAL_WORDS)
  return places
    .map((one) => ({ one, score: score(one) }))
    .filter((scored) => scored.score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, PLACES_AT_MOST)
    .map(({ one }) => one)
}
