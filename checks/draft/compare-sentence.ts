import { overlaps, type Span } from '../../text/spans.ts'
import { languageOf } from '../../text/languages.ts'
import { modalityOf } from '../../text/modal-words.ts'
import { isNegation } from '../../text/negation.ts'
import { endsWithPlacing } from '../../text/prepositions.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { alignedWords, type AlignedWords, type Gap } from '../aligned-words.ts'
import { isSameKind, isSameValue, occurrences, type Statement, type Term, type Value } from '../claim-statement.ts'
import type { ReadPlace } from '../confirm.ts'
import { contradictingWords } from '../contradicting-words.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { isConditional } from '../qualified-alike.ts'
import { isOpposite } from '../../text/opposites.ts'
import { COPIED_OF, copies, departure, type Departure } from './departure.ts'
import { otherFigures } from './figure-departures.ts'
import { comparesOtherwise } from './innocent-opposites.ts'
import { otherNames } from './name-departures.ts'
import { isTurnedTwice, opposedIn, otherOpposites } from './opposite-departures.ts'
import { caseBefore, isOtherParty } from './party-roles.ts'
import { areAtOneTime, deniesLess, otherStates } from './state-departures.ts'

export type Compared = {
  /** Of the words of the sentence that say something, so many the place has too, 0 to 1; names and one word that it has otherwise do not count. */
  readonly shared: number
  /** The same without the headings above it. */
  readonly own: number
  /** The same with all names. */
  readonly all: number
  /** How many of its numbers and dates the place has. */
  readonly held: number
  /** Of all its words, so many the place has in their order; 0 where it was not compared word by word. */
  readonly inOrder: number
  /** It has the words of the place in their order, but for what was changed. */
  readonly isCopy: boolean
  /** Empty where it says the same, or where that is not clear. */
  readonly departures: readonly Departure[]
}

export type CompareOptions = {
  readonly claim: Statement
  readonly place: ReadPlace
  /** Words that name the place's document, which a sentence may use of all that it says. */
  readonly known: ReadonlySet<string>
  readonly lexicon: Lexicon
  /** The whole text that the place is in. */
  readonly source: string
}

/** A near copy: with less in common, another value is likelier of another thing. */
export const NEARLY_ALL = 0.75
const TERMS_AT_LEAST = 3

/**
 * Holds a sentence against one place word by word. Where they have nearly all words in common, a number, date, unit, name, state,
 * denial or modal word that differs is reported; what differs otherwise is not judged.
 */
export function compareWithPlace(options: CompareOptions): Compared {
  const { claim, place, lexicon } = options
  const there = claim.terms.filter((term) => isThere(term, options))
  const foreign = claim.terms.filter((term) => isOfName(term, claim, lexicon) && !there.includes(term))
  const turned = claim.terms.find((term) => !there.includes(term) && isTurnedIn(term, options))
  const counted = claim.terms.length - Math.min(foreign.length, FOREIGN_AT_MOST) - (turned ? 1 : 0)
  const all = claim.terms.length === 0 ? 0 : there.length / claim.terms.length
  const [shared, own] = [there, there.filter((term) => isInText(term, options))].map(({ length }) =>
    counted === 0 ? 0 : length / counted,
  ) as [number, number]
  const held = claim.values.filter((value) => isHeld(value, options))
  const common = { shared, own, all, held: held.length, inOrder: 0, isCopy: false }
  const isNear = there.length + held.length >= TERMS_AT_LEAST && shared >= NEARLY_ALL && own >= OWN_AT_LEAST
  if (!isNear) return { ...common, departures: [] }
  const aligned = alignedWords(claim.text, place.text)
  if (aligned.pairs.length < IN_ORDER * aligned.words.length) return { ...common, departures: [] }
  const isCopy = copies(aligned)
  const inOrder = aligned.pairs.length / aligned.words.length
  const values = otherValues(options, aligned, isCopy)
  const opposed = opposedIn(claim.text, place.text, aligned)
  const states = isTurnedTwice(aligned, opposed)
    ? []
    : [...turnedStates(options, aligned), ...otherOpposites(claim.text, place, aligned, opposed)]
  if (states.length > 0 && values.some((value) => isOfDay(value, claim)))
    return { ...common, inOrder, isCopy, departures: [] }
  const names = otherNames({ ...options, sentence: claim.text }, aligned)
  const said = [...values, ...[...names, ...states].filter((one) => !isOfOtherCase(one, claim, place))]
  return { ...common, inOrder, isCopy, departures: said.length > 0 ? said : otherSense(options, aligned) }
}

