import { isFunctionWord } from '../../text/function-words.ts'
import { type Language, languageOf } from '../../text/languages.ts'
import { modalityOf } from '../../text/modal-words.ts'
import { countNegations, isNegation } from '../../text/negation.ts'
import { isOrdinalWord } from '../../text/number-words.ts'
import { isOpposite } from '../../text/opposites.ts'
import type { Span } from '../../text/spans.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { alignedWords } from '../aligned-words.ts'
import { isSameKind, isSameValue, occurrences, type Statement, type Value } from '../claim-statement.ts'
import type { ReadPlace } from '../confirm.ts'
import { isConditional } from '../qualified-alike.ts'
import { departure, type Departure } from './departure.ts'
import { areInnocent, comparesOtherwise, isSideWord } from './innocent-opposites.ts'

type Said = Pick<ReadPlace, 'said' | 'text'>

/**
 * What a sentence in other words has otherwise where the place has the same words directly beside it: a number, a day, an ordinal, an opposite, a denial, a duty for a
 * permission. "He took $13,000 from the disaster relief budget" of "a sum of $30,000 from the disaster relief budget".
 */
export function besideSameWords(claim: Statement, place: Said): readonly Departure[] {
  const { said } = place
  const words = { mine: wordsOf(claim.text), yours: wordsOf(place.text) }
  const isHeld = (value: Value) => said.values.some((other) => isSameValue(value, claim, other, said))
  const lacking = claim.values.filter((value) => value.kind !== 'place' && !isHeld(value))
  const values = otherValues(claim, place, { lacking, words })
  // What else it has otherwise in numbers may be of another thing.
  if (lacking.length > 0) return values.length === lacking.length ? values : []
  if (isConditional(claim.text) !== isConditional(place.text) || isInnocent(claim.text, place.text)) return []
  return countNegations(claim.text) === countNegations(place.text)
    ? [...turnedBeside(claim, place), ...otherDuty(claim, place)].slice(0, 1)
    : deniedBeside(claim, place, words)
}

/** One side of both, or what is so in part, may be true beside the other. */
const INNOCENT =
  /(?<!\p{L})(?:both|either|neither|bilateral\p{L}*|beid\p{L}*|partly|partially|in part|partial|teilweise|zum teil|compared|than|als|without|only|except|unless|ohne|nur|außer|sofern)(?!\p{L})/iu

function isInnocent(one: string, other: string): boolean {
  return INNOCENT.test(one) || INNOCENT.test(other)
}

type Word = Span & { readonly text: string; readonly isCapital: boolean }
type At = { readonly at: Span; readonly words: readonly Word[] }
type Both = { readonly mine: readonly Word[]; readonly yours: readonly Word[] }

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu

/** Without what a note leaves out: "endoscopy performed on", "endoscopy was performed on". */
function wordsOf(text: string): readonly Word[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.toLowerCase().replace('’', "'").replace(/'s$/, ''),
    start: index,
    end: index + word.length,
    isCapital: /^\p{Lu}/u.test(word),
  }))
  return words.filter((word) => !AUXILIARY.has(word.text))
}

const AUXILIARY = new Set('was were is are been has have had wurde wurden war waren ist sind'.split(' '))

type Lacking = { readonly lacking: readonly Value[]; readonly words: Both }

