import { countNegations } from '../../text/negation.ts'
import type { Span } from '../../text/spans.ts'
import { isFunctionWord } from '../../text/function-words.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { type Statement, statementOf } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import { departure, type DepartingPlace } from './departure.ts'
import { isSideWord } from './innocent-opposites.ts'

type Side = 'left' | 'right'
/** "The left lower lobe": a side of a thing, by the last word of its name. */
type Sided = Span & { readonly side: Side; readonly thing: string }

/** Before the thing in English, German, Dutch and Polish; behind it in French, Spanish, Italian and Portuguese. */
const BEFORE: Readonly<Record<Side, RegExp>> = {
  left: /^(?:left|linke[nrms]?|links|linker|lew(?:a|y|e|ej|ego|ą))$/u,
  right: /^(?:right|rechte[nrms]?|rechts|rechter|praw(?:a|y|e|ej|ego|ą))$/u,
}
const BEHIND: Readonly<Record<Side, RegExp>> = {
  left: /^(?:gauche|izquierd[oa]|sinistr[oa]|esquerd[oa])$/u,
  right: /^(?:droite?|derech[oa]|destr[oa]|direit[oa])$/u,
}

const WORDS_OF_THING = 3

/**
 * The place that has a thing on the other side: "a tremor in the left hand" of a page with "resting tremor in right hand". None where the side or the thing is
 * denied, where the page has the thing on both sides, or where it says nothing else of what the sentence says.
 */
export function sideElsewhere(claim: Statement, places: readonly Place[]): DepartingPlace | null {
  const [mine, ...others] = sidedIn(claim.text)
  if (!mine || others.length > 0 || isVerb(mine, claim.text) || countNegations(claim.text) > 0 || hasBoth(claim.text))
    return null
  const sided = places.flatMap((place) =>
    sidedIn(place.text).flatMap((one) => (isSameWord(one.thing, mine.thing) ? [{ place, one }] : [])),
  )
  // "The right kidney is small. The left one is small as well.", "Fracture hip (L)".
  const isOnBoth = sided.some(
    ({ one, place }) => hasBoth(partAround(place.text, one)) || namesSide(place.text, mine.side),
  )
  if (isOnBoth) return null
  const found = sided.find(({ place, one }) => {
    const part = partAround(place.text, one)
    return place.kind !== 'two-sentences' && countNegations(part) === 0 && isAboutSame(claim, mine, part)
  })
  if (!found) return null
  const { place, one } = found
  return { place, departure: departure('state', mine, one, { sentence: claim.text, text: place.text }) }
}

const CODES: Readonly<Record<Side, RegExp>> = {
  left: /(?<![\p{L}\p{N}])(?:L|lt|li)(?![\p{L}\p{N}])/u,
  right: /(?<![\p{L}\p{N}])(?:R|rt|re)(?![\p{L}\p{N}])/u,
}

function namesSide(text: string, side: Side): boolean {
  const words = text.toLowerCase().match(WORD) ?? []
  return CODES[side].test(text) || words.some((word) => BEFORE[side].test(word) || BEHIND[side].test(word))
}

/** "The plaintiff left hospital in May." */
function isVerb({ start, end }: Sided, text: string): boolean {
  const [, before = ''] = /(\p{L}+)\s+$/u.exec(text.slice(0, start)) ?? []
  return text.slice(start, end).toLowerCase() === 'left' && before !== '' && !isFunctionWord(before.toLowerCase())
}

const BOTH = /(?<!\p{L})(?:both|bilateral\p{L}*|beidseit\p{L}*|beide[nr]?|les deux|ambos|ambas|entramb[ie])(?!\p{L})/iu
const WORD = /\p{L}+/gu

/** Of two sides that are named nobody can tell by a word which is meant: "higher in the left arm than in the right". */
function hasBoth(text: string): boolean {
  return BOTH.test(text) || (text.toLowerCase().match(WORD) ?? []).filter(isSideWord).length > 1
}

function sidedIn(text: string): readonly Sided[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
  return words.flatMap(({ word, start, end }, at): readonly Sided[] => {
    const side = (['left', 'right'] as const).find((one) => BEFORE[one].test(word) || BEHIND[one].test(word))
    if (!side) return []
    const isBefore = BEFORE[side].test(word)
    const thing = isBefore ? thingBehind(words.slice(at + 1), { text, end }) : words[at - 1]?.word
    return thing === undefined || isFunctionWord(thing) ? [] : [{ side, thing, start, end }]
  })
}

type Word = Span & { readonly word: string }

/** The last of the words that follow each other, up to a small one: "lobe" of "left lower lobe". */
function thingBehind(behind: readonly Word[], { text, end }: { readonly text: string; readonly end: number }) {
  let [last, to]: [string | undefined, number] = [undefined, end]
  for (const { word, start, end: next } of behind.slice(0, WORDS_OF_THING)) {
    if (isFunctionWord(word) || !/^[\s-]+$/u.test(text.slice(to, start))) break
    ;[last, to] = [word, next]
  }
  return last
}

const STOP = /[.;:](?=\s)|\n/gu

/** What is said of the thing, in a line that may hold many. */
function partAround(text: string, { start, end }: Span): string {
  const stops = [...text.matchAll(STOP)].map(({ index }) => index)
  const from = stops.findLast((stop) => stop < start) ?? -1
  return text.slice(
    from + 1,
    stops.find((stop) => stop >= end),
  )
}

/** It has another word of the sentence besides the thing and its side. */
function isAboutSame(claim: Statement, { thing, start, end }: Sided, part: string): boolean {
  const there = statementOf(part).terms
  return claim.terms.some(
    (term) =>
      !(term.start < end && term.end > start) &&
      !isSameWord(term.word, thing) &&
      there.some(({ word }) => isSameWord(word, term.word)),
  )
}