/** What is payable "by the Tenant" may well be payable "to the Landlord". */
function isOfOtherCase({ words, written, stands }: Departure, claim: Statement, { text }: ReadPlace): boolean {
  if (!isOtherParty(written.toLowerCase(), stands.toLowerCase())) return false
  return caseBefore(claim.text, words.start) !== caseBefore(text, text.indexOf(stands))
}

/** "Discharged on 5 May" beside "admitted on 3 May": what is turned on another day is another thing. */
function isOfDay({ words }: Departure, { values }: Statement): boolean {
  return values.some((value) => value.kind === 'date' && overlaps(value, words))
}

/** The text under a heading does not say what the heading says. */
const OWN_AT_LEAST = 0.6

/** The place has so many of its words in their order, or it says something of its own with the same words. */
const IN_ORDER = 0.5

/** Words of one name or two. */
const FOREIGN_AT_MOST = 4

/** The place has what excludes it, which the sentence has not: "twice" for "once". */
function isTurnedIn({ word }: Term, { claim, place }: CompareOptions): boolean {
  return place.said.terms.some(
    (other) => isOpposite(word, other.word) && !claim.terms.some((own) => isSameWord(own.word, other.word)),
  )
}

/** Also an ordinary word beside one that is none: "Verity Pell". */
function isOfName(term: Term, { terms, text }: Statement, lexicon: Lexicon): boolean {
  if (isProper(term, lexicon) || isPlaced(term, text, lexicon)) return true
  const isBeside = (other: Term) =>
    text.slice(Math.min(term.end, other.end), Math.max(term.start, other.start)).trim() === ''
  return term.isCapital && terms.some((other) => isProper(other, lexicon) && isBeside(other))
}

/** "In Reading" of a language in which no common noun has a capital. */
function isPlaced({ word, start, isName }: Term, text: string, { isAlsoPlace }: Lexicon): boolean {
  return isName && isAlsoPlace(word) && endsWithPlacing(text.slice(0, start)) && languageOf(text) !== 'de'
}

/** A name that no language has as a word. */
function isProper({ word, isName, isCapital }: Term, { isOrdinary }: Lexicon): boolean {
  return (isName || isCapital) && !isOrdinary(word)
}

function isThere(term: Term, options: CompareOptions): boolean {
  const { known, place } = options
  return known.has(term.word) || isInText(term, options) || occurrences(term, place.headSaid.terms).length > 0
}

function isInText(term: Term, { place }: CompareOptions): boolean {
  return (
    occurrences(term, place.said.terms).length > 0 ||
    place.said.states.some((state) => isSameWord(term.word, place.text.slice(state.start, state.end).toLowerCase()))
  )
}

/** Values that it has otherwise, a figure at the very place of another among them. */
function otherValues(options: CompareOptions, aligned: AlignedWords, isCopy: boolean): readonly Departure[] {
  const all = lackingValues(options, aligned, isCopy)
  // "18th" of "18th and 19th December 2286" is written as it is in the place: only the year behind it is another.
  const differing = all.filter(({ written, stands }) => written !== stands)
  if (differing.length > 0) return differing
  return isCopy ? otherFigures(options.claim, options.place, aligned) : []
}

/** Values of the sentence that the place has not, where another of the kind is in their place, or is the only one left over. */
function lackingValues({ claim, place }: CompareOptions, aligned: AlignedWords, isCopy: boolean): readonly Departure[] {
  const isTaken = (other: Value) => claim.values.some((value) => isSameValue(value, claim, other, place.said))
  const left = place.said.values.filter((other) => !isTaken(other))
  const lacking = claim.values.filter((value) => !isHeld(value, { claim, place }))
  // With most of its values otherwise, it is about something else, unless it is a copy with one figure changed throughout.
  const isOne = lacking.length <= Math.max(1, claim.values.length - lacking.length)
  if (!isOne && !(isCopy && hasOneOtherFigure(aligned))) return []
  return lacking.flatMap((value) => {
    const rivals = left.filter((other) => isRival(value, other))
    const across = counterpart(value, aligned)
    const meant = rivals.find((other) => across !== null && overlaps(across, other))
    // The number of a clause is no quantity: only a number at its very place is another one.
    const isAlone = rivals.length === 1 && lacking.length === 1 && value.kind !== 'place'
    const only = isAlone && (rivals[0]?.kind === value.kind || value.kind !== 'number') ? rivals[0] : undefined
    const other = meant ?? only
    return other ? [departure('value', value, other, { sentence: claim.text, text: place.text })] : []
  })
}

