import type { AskedPart } from '../../../checks/answer-type.ts'
import { askedParts } from '../../../checks/asked-parts.ts'
import type { SourcePlace } from '../../../checks/confirm.ts'
import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import { thingAsked } from '../../../text/questions.ts'
import { type RecordSubject, subjectAt, subjectsIn } from '../../../text/record-subjects.ts'
import { isNamedThere } from '../../../text/same-things.ts'
import { isMadeOf } from '../../../text/word-forms.ts'
import { pointsBack } from '../../questions/resolve-follow-up.ts'
import { type Comparing, comparingOf, partOfEach } from './conclude-comparison.ts'
import { changedClauses } from './amended-clauses.ts'
import {
  documentsMeant,
  type HasWord,
  linesOfPages,
  type Quotable,
  quotablesOf,
  relevance,
  textKey,
  wordFinder,
} from './quotable-places.ts'

export type AskingOptions = {
  readonly question: string
  /** The documents that the question names. */
  readonly named: readonly NamedIn[]
  readonly passages: readonly PassageSource[]
  /** Of the passages. */
  readonly places: readonly SourcePlace[]
  /** The whole text of a document in lower case; empty where it is not known. */
  readonly textOf: (documentId: string) => string
}

/** A part of the question, put to one of several documents that it names, or (null) to all. */
export type Asked = { readonly part: AskedPart; readonly documentId: string | null }

/** What the models say of a part of the question, by `textKey` of the places among which it was to be answered. */
export type Judged = {
  /** The reranker's log odds. */
  readonly odds: ReadonlyMap<string, number>
  /** Of these places those that most likely answer by the reranker and by their words, best first. */
  readonly order: readonly string[]
  /** The log odds of the best. */
  readonly best: number
  /** The place that answers it in words which the question does not have. */
  readonly nearest: Quotable | null
  /** Of the places that the language model was asked about; empty where it was not asked. */
  readonly chances: ReadonlyMap<string, PlaceChance>
}

/** How surely a place states the answer by reranker and language model together (`PlaceOdds`). */
export type PlaceChance = { readonly odds: number; readonly chance: Chance }

/** `likely`: it answers where a draft chooses it too; `possible`: it may be shown, and that it is says nothing more for it. */
export type Chance = 'sure' | 'likely' | 'possible' | 'unlikely' | 'denied'

/** A part that nothing answers yet, with the places that the reranker prefers, each with its document. */
export type Doubtful = {
  readonly asked: Asked
  readonly judged: Judged
  readonly places: readonly { readonly place: Quotable; readonly document: string }[]
}

export type JudgedParts = ReadonlyMap<Asked, Judged>

/** A question read once for all that is held against it. */
export type Asking = AskingOptions & {
  readonly parts: readonly AskedPart[]
  readonly asked: readonly Asked[]
  readonly comparing: Comparing | null
  readonly quotables: readonly Quotable[]
  /** Whether a place says something by itself, is no head or foot of each page, and speaks of nobody else than is asked about. */
  readonly isToQuote: (at: SourcePlace) => boolean
  readonly ofWhom: SubjectReader
  /** What changes the clause that a sentence is of, among the documents of the passages. */
  readonly changedBy: ReturnType<typeof changedClauses>
  readonly byMark: ReadonlyMap<string, PassageSource>
  readonly has: HasWord
  /** In any of its forms. */
  readonly hasForm: HasWord
  readonly isMeant: (documentId: string) => boolean
  readonly judged: JudgedParts
}

/**
 * Of whom a place is, by the offset in its document: where that names several patients in turn, of the one who is asked about, of another, or
 * `open`, where the question names none of them and the other documents do not tell either.
 */
export type SubjectReader = (documentId: string, start: number) => 'asked' | 'another' | 'open'

function subjectReader({ question, passages, textOf }: AskingOptions): SubjectReader {
  const asked = question.toLowerCase()
  const ids = [...new Set(passages.map(({ documentId }) => documentId))]
  const read = new Map<string, { readonly all: readonly RecordSubject[]; readonly meant: readonly RecordSubject[] }>()
  const subjectsOf = (documentId: string) => {
    const known = read.get(documentId)
    if (known) return known
    const all = subjectsIn(textOf(documentId))
    const others = ids.filter((id) => id !== documentId)
    const named = all.filter(({ words }) => isNamedIn(asked, words))
    const elsewhere = all.filter(({ words }) => others.some((id) => isNamedIn(textOf(id), words)))
    const meant = named.length > 0 ? named : elsewhere.length === 1 ? elsewhere : []
    read.set(documentId, { all, meant })
    return { all, meant }
  }
  return (documentId, start) => {
    const { all, meant } = subjectsOf(documentId)
    const own = subjectAt(all, start)
    if (all.length < 2 || own === null || meant.includes(own)) return 'asked'
    return meant.length === 0 ? 'open' : 'another'
  }
}

