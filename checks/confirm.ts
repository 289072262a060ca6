import { isDocumentWord } from '../text/document-words.ts'
import { areQuantifiedAlike } from '../text/quantifiers.ts'
import { excludes, isSameState, type State } from '../text/states.ts'
import { isSameWord } from '../text/word-forms.ts'
import { meansLabel } from './form-labels.ts'
import type { CheckedSource } from './find-support.ts'
import { type Place, placesIn } from './places.ts'
import { countNegations } from '../text/negation.ts'
import { splitSentences } from '../text/sentences.ts'
import { isConditional, isQualifiedAlike } from './qualified-alike.ts'
import { areRelatedAlike } from './related-alike.ts'
import { replacesPreposition, replacesWord } from './replaced-word.ts'
import {
  isSameKind,
  isSameValue,
  occurrences,
  type Statement,
  statementOf,
  type Term,
  type Value,
} from './claim-statement.ts'

/** A place with what it says; `head` are the words of its heads, which may name things and never give values. */
export type ReadPlace = Place & { readonly said: Statement; readonly headSaid: Statement }

/** A place of a source that is marked so. */
export type SourcePlace = { readonly source: string; readonly place: ReadPlace }

export function readPlace(place: Place): ReadPlace {
  return { ...place, said: statementOf(place.text), headSaid: statementOf(place.head) }
}

/** All places of the sources, read once for all sentences that are held against them. */
export function readSources(sources: readonly CheckedSource[]): readonly SourcePlace[] {
  return sources.flatMap(({ source, text, context, above, before }) =>
    placesIn(text, { above, before }).map((place) => ({
      source,
      place: readPlace({ ...place, head: [context, place.head].filter(Boolean).join('\n') }),
    })),
  )
}

export type Confirming = {
  /** Of the sources that the sentence cites. */
  readonly cited: ReadonlySet<string>
  readonly places: readonly SourcePlace[]
  /** In lower case the words that name the document of a source, such as its parties: a sentence may use them of all that it says. */
  readonly naming: (source: string) => ReadonlySet<string>
}

/**
 * The place that says all of a sentence, in its own words or others; else the one of a cited source that says otherwise of the same
 * thing; else one that has its words alone; else null. Each is a place of at most two sentences, or one row: what stands far apart is not
 * said together.
 */
export function confirm(sentence: string, { cited, places, naming }: Confirming): (SourcePlace & Judgement) | null {
  const { frame, rest } = withoutFrame(sentence)
  const claim = statementOf(rest)
  const ordered = places.toSorted((one, other) => Number(cited.has(other.source)) - Number(cited.has(one.source)))
  let against: (SourcePlace & Judgement) | null = null
  let words: (SourcePlace & Judgement) | null = null
  for (const { source, place } of ordered) {
    const known = naming(source)
    const judgement = isOfSource(frame, place, known) ? judgePlace({ claim, place, known }) : null
    if (judgement?.kind === 'supports') return { source, place, ...judgement }
    if (judgement?.kind === 'words') words ??= { source, place, ...judgement }
    else if (judgement && cited.has(source)) against ??= { source, place, ...judgement }
  }
  return against ?? words
}

/** "According to the judgment of Ashton, Clarksville, Court, …": where a sentence says that it has its words from. */
const FRAME =
  /^(?:[Aa]ccording to|[Aa]s (?:stated|set out|provided|noted|recorded) in)\s[^,]{2,100}(?:,\s\p{Lu}[^,]{0,40})*,\s/u

function withoutFrame(sentence: string): { readonly frame: string; readonly rest: string } {
  const frame = FRAME.exec(sentence)?.[0] ?? ''
  return { frame, rest: sentence.slice(frame.length) }
}

/** Who is said to speak must be the document itself, and nobody in it. */
function isOfSource(frame: string, { headSaid }: ReadPlace, known: ReadonlySet<string>): boolean {
  if (countNegations(frame) > 0) return false
  return statementOf(frame.replace(/^\p{L}+/u, '')).terms.every(
    (term) =>
      term.word === 'according' ||
      /^(?:stated|set|provided|noted|recorded)$/.test(term.word) ||
      isDocumentWord(term.word) ||
      known.has(term.word) ||
      occurrences(term, headSaid.terms).length > 0,
  )
}