/** Whether all that it has otherwise in figures is one change: a wrong year said twice. */
function hasOneOtherFigure({ gaps }: AlignedWords): boolean {
  const changes = gaps.flatMap(({ one, other }) => {
    const [written, stands] = [one, other].map((words) => words.map(({ text }) => text).join(' '))
    return /\d/.test(`${written} ${stands}`) ? [`${written} for ${stands}`] : []
  })
  return new Set(changes).size === 1
}

function isHeld(value: Value, { claim, place }: Pick<CompareOptions, 'claim' | 'place'>): boolean {
  return place.said.values.some((other) => isSameValue(value, claim, other, place.said))
}

/** Of the same kind, or the same figure of another unit: "5 mg" and "5 ml". */
function isRival(value: Value, other: Value): boolean {
  if (isSameKind(value, other)) return true
  const [one, two] = [value.measure?.figure, other.measure?.figure]
  return one !== undefined && one !== '' && one === two
}

/** The words of the place where a span of the sentence would be: between the nearest words before and behind it that both have. */
function counterpart(span: Span, { words, others, pairs }: AlignedWords): Span | null {
  const ends = pairs.flatMap(({ one, other }) => {
    const [word, stands] = [words[one], others[other]]
    return word && stands ? [{ word, stands }] : []
  })
  const before = ends.findLast(({ word }) => word.end <= span.start)?.stands
  const behind = ends.find(({ word }) => word.start >= span.end)?.stands
  if (before && behind) return { start: before.end, end: behind.start }
  if (before) return { start: before.end, end: before.end + NEAR }
  return behind ? { start: Math.max(0, behind.start - NEAR), end: behind.start } : null
}

/** Characters before the first word in common, and behind the last. */
const NEAR = 40

/** A state in the place of one that excludes it; a denial is reported with the words around it (`otherSense`). */
function turnedStates({ claim, place }: CompareOptions, aligned: AlignedWords): readonly Departure[] {
  if (isConditional(place.text) && !isConditional(claim.text)) return []
  return otherStates(claim, place, (state, other) => {
    const across = counterpart(state, aligned)
    const isInPlace = state.isDenied === other.isDenied && across !== null && overlaps(across, other)
    // What has nearly all words of the place in their order speaks of what it speaks of, and at its time.
    const isOfItsTime = () => areAtOneTime({ statement: claim, state }, { statement: place.said, state: other })
    return isInPlace && (copies(aligned) || isOfItsTime())
  })
}

/** What it denies, obliges or puts on the other side than the words that it copies: reported of copies alone. */
function otherSense({ claim, place }: CompareOptions, aligned: AlignedWords): readonly Departure[] {
  const { gaps } = aligned
  if (!copies(aligned, COPIED_OF) || deniesLess(claim, place) || comparesOtherwise(claim.text, aligned)) return []
  const turned = contradictingWords(claim.text, place.text)
  const gap = gaps.find(({ one, other }) => [...one, ...other].some(isTurning))
  return turned.words.flatMap((said) => {
    const start = claim.text.indexOf(said)
    if (start < 0) return []
    const at = { start, end: start + said.length }
    const cut = (of: Gap['one'], text: string) => text.slice(of[0]?.start ?? 0, of.at(-1)?.end ?? 0)
    const [written, stands] = gap ? [cut(gap.one, claim.text), cut(gap.other, place.text)] : ['', '']
    return [{ about: 'sense' as const, words: at, written, stands }]
  })
}

function isTurning({ text }: Gap['one'][number]): boolean {
  return isNegation(text) || modalityOf(text) !== null
}