function otherValues(claim: Statement, { said, text }: Said, { lacking, words }: Lacking): readonly Departure[] {
  const { mine, yours } = words
  const isTaken = (other: Value) => claim.values.some((value) => isSameValue(value, claim, other, said))
  const rivals = said.values.filter((other) => !isTaken(other))
  const held = claim.values.filter((value) => isAmount(value) && !lacking.includes(value))
  return lacking.flatMap((value): readonly Departure[] => {
    const ofKind = rivals.filter((other) => isSameKind(value, other) || isOtherUnit(value, other))
    const beside = ofKind.find((other) => {
      const common = commonAround({ at: value, words: mine }, { at: other, words: yours })
      const isOfRest = common.length > 1 && common.some(isSaying) && hasRest(claim, { said, text }, [])
      return isOfRest || areMany(common)
    })
    const end = ofKind.find((one) => areEnds({ value, claim }, { value: one, claim: said }))
    // Of three amounts two are those of the place.
    const last = held.length >= AMOUNTS_HELD && isAmount(value) && ofKind.length === 1 ? ofKind[0] : undefined
    const other = beside ?? end ?? last
    return other ? [departure('value', value, other, { sentence: claim.text, text })] : []
  })
}

const AMOUNTS_HELD = 2

function isAmount({ measure, kind }: Value): boolean {
  return kind !== 'place' && measure !== null && measure.unit !== null
}

function isOtherUnit({ measure: mine }: Value, { measure: yours }: Value): boolean {
  return mine !== null && yours !== null && mine.figure !== '' && mine.figure === yours.figure
}

/** Words that follow each other in both, and of these so many that say something; of a name two are enough. */
const WORDS_AT_LEAST = 3
const SAYING_AT_LEAST = 2

function areMany(common: readonly Word[]): boolean {
  const saying = common.filter(isSaying)
  if (saying.filter(({ isCapital }) => isCapital).length >= SAYING_AT_LEAST) return true
  return common.length >= WORDS_AT_LEAST && saying.length >= SAYING_AT_LEAST
}

function isSaying({ text }: Word): boolean {
  return !isFunctionWord(text)
}

/** The words directly before and behind, as far as both have the same. */
function commonAround(mine: At, yours: At): readonly Word[] {
  const before = ({ at, words }: At) => words.filter(({ end }) => end <= at.start).toReversed()
  return [...sameFrom(before(mine), before(yours)), ...sameFrom(behind(mine), behind(yours))]
}

function behind({ at, words }: At): readonly Word[] {
  return words.filter(({ start }) => start >= at.end)
}

function sameFrom(one: readonly Word[], other: readonly Word[]): readonly Word[] {
  const end = one.findIndex((word, at) => !isSameWord(word.text, other[at]?.text ?? ''))
  return one.slice(0, end < 0 ? one.length : end)
}

type ValueOf = { readonly value: Value; readonly claim: Statement }

/** "From 18:00 to 18:40" of "from 18:00 to 18:20". */
function areEnds(mine: ValueOf, yours: ValueOf): boolean {
  const [one, other] = [startOf(mine), startOf(yours)]
  return one !== undefined && other !== undefined && isSameValue(one, mine.claim, other, yours.claim)
}

const TO = /^\s*(?:to|until|till|and|bis|und|à|a|al|t\/m|tot|do|[-–—])\s*$/iu

function startOf({ value, claim: { values, text } }: ValueOf): Value | undefined {
  return values.find((one) => one.kind === value.kind && TO.test(text.slice(one.end, value.start)))
}

/** What says little beside what was found or done. */
const LIGHT = new Set('given shown showed found noted done made taken worden gegeben gezeigt'.split(' '))
const OTHER_TERMS = 2

/** Whether the place has all words of the sentence that say something, but for these. */
function hasRest({ terms }: Statement, { said }: Said, but: readonly Span[]): boolean {
  const rest = terms.filter(
    (term) => !LIGHT.has(term.word) && !but.some(({ start, end }) => term.start < end && term.end > start),
  )
  return rest.length >= OTHER_TERMS && rest.every((term) => occurrences(term, said.terms).length > 0)
}