/**
 * `supports`: the place says all of it. `words`: it has all words, and says by small ones that they are otherwise related, or another
 * number of things. `contradicts`: it says otherwise of the same thing. `why`: in a few words, for a report.
 */
export type Judgement = { readonly kind: 'supports' | 'words' | 'contradicts'; readonly why: string }

type Judged = { readonly claim: Statement; readonly place: ReadPlace; readonly known: ReadonlySet<string> }

/** What one place says of a sentence; null where it says nothing, or code cannot tell. */
export function judgePlace({ claim, place: whole, known }: Judged): Judgement | null {
  const judged = { claim, place: neededOf(claim, whole), known }
  if (!isOnTheSame(judged)) return null
  const [state, value] = [judgeStates(judged), judgeValues(judged)]
  if (state === 'otherwise') return isConditional(judged.place.text) ? null : { kind: 'contradicts', why: 'state' }
  if (state === 'open' || value === 'open' || !isQualifiedAlike(claim.text, judged.place.text)) return null
  if (value === 'otherwise') return { kind: 'contradicts', why: 'value' }
  if (!isInOrder(judged) || replacesWord(claim.text, judged.place.text, known)) return null
  return { kind: isJoinedAlike(claim, judged.place.said) ? 'supports' : 'words', why: whole.kind }
}

/** Whether the small words between say the same: how many, and how one thing is to another. */
function isJoinedAlike(claim: Statement, said: Statement): boolean {
  if (!areQuantifiedAlike(claim.text, said.text) || replacesPreposition(claim.text, said.text)) return false
  return areRelatedAlike(claim, said)
}

/** The place has all words of the sentence; of two sentences the second has them, and the first says of whom. */
function isOnTheSame(judged: Judged): boolean {
  const { claim, place } = judged
  if (isTooBare(claim) || saysOfNothing(judged) || !claim.terms.every((term) => isThere(term, judged))) return false
  return place.kind !== 'two-sentences' || isOneSaid(judged)
}

/** "It was increased": of what, the sentence does not say. A row of a form is of whom the form is about: "She is 73 years old". */
function saysOfNothing({ claim, place }: Judged): boolean {
  return claim.terms.length === 0 && place.kind === 'row'
}

/** A sentence of one word says too little to be looked up. */
function isTooBare({ terms, values, states }: Statement): boolean {
  return terms.length + values.length + states.length < 2
}

function isThere(term: Term, { place, known }: Judged): boolean {
  return (
    known.has(term.word) ||
    occurrences(term, place.said.terms).length > 0 ||
    occurrences(term, place.headSaid.terms).length > 0 ||
    // A state word may be an ordinary one: "the changed clause".
    place.said.states.some((state) => isSameWord(term.word, place.text.slice(state.start, state.end).toLowerCase())) ||
    (place.kind === 'item' && meansLabel(term.word, place.text))
  )
}

const ANAPHORA =
  /^(?:he|she|it|they|his|her|its|their|this|these|those|the (?:same|latter|former|defendant|accused|patient|tenant|landlord|claimant|plaintiff|respondent|company|court|party|parties))\b/iu

/**
 * Of two sentences the second says it, of someone whom the first names: "Ms Roe was examined. She has no fever." What each says of
 * another thing is not said together.
 */
function isOneSaid({ claim, place, known }: Judged): boolean {
  const [, second] = splitSentences(place.text.replaceAll('\n', ' '))
  if (!second) return false
  const own = place.text.slice(second.start, second.end)
  if (!ANAPHORA.test(own)) return false
  const said = statementOf(own)
  const alone = { claim, place: { ...place, said, text: own }, known }
  return (
    claim.terms.every((term) => term.isName || isThere(term, alone)) &&
    claim.values.every((value) => said.values.some((other) => isSameValue(value, claim, other, said)))
  )
}

