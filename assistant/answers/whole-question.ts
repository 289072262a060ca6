import {
  type AskedPart,
  askedParts,
  type ConfirmedSentence,
  coverage,
  isAnswered,
  namesAsked,
  tells,
} from '../../checks/asked-parts.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import { type Statement, statementOf } from '../../checks/statement.ts'
import { isKindWord } from '../../text/questions.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { Claim, PassageCitation, PassageSource } from '../../contract/answer.ts'
import { isConfirmed } from '../../contract/confirmed.ts'
import { type Comparing, comparingOf, conclude, partOfEach } from './conclude.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { documentTitle } from '../../library/search/document-title.ts'

export type WholeQuestionOptions = {
  readonly question: string
  /** The documents that the question names. */
  readonly named: readonly NamedIn[]
  readonly passages: readonly PassageSource[]
  /** Of the passages. */
  readonly places: readonly SourcePlace[]
  /** Words of the question that none of the searched documents has. */
  readonly unknownWords: readonly string[]
  /** The whole text of a document in lower case; empty where it is not known. */
  readonly textOf: (documentId: string) => string
}

/** A part of the question, put to one of several documents that it names, or (null) to all. */
type Asked = { readonly part: AskedPart; readonly documentId: string | null }

/** A place as a sentence could quote it. */
type Quotable = ConfirmedSentence & { readonly at: SourcePlace; readonly documentId: string }

export type WholeQuestion = ReturnType<typeof createWholeQuestion>

/** A confirmed sentence with the document of its place; null: it is a rule's. */
type Relied = ConfirmedSentence & { readonly claim: Claim; readonly documentId: string | null }

/** Two places may answer a part in other words; of more nobody knows which is meant. */
const QUOTES_AT_MOST = 2
/** Of what a part asks about, so much in one place says that the documents concern it. */
const CONCERNS = 0.5
/** More, where no document has one of its words: "Who holds the rent deposit?" of a lease without one, but "May it be sublet?" too. */
const CONCERNS_THOUGH_UNKNOWN = 0.6
const CONCERNING_AT_MOST = 3

/** A question read once for all that is held against it. */
type Asking = WholeQuestionOptions & {
  readonly parts: readonly AskedPart[]
  readonly asked: readonly Asked[]
  readonly comparing: Comparing | null
  readonly quotables: readonly Quotable[]
  readonly byMark: ReadonlyMap<string, PassageSource>
  readonly has: (documentId: string, word: string) => boolean
  readonly isMeant: (documentId: string) => boolean
}

/**
 * Tells whether all that was asked is answered: each part of a question, each document that it names, each person. By the words of the
 * question and what kind of thing is wanted (`asked-parts.ts`); what asks for all there is can never be shown to be whole.
 */
export function createWholeQuestion(options: WholeQuestionOptions) {
  const asking = readQuestion(options)
  return {
    /** Whether a question for one document or person is asked of this one too. */
    isMeant: asking.isMeant,
    /** Places that answer what the sentences so far leave open: code finds them where the model chose others. */
    lacking: (claims: readonly Claim[]): readonly SourcePlace[] =>
      open(claims, asking).flatMap((one) => answering(one, asking)),
    isBesideThePoint: (claims: readonly Claim[]) => isBesideThePoint(claims, asking),
    conclusion: (claims: readonly Claim[]) => conclusionOf(claims, asking),
    notAnswered: (claims: readonly Claim[]) => notAnswered(claims, asking),
    /** Whether all that is asked is answered by the sentences, with what code concludes from them. */
    isAnsweredBy: (claims: readonly Claim[]) => {
      const conclusion = conclusionOf(claims, asking)
      return claims.length > 0 && notAnswered(conclusion ? [...claims, conclusion] : claims, asking).length === 0
    },
    concerning: () => concerning(asking),
  }
}

function readQuestion(options: WholeQuestionOptions): Asking {
  const { question, named, passages, places, textOf } = options
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const parts = askedParts(question, naming)
  const comparing = named.length >= 2 ? comparingOf(question) : null
  const ofEach = (part: AskedPart) =>
    comparing && part.wants === 'comparison' ? partOfEach(part, comparing) : { ...part, names: [] }
  const asked: readonly Asked[] =
    named.length < 2
      ? parts.map((part) => ({ part, documentId: null }))
      : named.flatMap(({ documentId }) => parts.map((part) => ({ part: ofEach(part), documentId })))
  const byMark = new Map(passages.map((passage) => [passage.source, passage]))
  const has = wordFinder(textOf)
  const quotables = places.flatMap((at) => quotable(at, byMark, has))
  return {
    ...options,
    parts,
    asked,
    comparing,
    quotables,
    byMark,
    has,
    isMeant: documentsMeant(parts, named, passages, has),
  }
}

