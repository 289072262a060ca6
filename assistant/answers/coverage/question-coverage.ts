import { type AskedPart, hasAnswerType } from '../../../checks/answer-type.ts'
import { coverage, isOfAsked, namesAsked } from '../../../checks/asked-parts.ts'
import type { SourcePlace } from '../../../checks/confirm.ts'
import {
  whatClauseSays,
  whetherAnswered,
  whetherComplete,
  whichAnswers,
} from '../../../contract/answers/answer-words.ts'
import type { Claim, PassageCitation } from '../../../contract/answers/answer.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import { documentTitle } from '../../../library/search/document-title.ts'
import {
  type Asked,
  type Asking,
  type AskingOptions,
  isOf,
  isUnderspecified,
  type JudgedParts,
  mostRelevant,
  nearestPlaces,
  ofFirst,
  readQuestion,
  RELEVANT_SHARE,
  relevantPlaces,
  relevantShareFor,
} from './read-question.ts'
import { conclude, partOfEach } from './conclude-comparison.ts'
import {
  answeredTwice,
  changedOf,
  confirmedOf,
  doubtful,
  foundByRules,
  isDenied,
  isQuoted,
  likely,
  ofAsked,
  open,
  type Relied,
  withLikelyShown,
} from './answered-parts.ts'
import { toldOtherwise } from './told-otherwise.ts'
import { areIrrelevant, isLikely, likeliest, probable } from './judge-parts.ts'
import {
  flat,
  isLabelledBy,
  namesAll,
  type Quotable,
  relevance,
  saysItself,
  sectionAsked,
  textKey,
} from './quotable-places.ts'
import { lacksCell, rowsAsked } from './rows-asked.ts'

/** Two places may answer a part in other words; of more nobody knows which is meant. */
const QUOTES_AT_MOST = 2
/** A sentence with less of what a part asks about is no answer to it. */
const BESIDE = 0.5
const PASSAGES_FOR_NEAREST = 6
const LIKELIEST_AT_MOST = 3

/**
 * Tells whether all that was asked is answered: each part of a question, each document that it names, each person. By the words of the
 * question and what kind of thing is wanted (`asked-parts.ts`); what asks for all there is can never be shown to be whole.
 */
export function createQuestionCoverage(options: AskingOptions): QuestionCoverage {
  return coverageWith(readQuestion(options))
}

export type QuestionCoverage = ReturnType<typeof coverageOf> & {
  /** The same question with what the models say of parts of it. */
  readonly with: (judged: JudgedParts) => QuestionCoverage
}

function coverageWith(asking: Asking): QuestionCoverage {
  return {
    ...coverageOf(asking),
    with: (judged) => coverageWith({ ...asking, judged: new Map([...asking.judged, ...judged]) }),
  }
}

function coverageOf(asking: Asking) {
  return {
    /** Whether a question for one document or person is asked of this one too. */
    isMeant: asking.isMeant,
    /** Whether a place says something by itself, and is no head or foot of each page. */
    isToQuote: asking.isToQuote,
    /** Places that answer what the sentences so far leave open: code finds them where the model chose others. */
    lacking: (claims: readonly Claim[]): readonly SourcePlace[] => [
      ...open(claims, asking).flatMap((one) => answering(one, asking)),
      ...changing(claims, asking),
      ...toldOtherwise(claims, asking).flatMap(({ places }) => places.map(({ at }) => at)),
    ],
    isBesideThePoint: (claims: readonly Claim[]) => isBesideThePoint(claims, asking),
    isOfNothingAsked: (claim: Claim) => isOfNothingAsked(claim, asking),
    conclusion: (claims: readonly Claim[]) => conclusionOf(claims, asking),
    /** What the sentences leave open, answer with several values, or take from a clause that was changed. */
    notAnswered: (claims: readonly Claim[]) => [
      ...notAnswered(claims, asking),
      ...toldTwice(claims, asking).map(({ part }) => whichAnswers(inSmall(part))),
      ...changedOf(claims, asking).map(({ clause, document }) => whatClauseSays(clause, documentTitle(document))),
    ],
    /** Whether a model could add nothing: all is answered, with what code concludes, or is a section that is quoted as it is. */
    isAnsweredBy: (claims: readonly Claim[]) => {
      const conclusion = conclusionOf(claims, asking)
      return claims.length > 0 && leftOpen(conclusion ? [...claims, conclusion] : claims, asking).length === 0
    },
    concerning: () => relevantPlaces(asking),
    /** Whether its words are too few to say that nothing answers it. */
    saysTooLittle: () => isUnderspecified(asking),
    /** Of what the sentences so far leave open: the places that a language model is to be asked about. */
    doubtful: (claims: readonly Claim[]) => doubtful(claims, asking),
    /** Of what the rules find answered: the places that a language model is to be asked about too. */
    foundByRules: (claims: readonly Claim[]) => foundByRules(claims, asking),
    /** The places that most likely answer what the sentences so far leave open; none where the model was not asked. */
    likely: (claims: readonly Claim[]) => likely(claims, asking).map(({ at }) => at),
    /** What is known of the places once those are quoted. */
    withLikelyShown: (claims: readonly Claim[]) => withLikelyShown(claims, asking),
    /** The places that the reranker gives the best odds; none without one. */
    likeliest: () => likeliest(asking.judged, asking.quotables, LIKELIEST_AT_MOST).map(({ at }) => at),
    /** The places with the most words of the question, however few; none where no place has one. */
    nearest: () => nearestPlaces(asking),
    /** Those that it finds more likely to answer than not. */
    probable: () => probable(asking.judged, asking.quotables).map(({ at }) => at),
    attributed: (claim: Claim) => attributed(claim, asking),
    /** The parts for which the rules find no place, with the places among which one may answer in other words. */
    leftByRules: () => leftByRules(asking),
  }
}