/** `same`: borne by the place. `otherwise`: it gives another one to the same thing. `open`: it cannot be told. `none`: there are none. */
type Finding = 'same' | 'otherwise' | 'open' | 'none'

/** Each state of the sentence against those that the place gives to the same things. */
function judgeStates({ claim, place }: Judged): Finding {
  const findings = claim.states.map((state): Finding => {
    const ofFamily = place.said.states.filter(({ family }) => family === state.family)
    const things = thingsOf(state, claim)
    const meant = ofFamily.filter((other) => isOfThings(other, things, place))
    const asDenied = meant.flatMap((other) => asDeniedAs(other, claim, place) ?? [])
    if (asDenied.some((other) => isSameState(state, other))) return 'same'
    if (asDenied.some((other) => excludes(state, other))) return 'otherwise'
    return 'open'
  })
  return worst(dropDoubles(findings, claim.states))
}

/**
 * A denial may stand far from what it denies ("nothing shall be construed as granting"). Where both texts deny as much, the place denies
 * it as the sentence does; where both deny and not as much, nobody can tell: null.
 */
function asDeniedAs(state: State, claim: Statement, place: ReadPlace): State | null {
  const [mine, theirs] = [countNegations(claim.text), countNegations(place.text)]
  if (mine === theirs) return { ...state, isDenied: claimDenies(state, claim) }
  return mine > 0 && theirs > 0 ? null : state
}

function claimDenies({ family, state }: State, claim: Statement): boolean {
  return claim.states.some((one) => one.family === family && one.state === state && one.isDenied)
}

/** A word of several families is settled where one of them is. */
function dropDoubles(findings: readonly Finding[], states: readonly State[]): readonly Finding[] {
  return findings.filter((finding, at) => {
    const same = findings.filter((_, other) => states[other]?.start === states[at]?.start)
    return finding === 'same' || !same.includes('same')
  })
}

function worst(findings: readonly Finding[]): Finding {
  for (const kind of ['otherwise', 'open', 'same'] as const) if (findings.includes(kind)) return kind
  return 'none'
}

/** A part of a sentence in which a state belongs to its things. */
const PARTS = /[;\n]|,?\s(?:but|while|whereas|aber|mais|pero|ma|mas|maar|ale)\s/giu
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|wurden?|wird|werden|est|sont|fue|fueron|è|sono|foi|foram|werd|werden)\s+(?:\p{L}+\s+)?$/iu

/** The terms that a state is said of: those of its scope. */
function thingsOf(state: State, statement: Statement): readonly Term[] {
  const { start, end } = scopeOf(state, statement)
  return statement.terms.filter((term) => term.start >= start && term.end <= end)
}

function isOfThings(state: State, things: readonly Term[], place: ReadPlace): boolean {
  const own = place.kind === 'row' || place.kind === 'item' ? place.said.terms : thingsOf(state, place.said)
  const all = [...own, ...place.headSaid.terms]
  const isIn = (thing: Term, terms: readonly Term[]) => occurrences(thing, terms).length > 0
  if (!things.every((thing) => isIn(thing, all) || meansLabel(thing.word, place.text))) return false
  // "Gender: female" is said of whom the form is about.
  return things.some((thing) => isIn(thing, own)) || LABEL.test(place.text)
}

const LABEL = /^[\s*_•-]*[\p{L} ]{2,40}[*_]*:/u

/**
 * From where to where a sentence speaks of the things of a state: behind a passive ("A and B were stopped") what stands before it, up to
 * the state before; else what follows, up to the next; never beyond its part of the sentence.
 */
function scopeOf(state: State, { text, states }: Statement): { readonly start: number; readonly end: number } {
  const breaks = [...text.matchAll(PARTS)].map(({ index, 0: mark }) => ({ start: index, end: index + mark.length }))
  const start = Math.max(0, ...breaks.filter(({ end }) => end <= state.start).map(({ end }) => end))
  const end = Math.min(text.length, ...breaks.filter((one) => one.start >= state.end).map((one) => one.start))
  const others = states.filter(({ start: at, end: to }) => at >= start && to <= end && at !== state.start)
  if (others.length === 0) return { start, end }
  const before = Math.max(start, ...others.filter((one) => one.end <= state.start).map((one) => one.end))
  const behind = Math.min(end, ...others.filter((one) => one.start >= state.end).map((one) => one.start))
  return PASSIVE.test(text.slice(start, state.start))
    ? { start: before, end: state.end }
    : { start: state.start, end: behind }
}