/** The sentences of an answer that may be relied on, with the place of each. */
function confirmedOf(claims: readonly Claim[], { byMark, places, has }: Asking): readonly Relied[] {
  return claims.flatMap((claim): readonly Relied[] => {
    // In the place of a contradicted sentence are the words of the page.
    if (!isConfirmed(claim) && claim.instead === null) return []
    const said = statementOf(claim.instead ?? claim.text)
    const quotes = claim.citations.filter((one): one is PassageCitation => 'quote' in one)
    if (quotes.length === 0) return [{ claim, said, around: said, documentHas: () => true, documentId: null }]
    return quotes.map(({ source, documentId, start: at, quote }) => {
      const start = at - (byMark.get(source)?.start ?? 0)
      const place = places.find((one) => one.source === source && one.place.start <= start && start < one.place.end)
      const around = statementOf([quote, place?.place.label ?? ''].join('\n'))
      return { claim, said, around, documentHas: (word) => has(documentId, word), documentId }
    })
  })
}

/** What the sentences do not answer. */
function open(claims: readonly Claim[], asking: Asking): readonly Asked[] {
  const confirmed = confirmedOf(claims, asking)
  return asking.asked.filter(({ part, documentId: wanted }) => {
    const own = confirmed.filter(({ documentId }) => wanted === null || documentId === null || documentId === wanted)
    return !isAnswered(part, own)
  })
}

/** Places that answer a part by all of its words and tell what is wanted. */
function answering({ part, documentId }: Asked, { quotables, isMeant }: Asking): readonly SourcePlace[] {
  if (part.wants === 'all' || part.wants === 'comparison') return []
  const found = quotables.filter(
    (one) =>
      (documentId === null ? isMeant(one.documentId) : one.documentId === documentId) &&
      coverage(part, one) === 1 &&
      tells(part, one),
  )
  const each = [...new Map(found.map((one) => [textKey(one.at), one])).values()]
  if (each.length <= QUOTES_AT_MOST) return each.map(({ at }) => at)
  // Of many the rows of a form that are about nothing else: "Landlord: Pennifold Estates Limited".
  const rows = each.filter((one) => isLabelledBy(one, part))
  return rows.length <= QUOTES_AT_MOST ? rows.map(({ at }) => at) : []
}

/** Whether no sentence has to do with anything that was asked: a small model cites something whatever it is asked. */
function isBesideThePoint(claims: readonly Claim[], asking: Asking): boolean {
  const { asked, parts } = asking
  if (open(claims, asking).length < asked.length) return false
  const confirmed = confirmedOf(claims, asking)
  const best = (part: AskedPart) => Math.max(0, ...confirmed.map((one) => coverage(part, one)))
  return parts.every((part) => isUnknown(part, asking) || best(part) < CONCERNS)
}

/** Nothing that was searched has what a part asks about. */
function isUnknown({ terms }: AskedPart, { unknownWords }: Asking): boolean {
  return terms.some(({ word }) => unknownWords.some((unknown) => isSameWord(word, unknown.toLowerCase())))
}

/** What code concludes from the sentences on the two documents that the question compares; null for nothing. */
function conclusionOf(claims: readonly Claim[], asking: Asking): Claim | null {
  const { parts, comparing, named, question, passages } = asking
  const part = parts.find(({ wants }) => wants === 'comparison' || comparing?.wanted === 'sum')
  if (!comparing || !part || claims.some(isConclusion)) return null
  const confirmed = confirmedOf(claims, asking)
  const compared = named.map((document) => ({
    name: nameIn(question, document, passages),
    part: partOfEach(part, comparing),
    sentences: confirmed.filter(({ documentId }) => documentId === document.documentId),
  }))
  return conclude(comparing, compared, claims.length)
}

/** What the sentences leave open, in the words of the question; of several documents with the name of the one that is lacking. */
function notAnswered(claims: readonly Claim[], asking: Asking): string[] {
  const { named, passages, parts, comparing, question } = asking
  const texts = open(claims, asking).map(({ part, documentId }) => {
    const document = passages.find((one) => one.documentId === documentId)?.document
    return document === undefined ? inWords(part) : `${inWords(part)} (${documentTitle(document)})`
  })
  if (texts.length > 0) return [...new Set(texts)]
  const leftOut = named.length < 2 ? namesLeftOut(question, confirmedOf(claims, asking)) : []
  const isOpen = comparing !== null && !claims.some(isConclusion)
  const compared = isOpen ? parts.filter(({ wants }) => wants === 'comparison').map(inWords) : []
  return [...new Set([...leftOut, ...compared])]
}