/** The last word of a name is enough: "Mrs Roe". */
function isNamedIn(text: string, words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  const found = text.indexOf(last)
  return found >= 0 && new RegExp(`(?<!\\p{L})${last}(?!\\p{L})`, 'u').test(text)
}

export function readQuestion(options: AskingOptions): Asking {
  const { question, named, passages, places, textOf } = options
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const parts = askedParts(question, naming)
  const comparing = named.length >= 2 ? comparingOf(question) : null
  const ofEach = (part: AskedPart) =>
    part.wants === 'comparison' ? partOfEach(part, comparing) : { ...part, names: [] }
  const asked: readonly Asked[] =
    named.length < 2
      ? parts.map((part) => ({ part, documentId: null }))
      : named.flatMap(({ documentId }) => parts.map((part) => ({ part: ofEach(part), documentId })))
  const byMark = new Map(passages.map((passage) => [passage.source, passage]))
  const { has, hasForm } = wordFinder(textOf)
  const ofPages = new Map<string, ReadonlySet<string>>()
  const ofWhom = subjectReader(options)
  const isToQuote = ({ source, place }: SourcePlace) => {
    const passage = byMark.get(source)
    const documentId = passage?.documentId
    if (documentId === undefined) return true
    if (ofWhom(documentId, (passage?.start ?? 0) + place.start) === 'another') return false
    if (place.kind !== 'sentence') return true
    const lines = ofPages.get(documentId) ?? linesOfPages(textOf(documentId))
    ofPages.set(documentId, lines)
    return !lines.has(place.text.trim().toLowerCase())
  }
  const quotables = quotablesOf(places, byMark, { has, isToQuote })
  return {
    ...options,
    parts,
    asked,
    comparing,
    quotables,
    isToQuote,
    ofWhom,
    changedBy: changedClauses([...new Set(passages.map(({ documentId }) => documentId))], textOf),
    byMark,
    has,
    hasForm,
    isMeant: documentsMeant(parts, named, passages, has),
    judged: new Map(),
  }
}

/** Whether a place is of what a part is put to. */
export function isOf({ documentId }: Asked, { isMeant }: Asking): (one: Pick<Quotable, 'documentId'>) => boolean {
  return (one) => (documentId === null ? isMeant(one.documentId) : one.documentId === documentId)
}

/** The places of the first passages that a part is put to. */
export function ofFirst(
  count: number,
  isAsked: (one: Pick<Quotable, 'documentId'>) => boolean,
  { passages, quotables }: Asking,
) {
  const first = new Set(
    passages
      .filter(isAsked)
      .slice(0, count)
      .map(({ source }) => source),
  )
  return quotables.filter(({ at: { source } }) => first.has(source))
}

/** One side of a comparison that no code can rank is quoted where one place says so much of it. */
const SIDE_SHARE = 0.5

/** Of what a part asks about, so much in one place says that the documents concern it, where they have all of its words somewhere. */
export const RELEVANT_SHARE = 0.3

/** More, where one of its words is nowhere: "Does it lapse?"; and where the thing asked for is: "How much rent deposit is held?" */
const SHARE_THOUGH_WORD_UNKNOWN = 0.5
const SHARE_THOUGH_THING_UNKNOWN = 0.6
const PLACES_AT_MOST = 3
const NEAR_THE_BEST = 0.67

/** The places that concern the question most, of each document that it names; none, and the documents do not say. */
export function relevantPlaces(asking: Asking): readonly SourcePlace[] {
  const { asked, quotables, isMeant, named } = asking
  const held = asked.map((one) => ({ ...one, enough: relevantShareFor(one, asking) }))
  const ranked = quotables
    .filter(({ documentId }) => isMeant(documentId))
    .map((one) => {
      const own = held.filter(({ documentId }) => documentId === null || documentId === one.documentId)
      const shares = own.map(({ part, enough }) => ({ share: relevance(part, one), enough }))
      return {
        ...ofDocument(one),
        share: Math.max(0, ...shares.flatMap(({ share, enough }) => (share >= enough ? share : []))),
      }
    })
    .filter(({ share }) => share > 0)
    .toSorted(byShare)
  const near = ranked.filter(({ share }) => share >= NEAR_THE_BEST * (ranked[0]?.share ?? 0))
  const found = [...(named.length < 2 ? [] : named.flatMap((document) => bestOf(document, ranked))), ...near]
  return [...new Map(found.map(({ at }) => [textKey(at), at])).values()].slice(0, PLACES_AT_MOST)
}