/** Each number and date of the sentence against those that the place gives to the same things. */
function judgeValues(judged: Judged): Finding {
  const { claim, place } = judged
  return worst(
    claim.values.map((value) => {
      const rivals = place.said.values.filter((other) => isSameKind(value, other))
      const held = rivals.filter((other) => isSameValue(value, claim, other, place.said))
      if (held.length === rivals.length && held.length > 0) return 'same'
      const nearest = nearestTo(claim, rivals, place)
      if (nearest.length === 0) return 'open'
      if (nearest.every((one) => held.includes(one))) return 'same'
      // Of another value only where nothing else could be meant.
      const isSure =
        held.length === 0 && rivals.length === 1 && claim.values.length === 1 && rivals[0]?.kind === value.kind
      return isSure && place.kind !== 'two-sentences' ? 'otherwise' : 'open'
    }),
  )
}

/** Commas and the like between a thing and a value part them more than words do. */
const PARTING = /[,;:\t|()]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b/giu
const PARTS_AS_MUCH_AS = 4

/** Of the values that could be meant, for each term of the sentence the one nearest to it. */
function nearestTo(claim: Statement, rivals: readonly Value[], { said }: ReadPlace): readonly Value[] {
  const places = claim.terms.flatMap((term) => {
    const all = occurrences(term, said.terms)
    return all.length === 0 ? [] : [all]
  })
  return places.flatMap((all) => {
    const ranked = rivals
      .map((value) => ({ value, far: Math.min(...all.map((term) => distance(term, value, said.text))) }))
      .toSorted((one, other) => one.far - other.far)
    return ranked[0] ? [ranked[0].value] : []
  })
}

function distance(term: Term, value: Value, text: string): number {
  const between = term.end <= value.start ? text.slice(term.end, value.start) : text.slice(value.end, term.start)
  const words = between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words + PARTS_AS_MUCH_AS * (between.match(PARTING)?.length ?? 0)
}

/** Names keep their order: "A sued B" is not "B sued A". Also those that a sentence begins with. */
function isInOrder({ claim, place }: Judged): boolean {
  const starts = claim.terms.flatMap((term) => {
    if (!term.isCapital) return []
    const [first] = occurrences(term, place.said.terms).filter(({ isCapital }) => isCapital)
    return first ? [first.start] : []
  })
  return starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? 0))
}

const CELL = /[^\t|]+/g

/**
 * Of a row the cells that a sentence needs, in their order: what another cell adds ("Was 40 mg once daily") says nothing of these. Of any
 * other place all of it.
 */
function neededOf(claim: Statement, place: ReadPlace): ReadPlace {
  if (place.kind !== 'row') return place
  const cells = [...place.text.matchAll(CELL)].map(([cell]) => statementOf(cell))
  // "Break Date | 24 March 2026": the one value is that of the label.
  if (cells.filter(({ text }) => text.trim() !== '').length <= 2) return place
  const open = { terms: [...claim.terms], values: [...claim.values], states: [...claim.states] }
  const kept = cells.filter((cell) => {
    const before = open.terms.length + open.values.length + open.states.length
    open.terms = open.terms.filter((term) => occurrences(term, cell.terms).length === 0)
    open.values = open.values.filter((value) => !cell.values.some((other) => isSameValue(value, claim, other, cell)))
    open.states = open.states.filter((state) => !cell.states.some(({ family }) => family === state.family))
    return open.terms.length + open.values.length + open.states.length < before
  })
  const text = kept.map((cell) => cell.text.trim()).join('\t')
  return kept.length === 0 ? place : { ...place, text, said: statementOf(text) }
}