/** An opposite or another ordinal, where so many words around it are the same, or all others are there, that they are of one thing. */
function turnedBeside(claim: Statement, place: Said): readonly Departure[] {
  const language = languageOf(claim.text) ?? 'en'
  const aligned = alignedWords(claim.text, place.text)
  const { words, others } = aligned
  if (comparesOtherwise(claim.text, aligned)) return []
  const turned = words.flatMap((at): readonly Departure[] => {
    if (isFunctionWord(at.text) || isSideWord(at.text)) return []
    const other = others.find((one) => {
      if (!isTurned(at.text, one.text, language) || areInnocent([at], [one], aligned)) return false
      const common = commonAround({ at, words }, { at: one, words: others })
      const isLong = common.length >= WORDS_AROUND_TURNED && common.filter(isSaying).length >= SAYING_AT_LEAST
      const isOfRest = common.length >= WORDS_AT_LEAST && common.some(isSaying) && hasRest(claim, place, [at])
      return isLong || isOfRest
    })
    return other ? [departure('state', at, other, { sentence: claim.text, text: place.text })] : []
  })
  return turned.length === 1 ? turned : []
}

const WORDS_AROUND_TURNED = 5

/** "Raised" and "levels" are of opposite meanings, but not of one kind of word. */
const VERB = /(?:ed|ing)$/u
const PLURAL = /[^s]s$/u

function isTurned(one: string, other: string, language: Language): boolean {
  const areMixed = (VERB.test(one) && PLURAL.test(other)) || (PLURAL.test(one) && VERB.test(other))
  if (one === other || areMixed) return false
  return (isOrdinalWord(one, language) && isOrdinalWord(other, language)) || isOpposite(one, other)
}

/** "Must" for "may" of a place that has all other words of the sentence. */
function otherDuty(claim: Statement, place: Said): readonly Departure[] {
  const [mine, yours] = [claim.text, place.text].map((text) => {
    const modals = wordsOf(text).flatMap((word) => {
      const modality = modalityOf(word.text)
      return modality === 'duty' || modality === 'permission' ? [{ ...word, modality }] : []
    })
    return modals.length === 1 ? modals[0] : undefined
  })
  if (!mine || !yours || mine.modality === yours.modality || !hasRest(claim, place, [mine])) return []
  const isInOrder = claim.terms.every((term, at) => {
    const [one] = occurrences(term, place.said.terms)
    const next = claim.terms[at + 1]
    const [other] = next ? occurrences(next, place.said.terms) : []
    return !one || !other || one.start < other.start
  })
  return isInOrder ? [departure('sense', mine, yours, { sentence: claim.text, text: place.text })] : []
}

const ENDS = /^\s*(?:[.;:!?,)]|$|\n)/u

/** A denial that one has and the other has not, between the same words, which go on as far as it does. */
function deniedBeside(claim: Statement, place: Said, { mine, yours }: Both): readonly Departure[] {
  const isDenied = countNegations(claim.text) > countNegations(place.text)
  const [denied, affirmed] = isDenied ? [mine, yours] : [yours, mine]
  const [text, other] = isDenied ? [claim.text, place.text] : [place.text, claim.text]
  if (countNegations(other) > 0 || !hasRest(claim, place, [])) return []
  for (const at of denied.filter((word) => isNegation(word.text))) {
    const rest = behind({ at, words: denied })
    const next = affirmed.find((word) => {
      const between = { start: word.start, end: word.start }
      const common = commonAround({ at, words: denied }, { at: between, words: affirmed })
      const last = sameFrom(rest, behind({ at: between, words: affirmed })).at(-1)
      const isToEnd = last !== undefined && ENDS.test(text.slice(last.end))
      return isToEnd && common.filter(isSaying).length >= SAYING_AT_LEAST
    })
    if (!next) continue
    const about = { about: 'sense' as const, words: isDenied ? at : next }
    return [{ ...about, words: { start: about.words.start, end: about.words.end }, ...saidAs(isDenied, at, text) }]
  }
  return []
}

function saidAs(isDenied: boolean, { start, end }: Span, text: string) {
  const word = text.slice(start, end)
  return isDenied ? { written: word, stands: '' } : { written: '', stands: word }
}