/** The places that concern the question most, where nothing was written: none, and the documents do not say. */
function concerning(asking: Asking): readonly SourcePlace[] {
  const { parts, quotables, isMeant } = asking
  const held = parts.map((part) => ({ part, enough: isUnknown(part, asking) ? CONCERNS_THOUGH_UNKNOWN : CONCERNS }))
  const ranked = quotables
    .filter(({ documentId }) => isMeant(documentId))
    .map((one) => {
      const shares = held.map(({ part, enough }) => ({ share: coverage(part, one), enough }))
      return {
        at: one.at,
        share: Math.max(0, ...shares.flatMap(({ share, enough }) => (share >= enough ? share : []))),
      }
    })
    .filter(({ share }) => share > 0)
    .toSorted((one, other) => other.share - one.share)
  return [...new Map(ranked.map(({ at }) => [textKey(at), at])).values()].slice(0, CONCERNING_AT_MOST)
}

/** People whom the question names beside each other, and of whom no sentence says anything. */
function namesLeftOut(question: string, confirmed: readonly Relied[]): readonly string[] {
  return namesAsked(question).filter((name) => {
    const last = name.split(/\s+/).at(-1)?.toLowerCase() ?? ''
    return !confirmed.some(({ around, said }) => [...around.terms, ...said.terms].some(({ word }) => word === last))
  })
}

/** Code drew it from the values of several. */
function isConclusion({ verdict, citations }: Claim): boolean {
  return verdict === 'computed' && citations.length >= 2
}

/** What the question calls a document: the name of a person or party that its text has and that the others lack; else its title. */
function nameIn(question: string, { documentId, words }: NamedIn, passages: readonly PassageSource[]): string {
  const own = passages.filter((one) => one.documentId === documentId)
  const others = passages.filter((one) => one.documentId !== documentId)
  const has = (all: readonly PassageSource[], name: string) =>
    all.some(({ text, document }) => `${document} ${text}`.includes(name))
  const names = question.match(/(?:\p{Lu}\.\s*)*\p{Lu}\p{L}+/gu) ?? []
  const telling = names.filter((name) => has(own, name) && !has(others, name))
  return telling.at(-1) ?? ([...words][0] === undefined ? '' : documentTitle(own[0]?.document ?? ''))
}

const FIRST_CELL = /^[\s*_|•-]*([^\t|:]+)(?:[\t|:]|$)/

/** Whether what labels a place is what the part asks about, and nothing more; a part may name more than a label does. */
function isLabelledBy({ at: { place } }: Quotable, { terms }: AskedPart): boolean {
  const label = place.kind === 'sentence' ? place.label : (FIRST_CELL.exec(place.text)?.[1] ?? '')
  const words = statementOf(label).terms.filter(({ word }) => !isKindWord(word))
  return words.length > 0 && words.every((word) => terms.some((term) => isSameWord(term.word, word.word)))
}

function inWords({ text, wants }: AskedPart): string {
  if (wants === 'all') return `whether “${text}” is complete`
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function textKey({ place }: SourcePlace): string {
  return place.text.replace(/\s+/g, ' ').trim()
}

/** Two sentences are only read together; what is quoted is one, or a row. */
function quotable(
  at: SourcePlace,
  byMark: ReadonlyMap<string, PassageSource>,
  has: (documentId: string, word: string) => boolean,
): readonly Quotable[] {
  const { place, source } = at
  const passage = byMark.get(source)
  if (!passage || place.kind === 'two-sentences' || isHeading(place.text, passage)) return []
  const { documentId } = passage
  const around: Statement = statementOf([place.text, place.label].join('\n'))
  return [{ at, said: place.said, around, documentId, documentHas: (word) => has(documentId, word) }]
}

/** A heading says what a passage is about, and nothing about it. */
function isHeading(text: string, { section }: PassageSource): boolean {
  return section.split(/ > |; /).includes(text.replace(/^[\s#*_]+|[\s*_]+$/g, ''))
}

function wordFinder(textOf: (documentId: string) => string): (documentId: string, word: string) => boolean {
  const words = new Map<string, ReadonlySet<string>>()
  return (documentId, word) => {
    const known = words.get(documentId) ?? new Set(textOf(documentId).match(/[\p{L}\p{N}]+/gu) ?? [])
    words.set(documentId, known)
    return known.has(word)
  }
}

/**
 * Which documents a question is about: those that it names; else those that have the names in it, where any has; else all. What is said
 * of one patient is no answer about another.
 */
function documentsMeant(
  parts: readonly AskedPart[],
  named: readonly NamedIn[],
  passages: readonly PassageSource[],
  has: (documentId: string, word: string) => boolean,
): (documentId: string) => boolean {
  if (named.length > 0) {
    const ids = new Set(named.map(({ documentId }) => documentId))
    return (documentId) => ids.has(documentId)
  }
  const names = parts.flatMap((part) => part.names)
  const ids = new Set(passages.map(({ documentId }) => documentId))
  const having = new Set([...ids].filter((id) => names.some((name) => has(id, name))))
  return (documentId) => names.length === 0 || having.size === 0 || having.has(documentId)
}