/** The parts that are told in two ways, by these sentences or by another place. */
function toldTwice(claims: readonly Claim[], asking: Asking): readonly Asked[] {
  return [...new Set([...answeredTwice(claims, asking), ...toldOtherwise(claims, asking).map(({ asked }) => asked)])]
}

const ITEMS_OF_CHANGE = 3

/** "4.", and not "(a)": of a list within a list. */
function isNumbered(item: string): boolean {
  return /^[\s(]*\p{N}/u.test(item)
}

/** Where the clauses that sentences are of are changed: in that line, or in the items below it, "Paragraph 4 is varied as follows:". */
function changing(claims: readonly Claim[], asking: Asking): readonly SourcePlace[] {
  return changedOf(claims, asking).flatMap(({ amending: { documentId }, amendment }) => {
    const own = asking.quotables.filter((place) => place.documentId === documentId)
    const line = own.find(({ start }) => amendment.start <= start && start < amendment.end)
    const written = flat(asking.textOf(documentId).slice(amendment.start, amendment.end))
    const isBelow = ({ at: { place } }: Quotable) => place.label !== '' && flat(place.label).toLowerCase() === written
    const below = own.filter(isBelow)
    const isOfFirst = ({ at: { place } }: Quotable) =>
      isNumbered(place.text) === isNumbered(below[0]?.at.place.text ?? '')
    const found = line ? [line] : below.filter(isOfFirst).slice(0, ITEMS_OF_CHANGE)
    return found.map(({ at }) => at)
  })
}

function leftByRules(asking: Asking): readonly { readonly asked: Asked; readonly among: readonly Quotable[] }[] {
  return asking.asked
    .filter((one) => answering(one, asking).length === 0)
    .map((one) => ({ asked: one, among: ofFirst(PASSAGES_FOR_NEAREST, isOf(one, asking), asking) }))
}

/** Places that answer a part by all of its words and tell what is wanted; else the one that does so in other words. */
function answering(one: Asked, asking: Asking): readonly SourcePlace[] {
  const byRule = answeringByRule(one, asking)
  const nearest = asking.judged.get(one)?.nearest
  return byRule.length > 0 || !nearest ? byRule : [nearest.at]
}

function answeringByRule(one: Asked, asking: Asking): readonly SourcePlace[] {
  const { part } = one
  const own = asking.quotables.filter(isOf(one, asking)).filter((place) => !lacksCell(part, place))
  const rowsOfTables = rowsAsked(part, own)
  if (rowsOfTables.length > 0) return rowsOfTables.map(({ at }) => at)
  if (part.wants === 'all') return sectionAsked(part, own).map(({ at }) => at)
  if (part.wants === 'comparison') return mostRelevant(one, own)
  const found = own.filter((place) => coverage(part, place) === 1 && hasAnswerType(part, place))
  if (part.terms.length === 0) return firstRows(part, found, asking)
  const each = [...new Map(found.map((place) => [textKey(place.at), place])).values()]
  const labelled = each.filter((place) => isLabelledBy(place, part))
  // What is under a heading is only about it; what stands in the row, or below its label, says it.
  const rows = each.filter((place) => saysItself(place) && (isLabelledBy(place, part) || namesAll(place, part)))
  // Of many the rows of a form that are about nothing else: "Landlord: Pennifold Estates Limited".
  const exact = rows.length > QUOTES_AT_MOST ? rows.filter((place) => isLabelledBy(place, part)) : rows
  // "Was the claim dismissed?" is answered by that word before another state of it.
  const literal = each.filter((place) => coverage({ ...part, wants: 'any' }, place) === 1)
  const others = each.length <= QUOTES_AT_MOST ? each : part.wants === 'whether' ? literal : labelled
  const best = exact.length > 0 ? exact : others
  return best.length <= QUOTES_AT_MOST ? best.map(({ at }) => at) : []
}

/** Of whom a record is, and how old, its first row of that label says; others are of a relative, a doctor, a disease. */
function firstRows(part: AskedPart, found: readonly Quotable[], { byMark }: Asking): readonly SourcePlace[] {
  const startOf = ({ at: { source, place } }: Quotable) => (byMark.get(source)?.start ?? 0) + place.start
  const rows = found
    .filter((place) => isLabelledBy(place, part))
    .toSorted((one, other) => startOf(one) - startOf(other))
  const first = [...Map.groupBy(rows, ({ documentId }) => documentId).values()].flatMap(([row]) => row ?? [])
  return first.length <= QUOTES_AT_MOST ? first.map(({ at }) => at) : []
}

/** Whether no sentence has to do with anything that was asked: a small model cites something whatever it is asked. */
function isBesideThePoint(claims: readonly Claim[], asking: Asking): boolean {
  const { asked, judged } = asking
  if (open(claims, asking).length < asked.length) return false
  const confirmed = confirmedOf(claims, asking)
  return asked.every((one) => {
    const own = ofAsked(one, confirmed)
    const keys = own.map(({ key }) => key)
    const isBeside = areIrrelevant(one.part, keys, judged.get(one))
    if (isBeside !== null) return isBeside
    return (
      relevantShareFor(one, asking) > RELEVANT_SHARE ||
      Math.max(0, ...own.map((sentence) => relevance(one.part, sentence))) < BESIDE
    )
  })
}

/** What answers these may share no word with the question. */
const IN_OTHER_WORDS: ReadonlySet<AskedPart['wants']> = new Set(['all', 'comparison', 'reason', 'whether'])

/**
 * Whether a sentence has no word of what is asked, where one thing is, a name for a dose, which a small model cites all the same; or is no
 * answer as the model itself says when it is asked.
 */
function isOfNothingAsked(claim: Claim, asking: Asking): boolean {
  const placed = confirmedOf([claim], asking)
  if (placed.length === 0) return false
  const isDeniedBy = (one: Asked) =>
    placed.every((sentence) => isDenied(one, sentence, asking) && coverage(one.part, sentence) < 1)
  if (asking.asked.length > 0 && asking.asked.every(isDeniedBy)) return true
  // "…, and why?" goes with what is asked before it.
  const parts = asking.asked.flatMap(({ part }) => (part.terms.length === 0 ? [] : part))
  if (parts.length === 0 || parts.some(({ wants }) => IN_OTHER_WORDS.has(wants))) return false
  const ofAnyDay = parts.map((part) => ({ ...part, asked: { ...part.asked, values: [] } }))
  return ofAnyDay.every((part) => placed.every((one) => coverage(part, one) === 0))
}

/** What code concludes from the sentences on the two documents that the question compares; null for nothing. */
function conclusionOf(claims: readonly Claim[], asking: Asking): Claim | null {
  const { parts, comparing, named } = asking
  const part = parts.find(({ wants }) => wants === 'comparison' || comparing?.wanted === 'sum')
  if (!comparing || !part || claims.some(isConclusion)) return null
  const confirmed = confirmedOf(claims, asking)
  const compared = named.map((document) => ({
    name: nameIn(document, asking),
    part: partOfEach(part, comparing),
    sentences: confirmed.filter(({ documentId }) => documentId === document.documentId),
  }))
  return conclude(comparing, compared, claims.length)
}

/** Of what is not answered, that of which there is no section. */
function leftOpen(claims: readonly Claim[], asking: Asking): readonly string[] {
  const sections = open(claims, asking, 'models').filter(
    (one) => one.part.wants === 'all' && answering(one, asking).length > 0,
  )
  const quoted = new Set(sections.map(({ part }) => inWords(part)))
  return notAnswered(claims, asking, 'models').filter((text) => !quoted.has(text))
}

/** What the sentences leave open, in the words of the question; of several documents with the name of the one that is lacking. */
function notAnswered(claims: readonly Claim[], asking: Asking, by: 'rules' | 'models' = 'rules'): string[] {
  const { named, passages, parts, comparing, question } = asking
  const confirmed = confirmedOf(claims, asking)
  const texts = open(claims, asking, by).map((one) => {
    const document = passages.find(({ documentId }) => one.documentId === documentId)?.document
    const text = openWords(one, claims, confirmed, asking)
    return document === undefined ? text : `${text} (${documentTitle(document)})`
  })
  if (texts.length > 0) return [...new Set(texts)]
  const leftOut = named.length < 2 ? namesLeftOut(question, confirmed) : []
  const isOpen = comparing !== null && !claims.some(isConclusion)
  const compared = isOpen ? parts.filter(({ wants }) => wants === 'comparison').map(inWords) : []
  return [...new Set([...leftOut, ...compared])]
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

/** With the name of whose document it is, where the question names several: "Occupation: accountant" alone says nothing. */
function attributed(claim: Claim, asking: Asking): Claim {
  const { named } = asking
  const [cited] = claim.citations.filter((one): one is PassageCitation => 'quote' in one)
  const document = named.find(({ documentId }) => documentId === cited?.documentId)
  if (named.length < 2 || !document) return claim
  const name = nameIn(document, asking)
  const isSaid = claim.text.toLowerCase().includes(name.split(' ').at(-1)?.toLowerCase() ?? '')
  return isSaid ? claim : { ...claim, text: `${name}: ${claim.text}` }
}

/**
 * What the question calls a document: the person or party that it names beside others and whom only this document has, apart from
 * documents with such a name of their own, which may name her too ("Attending physician: A. Roe"); else a name that the others lack; else
 * its title.
 */
function nameIn({ documentId }: NamedIn, { question, passages, named, textOf }: Asking): string {
  const has = (id: string, name: string) => textOf(id).includes(name.toLowerCase())
  const others = named.filter((one) => one.documentId !== documentId)
  const beside = namesAsked(question)
  const isOfAnother = (id: string) => beside.some((name) => has(id, name) && !has(documentId, name))
  const asked = beside.filter(
    (name) => has(documentId, name) && others.every((one) => !has(one.documentId, name) || isOfAnother(one.documentId)),
  )
  const names = question.match(/(?:\p{Lu}\.\s*)*\p{Lu}\p{L}+/gu) ?? []
  const telling = names.filter((name) => has(documentId, name) && !others.some((one) => has(one.documentId, name)))
  const own = passages.find((one) => one.documentId === documentId)
  return asked.at(-1) ?? telling.at(-1) ?? documentTitle(own?.document ?? '')
}

/** Of a list some items are quoted; a sentence may answer it in other words; or nothing does. */
function openWords(one: Asked, claims: readonly Claim[], confirmed: readonly Relied[], asking: Asking): string {
  const rows = rowsAsked(one.part, asking.quotables.filter(isOf(one, asking)))
  if (rows.some((row) => isQuoted(row, claims, asking))) return whetherComplete(one.part.text)
  return mayAnswer(one, confirmed, asking) ? whetherAnswered(inSmall(one.part)) : inWords(one.part)
}

/** Whether a sentence tells the kind of thing that a part wants, and is not beside it: it may be the answer in other words. */
function mayAnswer(one: Asked, confirmed: readonly Relied[], { judged }: Asking): boolean {
  const { part } = one
  if (part.wants === 'all' || part.wants === 'comparison') return false
  const byModels = judged.get(one)
  if (ofAsked(one, confirmed).some(({ key }) => isLikely(byModels?.chances.get(key)))) return true
  const telling = ofAsked(one, confirmed).filter(
    (sentence) => isOfAsked(part, sentence) && hasAnswerType(part, sentence),
  )
  const keys = telling.map(({ key }) => key)
  const isBeside = areIrrelevant(part, keys, byModels)
  return isBeside === null ? telling.some((sentence) => relevance(part, sentence) >= BESIDE) : !isBeside
}

function inWords(part: AskedPart): string {
  return part.wants === 'all' ? whetherComplete(part.text) : inSmall(part)
}

function inSmall({ text }: AskedPart): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