/** Of a word of the question so much is in one that is made of it. */
const OF_COMPOUND = 0.5

/** The places with the most words of the question, those counted half that are made of one: "Lohnansprüche" and "Ansprüche". */
export function nearestPlaces({ asked, quotables, isMeant }: Asking): readonly SourcePlace[] {
  const halfThere = ({ terms }: AskedPart, { around }: Quotable) => {
    const areOne = (one: string, other: string) => isMadeOf(one, other) || isMadeOf(other, one)
    return terms.filter(({ word }) => around.terms.some((other) => areOne(word, other.word))).length / terms.length
  }
  const nearness = (part: AskedPart, place: Quotable) =>
    part.terms.length === 0 ? 0 : relevance(part, place) + OF_COMPOUND * halfThere(part, place)
  const ranked = quotables
    .filter(({ documentId }) => isMeant(documentId))
    .map((one) => ({ ...ofDocument(one), share: Math.max(0, ...asked.map(({ part }) => nearness(part, one))) }))
    .filter(({ share }) => share > 0)
    .toSorted(byShare)
  return [...new Map(ranked.map(({ at }) => [textKey(at), at])).values()].slice(0, PLACES_AT_MOST)
}

/** With a pronoun and no more than one word of its own, "What happens if they do not turn up?", no missing word shows that nothing answers it. */
const SAYS_LITTLE_TERMS = 1

export function isUnderspecified({ question, parts, named }: Asking): boolean {
  const isLittle = ({ terms, names }: AskedPart) => terms.length <= SAYS_LITTLE_TERMS && names.length === 0
  return named.length === 0 && pointsBack(question) && parts.every(isLittle)
}

/** Words that a part is about, or the thing that it asks for, which no document that is asked about has. */
function isUnknown({ documentId, part }: Asked, words: readonly string[], asking: Asking) {
  const { passages, quotables, isMeant, hasForm } = asking
  const ids = documentId === null ? [...new Set(passages.map((one) => one.documentId))].filter(isMeant) : [documentId]
  const own = quotables.filter((one) => ids.includes(one.documentId))
  const called = part.things.filter(({ others }) => own.some(({ around }) => isNamedThere(others, around.text)))
  const isCalled = (word: string) =>
    called.some(({ start, end }) =>
      part.text
        .slice(start, end)
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(word),
    )
  return words.some((word) => !isCalled(word) && !ids.some((id) => hasForm(id, word)))
}

/** How much of what a part asks about one place must have to say that the documents concern it. */
export function relevantShareFor(one: Asked, asking: Asking): number {
  const thing = thingAsked(one.part.text)
  if (thing !== null) return isUnknown(one, [thing], asking) ? SHARE_THOUGH_THING_UNKNOWN : RELEVANT_SHARE
  const readings = one.part.readings.map((terms) => terms.map(({ word }) => word))
  return readings.every((words) => isUnknown(one, words, asking)) ? SHARE_THOUGH_WORD_UNKNOWN : RELEVANT_SHARE
}

/** What one of several documents says of what is compared: one place, with a value where there is one. */
export function mostRelevant({ part, documentId }: Asked, own: readonly Quotable[]): readonly SourcePlace[] {
  if (documentId === null) return []
  const ranked = own
    .map((one) => ({ ...ofDocument(one), share: relevance(part, one) }))
    .filter(({ share }) => share >= SIDE_SHARE)
  return bestOf({ documentId }, ranked).map(({ at }) => at)
}

type RelevantPlace = Pick<Quotable, 'at' | 'documentId'> & { readonly share: number; readonly hasValue: boolean }

function ofDocument({ at, documentId, said }: Quotable): Omit<RelevantPlace, 'share'> {
  return { at, documentId, hasValue: said.values.length > 0 }
}

function byShare(one: RelevantPlace, other: RelevantPlace): number {
  return other.share - one.share
}

/** One place, with a value where there is one. */
function bestOf({ documentId }: Pick<NamedIn, 'documentId'>, all: readonly RelevantPlace[]): readonly RelevantPlace[] {
  const own = all.filter((one) => one.documentId === documentId)
  return own.toSorted((one, other) => byShare(one, other) || Number(other.hasValue) - Number(one.hasValue)).slice(0, 1)
}
