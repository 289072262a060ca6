import {
  type AskedPart,
  askedParts,
  type ConfirmedSentence,
  coverage,
  isAnswered,
  tells,
} from '../../checks/asked-parts.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import { type Statement, statementOf } from '../../checks/statement.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { Claim, PassageCitation, PassageSource } from '../../contract/answer.ts'
import { isConfirmed } from '../../contract/confirmed.ts'
import { comparingOf, conclude, partOfEach } from './conclude.ts'
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
const CONCERNING_AT_MOST = 3

/**
 * Tells whether all that was asked is answered: each part of a question, each document that it names, each person. By the words of the
 * question and what kind of thing is wanted (`asked-parts.ts`); what asks for all there is can never be shown to be whole.
 */
export function createWholeQuestion({ question, named, passages, places, unknownWords, textOf }: WholeQuestionOptions) {
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const parts = askedParts(question, naming)
  const byMark = new Map(passages.map((passage) => [passage.source, passage]))
  const has = wordFinder(textOf)
  const meant = documentsMeant(parts, named, passages, has)
  const quotables = places.flatMap((at) => quotable(at, byMark, has))
  const comparing = named.length >= 2 ? comparingOf(question) : null
  const ofEach = (part: AskedPart) =>
    comparing && part.wants === 'comparison' ? partOfEach(part, comparing) : { ...part, names: [] }
  const asked: readonly Asked[] =
    named.length < 2
      ? parts.map((part) => ({ part, documentId: null }))
      : named.flatMap(({ documentId }) => parts.map((part) => ({ part: ofEach(part), documentId })))

  /** The sentences of an answer that may be relied on, with the place of each. */
  function confirmedOf(claims: readonly Claim[]): readonly Relied[] {
    return claims.flatMap((claim): readonly Relied[] => {
      // In the place of a contradicted sentence are the words of the page.
      if (!isConfirmed(claim) && claim.instead === null) return []
      const said = statementOf(claim.instead ?? claim.text)
      const quotes = claim.citations.filter((one): one is PassageCitation => 'quote' in one)
      if (quotes.length === 0) return [{ claim, said, around: said, documentHas: () => true, documentId: null }]
      return quotes.map((quote) => {
        const start = quote.start - (byMark.get(quote.source)?.start ?? 0)
        const at = places.find(
          ({ source, place }) => source === quote.source && place.start <= start && start < place.end,
        )
        const around = statementOf([quote.quote, at?.place.label ?? ''].join('\n'))
        const documentHas = (word: string) => has(quote.documentId, word)
        return { claim, said, around, documentHas, documentId: quote.documentId }
      })
    })
  }

  function open(claims: readonly Claim[]): readonly Asked[] {
    const confirmed = confirmedOf(claims)
    return asked.filter(({ part, documentId }) => {
      const own = confirmed.filter(
        (one) => documentId === null || one.documentId === null || one.documentId === documentId,
      )
      return !isAnswered(part, own)
    })
  }

  /** Places that answer a part by all of its words and tell what is wanted. */
  function answering({ part, documentId }: Asked): readonly SourcePlace[] {
    if (part.wants === 'all' || part.wants === 'comparison') return []
    const found = quotables.filter(
      (one) =>
        (documentId === null ? meant(one.documentId) : one.documentId === documentId) &&
        coverage(part, one) === 1 &&
        tells(part, one),
    )
    const each = [...new Map(found.map((one) => [textKey(one.at), one])).values()]
    if (each.length <= QUOTES_AT_MOST) return each.map(({ at }) => at)
    // Of many the rows of a form that are about nothing else: "Landlord: Pennifold Estates Limited".
    const rows = each.filter((one) => isLabelledBy(one, part))
    return rows.length <= QUOTES_AT_MOST ? rows.map(({ at }) => at) : []
  }

  /** Nothing that was searched has what a part asks about. */
  const isUnknown = ({ terms }: AskedPart) =>
    terms.some(({ word }) => unknownWords.some((unknown) => isSameWord(word, unknown.toLowerCase())))

  return {
    /** Whether a question for one document or person is asked of this one too. */
    isMeant: meant,
    /** Places that answer what the sentences so far leave open: code finds them where the model chose others. */
    lacking: (claims: readonly Claim[]): readonly SourcePlace[] => open(claims).flatMap(answering),
    /** Whether no sentence has to do with anything that was asked: a small model cites something whatever it is asked. */
    isBesideThePoint(claims: readonly Claim[]): boolean {
      if (open(claims).length < asked.length) return false
      const confirmed = confirmedOf(claims)
      const best = (part: AskedPart) => Math.max(0, ...confirmed.map((one) => coverage(part, one)))
      return parts.every((part) => isUnknown(part) || best(part) < CONCERNS)
    },
    /** What code concludes from the sentences on the two documents that the question compares; null for nothing. */
    conclusion(claims: readonly Claim[]): Claim | null {
      const part = parts.find(({ wants }) => wants === 'comparison' || comparing?.wanted === 'sum')
      if (!comparing || !part || claims.some(isConclusion)) return null
      const confirmed = confirmedOf(claims)
      const compared = named.map((document) => ({
        name: nameIn(question, document, passages),
        part: partOfEach(part, comparing),
        sentences: confirmed.filter(({ documentId }) => documentId === document.documentId),
      }))
      return conclude(comparing, compared, claims.length)
    },
    /** What the sentences leave open, in the words of the question; of several documents with the name of the one that is lacking. */
    notAnswered(claims: readonly Claim[]): string[] {
      const texts = open(claims).map(({ part, documentId }) => {
        const document = passages.find((one) => one.documentId === documentId)?.document
        return document === undefined ? inWords(part) : `${inWords(part)} (${documentTitle(document)})`
      })
      const isConcluded = claims.some(isConclusion)
      const compared = parts.filter(({ wants }) => wants === 'comparison').map(inWords)
      return [...new Set([...texts, ...(comparing && !isConcluded && texts.length === 0 ? compared : [])])]
    },
    /** The places that concern the question most, where nothing was written: none, and the documents do not say. */
    concerning(): readonly SourcePlace[] {
      const known = parts.filter((part) => !isUnknown(part))
      const ranked = quotables
        .filter(({ documentId }) => meant(documentId))
        .map((one) => ({ at: one.at, share: Math.max(0, ...known.map((part) => coverage(part, one))) }))
        .filter(({ share }) => share >= CONCERNS)
        .toSorted((one, other) => other.share - one.share)
      return [...new Map(ranked.map(({ at }) => [textKey(at), at])).values()].slice(0, CONCERNING_AT_MOST)
    },
  }
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

/** Whether what labels a place is what the part asks about, and nothing more. */
function isLabelledBy({ at: { place } }: Quotable, { terms }: AskedPart): boolean {
  const label = place.kind === 'sentence' ? place.label : (FIRST_CELL.exec(place.text)?.[1] ?? '')
  const words = statementOf(label).terms
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
  if (!passage || place.kind === 'two-sentences') return []
  const { documentId } = passage
  const around: Statement = statementOf([place.text, place.label].join('\n'))
  return [{ at, said: place.said, around, documentId, documentHas: (word) => has(documentId, word) }]
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
