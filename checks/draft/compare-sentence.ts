import { excludes, isSameState, type State } from '../../text/states.ts'
import { overlaps, type Span } from '../../text/spans.ts'
import { modalityOf } from '../../text/modal-words.ts'
import { isNegation } from '../../text/negation.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { alignedWords, type AlignedWords, type Gap } from '../aligned-words.ts'
import { isSameKind, isSameValue, occurrences, type Statement, type Term, type Value } from '../claim-statement.ts'
import type { ReadPlace } from '../confirm.ts'
import { contradictingWords } from '../contradicting-words.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { isConditional } from '../qualified-alike.ts'
import { isOpposite } from '../../text/opposites.ts'
import { isOtherParty } from './party-roles.ts'

/** What a sentence has otherwise than a place on the same thing; offsets into the sentence. `stands`: the words of the place; either may be empty. */
export type Departure = {
  readonly about: 'value' | 'name' | 'state' | 'sense'
  readonly words: Span
  readonly written: string
  readonly stands: string
}

export type Compared = {
  /** Of the words of the sentence that say something, so many the place has too, 0 to 1; names that it has otherwise do not count. */
  readonly shared: number
  /** The same without the headings above it. */
  readonly own: number
  /** The same with all names. */
  readonly all: number
  /** How many of its numbers and dates the place has. */
  readonly held: number
  /** Empty where it says the same, or where that is not clear. */
  readonly departures: readonly Departure[]
}

export type CompareOptions = {
  readonly claim: Statement
  readonly place: ReadPlace
  /** Words that name the place's document, which a sentence may use of all that it says. */
  readonly known: ReadonlySet<string>
  readonly lexicon: Lexicon
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
  const counted = claim.terms.length - Math.min(foreign.length, FOREIGN_AT_MOST)
  const all = claim.terms.length === 0 ? 0 : there.length / claim.terms.length
  const [shared, own] = [there, there.filter((term) => isInText(term, options))].map(({ length }) =>
    counted === 0 ? 0 : length / counted,
  ) as [number, number]
  const held = claim.values.filter((value) => isHeld(value, options))
  const common = { shared, own, all, held: held.length }
  const isNear = there.length + held.length >= TERMS_AT_LEAST && shared >= NEARLY_ALL && own >= OWN_AT_LEAST
  if (!isNear) return { ...common, departures: [] }
  const aligned = alignedWords(claim.text, place.text)
  if (aligned.pairs.length < IN_ORDER * aligned.words.length) return { ...common, departures: [] }
  const said = [
    ...otherValues(options, aligned),
    ...otherNames(options, aligned),
    ...otherStates(options, aligned),
    ...otherOpposites(options, aligned),
  ]
  return { ...common, departures: said.length > 0 ? said : otherSense(options, aligned) }
}

/** The text under a heading does not say what the heading says. */
const OWN_AT_LEAST = 0.6

/** The place has so many of its words in their order, or it says something of its own with the same words. */
const IN_ORDER = 0.5

/** Words of one name or two. */
const FOREIGN_AT_MOST = 4

/** Also an ordinary word beside one that is none: "Verity Pell". */
function isOfName(term: Term, { terms, text }: Statement, lexicon: Lexicon): boolean {
  if (isProper(term, lexicon)) return true
  const isBeside = (other: Term) =>
    text.slice(Math.min(term.end, other.end), Math.max(term.start, other.start)).trim() === ''
  return term.isCapital && terms.some((other) => isProper(other, lexicon) && isBeside(other))
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

/** Values of the sentence that the place has not, where another of the kind is in their place, or is the only one left over. */
function otherValues({ claim, place }: CompareOptions, aligned: AlignedWords): readonly Departure[] {
  const isTaken = (other: Value) => claim.values.some((value) => isSameValue(value, claim, other, place.said))
  const left = place.said.values.filter((other) => !isTaken(other))
  const lacking = claim.values.filter((value) => !isHeld(value, { claim, place }))
  // With most of its values otherwise, it is about something else.
  if (lacking.length > Math.max(1, claim.values.length - lacking.length)) return []
  return lacking.flatMap((value) => {
    const rivals = left.filter((other) => isRival(value, other))
    const across = counterpart(value, aligned)
    const meant = rivals.find((other) => across !== null && overlaps(across, other))
    // The number of a clause is no quantity: only a number at its very place is another one.
    const isAlone = rivals.length === 1 && lacking.length === 1 && value.kind !== 'place'
    const only = isAlone && (rivals[0]?.kind === value.kind || value.kind !== 'number') ? rivals[0] : undefined
    const other = meant ?? only
    return other ? [departure('value', value, other, claim.text, place.text)] : []
  })
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

function otherStates({ claim, place }: CompareOptions, aligned: AlignedWords): readonly Departure[] {
  if (isConditional(place.text) && !isConditional(claim.text)) return []
  return claim.states.flatMap((state) => {
    if (place.said.states.some((other) => isSameState(state, other))) return []
    const across = counterpart(state, aligned)
    const other = place.said.states.find(
      (one) => excludes(state, one) && isSameForm(state, one) && across !== null && overlaps(across, one),
    )
    return other ? [departure('state', state, other, claim.text, place.text)] : []
  })
}

/** A denial is reported with the words around it (`otherSense`). */
function isSameForm(one: State, other: State): boolean {
  return one.isDenied === other.isDenied
}

function otherNames({ claim, place, known, lexicon }: CompareOptions, aligned: AlignedWords): readonly Departure[] {
  const isHere = (word: string) =>
    known.has(word) || [...place.headSaid.terms, ...place.said.terms].some((term) => isSameWord(term.word, word))
  return aligned.gaps.flatMap((gap): readonly Departure[] => {
    const roles = inPlace(gap)
    if (roles && isOtherParty(roles[0].text, roles[1].text))
      return [departure('name', roles[0], roles[1], claim.text, place.text)]
    const [mine, yours] = [nameIn(gap.one), nameIn(acrossFrom(gap, aligned))]
    const proper = mine.filter(({ text }) => text.length > 1 && !lexicon.isOrdinary(text))
    const isNew = proper.length > 0 && !proper.some(({ text }) => isHere(text))
    const isName = yours.length > 1 || yours.some(({ text }) => !lexicon.isOrdinary(text))
    const areListed = isListed(mine, lexicon) && isListed(yours, lexicon) && !mine.some(({ text }) => isHere(text))
    if (!(isNew && isName) && !areListed) return []
    return [departure('name', spanOf(mine), spanOf(yours), claim.text, place.text)]
  })
}

/** "Chile" and "Norway" are ordinary words as well; a sentence may begin with any. Two places, for a person has several names. */
function isListed(words: Gap['one'], lexicon: Lexicon): boolean {
  return words.length > 0 && words.every(({ text, start }) => start > 0 && lexicon.isPlace(text))
}

/** At the end of a sentence what the place has left behind the last word in common. */
function acrossFrom({ other, next }: Gap, { others, pairs }: AlignedWords): Gap['one'] {
  const last = pairs.at(-1)
  if (other.length > 0 || next !== null || !last) return other
  const left = others.slice(last.other + 1)
  return left.length <= LEFT_OVER ? left : []
}

/** A name, and hardly a clause. */
const LEFT_OVER = 5

/** The words with a capital among these. One ordinary word of the kind, such as Defendant, may stand for a name. */
function nameIn(words: Gap['one']): Gap['one'] {
  const capitals = words.filter(({ text, isCapital }) => isCapital && !TITLES.has(text) && !/\d/.test(text))
  return capitals.some(({ text }) => text.length > 1) ? capitals : []
}

const TITLES = new Set('mr mrs ms miss dr prof professor sir the a an this that in on at of and by'.split(' '))

function spanOf(words: Gap['one']): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }
}

/** One word in the place of its opposite, in a copy: "abnormal" for "normal", "exclusive" for "non-exclusive". */
function otherOpposites({ claim, place }: CompareOptions, { gaps }: AlignedWords): readonly Departure[] {
  return gaps.flatMap((gap) => {
    const words = inPlace(gap)
    if (words && isOpposite(words[0].text, words[1].text))
      return [departure('state', words[0], words[1], claim.text, place.text)]
    return withoutNon(gap, claim.text, place.text)
  })
}

const NON = /non-\p{L}+/iu

/** "Non-exclusive" are two words, of which the first is missing, or too much. */
function withoutNon({ one, other, next }: Gap, sentence: string, text: string): readonly Departure[] {
  const [mine, yours] = [one[0], other[0]]
  if (one.length + other.length !== 1 || !next || (mine ?? yours)?.text !== 'non') return []
  const whole = { start: mine?.start ?? next.start, end: next.end }
  const stands = yours ? (NON.exec(text.slice(yours.start))?.[0] ?? yours.text) : next.text
  const written = sentence.slice(whole.start, whole.end)
  return [{ about: 'state', words: whole, written, stands }]
}

function inPlace({ one, other }: Gap): readonly [Gap['one'][number], Gap['one'][number]] | null {
  const [mine, yours] = [one[0], other[0]]
  return one.length === 1 && other.length === 1 && mine && yours ? [mine, yours] : null
}

/** What it denies, obliges or puts on the other side than the words that it copies: reported of copies alone. */
function otherSense({ claim, place }: CompareOptions, aligned: AlignedWords): readonly Departure[] {
  const { words, pairs, gaps } = aligned
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last || pairs.length < COPIED * words.length) return []
  if (pairs.length < COPIED_OF * (last.other - first.other + 1)) return []
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

/** Of the words of a copy; and of those between its first and its last, of which it may leave some out. */
const COPIED = 0.75
const COPIED_OF = 0.5

function departure(about: Departure['about'], words: Span, stands: Span, sentence: string, text: string): Departure {
  const cut = ({ start, end }: Span, of: string) => of.slice(start, end).replaceAll(/\s+/g, ' ')
  return {
    about,
    words: { start: words.start, end: words.end },
    written: cut(words, sentence),
    stands: cut(stands, text),
  }
}
