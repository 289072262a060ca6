import type { PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { Offer, OfferKind } from '../../../contract/answers/offer.ts'
import { localDay } from '../../home/local-day.ts'
import type { HomeSession } from '../../home/home-session.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { ModelShelf } from '../../models/model-shelf.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { packsOf } from '../../rules/packs/matter-packs.ts'
import { suggestCalculators } from '../../rules/sheets/calculators.ts'
import { cellSeconds } from './cell-pace.ts'
import { surveyedDocuments } from '../../documents/find-document.ts'
import { conclusions, passages } from '../answer-record.ts'
import type { ResolvedQuestion } from '../../questions/resolve-follow-up.ts'
import { DOCUMENTS_OF_A_KIND, KIND_OF_DOCUMENT, partyQuestion, PEOPLE, PERSON } from './party-question.ts'
import { tableColumns } from './table-columns.ts'

type OfferedOn = {
  readonly question: string
  /** The chosen documents; none: all. */
  readonly documents: readonly string[]
  readonly sources: readonly Source[]
  readonly about: ResolvedQuestion
  /** The hash of the model that would answer; null: none. */
  readonly model: string | null
}

export type FindOffer = (on: OfferedOn, signal: AbortSignal) => Promise<Offer | null>

type Around = {
  readonly knowledge: Knowledge
  readonly shelf: Pick<ModelShelf, 'embedder'>
  readonly session: Pick<HomeSession, 'store'>
  readonly now: () => Date
}

/** Another way that suits a question of a matter better, with what is needed to take it; null: none, or it was offered just before. */
export function findOfferIn(matter: OpenMatter, { knowledge, shelf, session, now }: Around): FindOffer {
  return async (on, signal) => {
    const { question, documents: globs, sources, about, model } = on
    if (wasJustOffered(question, matter)) return null
    const { documents } = surveyedDocuments(matter, globs)
    const compared = model === null ? [] : partiesOf(question, about, documents)
    const title = await calculatorFor(on)
    const kind = offerKind({
      question,
      documents: model === null ? 0 : documents.length,
      covered: new Set(ofMatter(sources).map(({ documentId }) => documentId)).size,
      named: compared.length,
      hasCalculator: title !== null,
    })
    const over = { documents: [...globs], count: documents.length }
    if (kind === 'each') return { kind, parties: compared }
    if (kind === 'chronology') return { kind, ...over }
    if (kind === 'calculator') return title && { kind, ...title }
    if (kind === null) return null
    const questions = tableColumns(question)
    const each = model === null ? null : cellSeconds(session.store().app.settings, model, matter.store.answers)
    return { kind, questions: [...questions], ...over, seconds: each && each * documents.length * questions.length }

    /** Of the packs that the matter uses; where a rule concludes it already, nothing is left to calculate. */
    async function calculatorFor({ sources: found }: OfferedOn) {
      const isConcluded = conclusions(found).some(({ holds }) => holds !== 'unknown')
      if (isConcluded || packsOf(matter.store.settings).length === 0 || !mayAskToCalculate(question)) return null
      const asked = { question, matter, ofAllPacks: false, asOf: localDay(now()) }
      const { suggestions } = await suggestCalculators(knowledge, asked, await shelf.embedder(), signal)
      const best = suggestions[0]?.calculator
      return best ? { name: best.name, pack: best.pack, title: best.title } : null
    }
  }
}

function wasJustOffered(question: string, { store }: OpenMatter): boolean {
  const [last] = store.answers.newest(1)
  return last !== undefined && last.offer !== null && asksAgain(question, last.question)
}

type Document = { readonly documentId: string; readonly document: string }

function partiesOf(question: string, { named }: ResolvedQuestion, documents: readonly Document[]) {
  const known = named.flatMap(({ documentId, words }) => {
    const document = documents.find((one) => one.documentId === documentId)
    return document ? [{ documentId, document: document.document, words }] : []
  })
  return known.map((own) => ({
    documentId: own.documentId,
    document: own.document,
    question: partyQuestion(
      question,
      own,
      known.filter((one) => one !== own),
    ),
  }))
}

function ofMatter(sources: readonly Source[]): readonly PassageSource[] {
  return passages(sources).filter(({ reference }) => reference === null)
}

type OfferedFor = {
  readonly question: string
  /** How many documents were searched, and of how many the evidence has a passage. */
  readonly documents: number
  readonly covered: number
  /** How many of them the question names. */
  readonly named: number
  /** A calculator of the matter's packs fits it well. */
  readonly hasCalculator: boolean
}

/** Of fewer a person reads the answer as fast as a table. */
const DOCUMENTS_FOR_A_TABLE = 4
const COMPARED_AT_MOST = 3

/**
 * The way that suits a question better than an answer from the passages, by its words alone; null: none. An offer that does not
 * suit is worse than none, so that what may be asked of one thing is left to the answer: "When may the tenant break the lease?" asks
 * for no chronology, "Which antibiotics was Mr Roe given?" for no table.
 */
function offerKind({ question, documents, covered, named, hasCalculator }: OfferedFor): OfferKind | null {
  if (named >= 2 && named <= COMPARED_AT_MOST && asksToCompare(question)) return 'each'
  if (asksForOrder(question)) return 'chronology'
  const isMore = documents >= DOCUMENTS_FOR_A_TABLE && documents > covered
  if (isMore && named === 0 && asksOfMany(question)) return 'table'
  return hasCalculator ? 'calculator' : null
}

const COMPARES = [
  /\bcompar(?:e|es|ed|ing|isons?)\b|\bcontrast(?:s|ed|ing)?\b|\bversus\b|\bvs\b|\bside by side\b/iu,
  /\bdiffer(?:s|ed|ent|ence|ences)?\b|\bdistinguish(?:es|ed)?\b|\bin common\b|\bsimilarit(?:y|ies)\b|\bthe same\b.*\band\b/iu,
  /\b(?:more|less|fewer|\p{L}{2,}er)\b.* than\b|\b(?:which|who) of\b/iu,
  // "Who came first, A or B?", "Was A or B admitted earlier?"
  /\b(?:more|less|fewer|first|last|earlier|later|sooner|longer|shorter|higher|lower|larger|smaller|greater|older|younger)\b.*\bor\b|\bor\b.*\b(?:more|less|fewer|first|last|earlier|later|sooner|longer|shorter|higher|lower|larger|smaller|greater|older|younger)\b/iu,
]

function asksToCompare(question: string): boolean {
  return COMPARES.some((pattern) => pattern.test(question))
}

/** What happens more than once, each time on a day of its own. */
const EVENTS =
  '(?:events|notices|letters|messages|e-?mails|calls|meetings|hearings|payments|instalments|visits|appointments|admissions|operations|examinations|scans|tests|doses|medicines|drugs|treatments|reports|statements|applications|orders|deadlines)'
const EVENT = EVENTS.replaceAll(/s(?=[|)])/g, '')
const ORDERS = [
  /\bchronolog(?:y|ies|ical|ically)\b|\btime ?lines?\b|\b(?:sequence|course) of events\b/iu,
  /\bin (?:what|which) order\b|\border of (?:events|dates|time)\b|\b(?:by|in) (?:order of )?date(?: order)?\b/iu,
  /\bwhat happened (?:when|step by step|in (?:turn|order)|between)\b/iu,
  /\b(?:develop|evolve|progress)(?:ed|s)? over time\b/iu,
]
const DAYS_OF_EVENTS = [
  /\bon (?:which|what) (?:dates|days)\b/iu,
  new RegExp(`\\bwhen (?:was|did) each (?:\\p{L}+ ){0,2}?${EVENT}\\b`, 'iu'),
  new RegExp(
    `\\bwhen (?:were|did|are) (?:all |each of |both )?(?:the |these |those )(?:\\p{L}+ ){0,2}?${EVENTS}\\b`,
    'iu',
  ),
  new RegExp(
    `\\bdates (?:and \\p{L}+ )?of (?:all |each of )?(?:the |these |her |his |their )?(?:\\p{L}+ ){0,2}?${EVENTS}\\b`,
    'iu',
  ),
]

/** Of many people it is a day each, which is a table. */
function asksForOrder(question: string): boolean {
  if (ORDERS.some((pattern) => pattern.test(question))) return true
  return !OF_PEOPLE.test(question) && DAYS_OF_EVENTS.some((pattern) => pattern.test(question))
}

const OF_THEM = '(?: of)?(?: the| these| those)?'
const MANY_PEOPLE = `${PEOPLE}|${DOCUMENTS_OF_A_KIND}`
const EACH = `(?:each|every|per)(?: of)?(?: the| these| those)?(?: \\p{L}+)?? (?:${PERSON}|${KIND_OF_DOCUMENT})|(?:all|each|every one)${OF_THEM}(?: \\p{L}+)?? (?:${MANY_PEOPLE}|accused)`
const OF_EACH = new RegExp(`\\b(?:${EACH})\\b`, 'iu')
const OF_PEOPLE = new RegExp(`\\b(?:${PEOPLE}|(?:each|every|all) (?:of )?(?:the )?${PERSON})\\b`, 'iu')
const SEVERAL = new RegExp(`\\b(?:${MANY_PEOPLE}|cases)\\b`, 'iu')
const THE_ONE = new RegExp(
  `\\b(?:the|this|that|his|her|its|their|our|my) (?:\\p{L}+ )?(?:${PERSON}|${KIND_OF_DOCUMENT}|case)\\b`,
  'iu',
)

const LISTS =
  /^(?:please |now )?(?:(?:can|could|would|will) you )?(?:please )?(?:list|name|enumerate|tabulate|itemi[sz]e|identify|set out|give(?: me)?|show(?: me)?|tell me|make(?: me)? (?:a|an) (?:list|table|overview))\b/iu
/** What is measured is stated, not counted. */
const MEASURED =
  /\bhow many (?:more |full |whole |working |business |calendar )*(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|times|units?|m[gl]|grams?|milli\p{L}+|tablets?|pages?|points?|pounds?|dollars?|euros?)\b/iu
const SAYS =
  '(?:mention|contain|concern|refer|state|include|deal|provide|say|relate|describe|discuss|cover|involve|allow|require|permit|exclude|grant|have|were decided|are about)'
const MANY = [
  new RegExp(
    `\\bhow many(?: of)?(?: the| these| those| all)?(?: \\p{L}+)?? (?:${MANY_PEOPLE}|cases|documents|files)\\b`,
    'iu',
  ),
  new RegExp(`\\b(?:which|what)${OF_THEM}(?: \\p{L}+)?? ${PEOPLE}\\b`, 'iu'),
  new RegExp(
    `\\b(?:which|what)${OF_THEM}(?: \\p{L}+)?? (?:${DOCUMENTS_OF_A_KIND}|cases|documents|files) (?:do |did |also )?${SAYS}`,
    'iu',
  ),
  new RegExp(`\\bwho (?:are|were) (?:all )?(?:the |these |those )?(?:\\p{L}+ )?${PEOPLE}\\b`, 'iu'),
  new RegExp(`\\b(?:in|across|under) (?:all |each of |all of )?(?:the|these|those) ${DOCUMENTS_OF_A_KIND}\\b`, 'iu'),
]

/** Several things or all, of many people or documents, and not of the one that "the lease" is. */
function asksOfMany(question: string): boolean {
  if (MEASURED.test(question)) return false
  if (OF_EACH.test(question)) return true
  if (THE_ONE.test(question)) return false
  if (LISTS.test(question)) return SEVERAL.test(question) || /\b(?:all|every|each)\b/iu.test(question)
  return MANY.some((pattern) => pattern.test(question))
}

const CALCULATES =
  /\bscor(?:e|es|ing)\b|\bdos(?:e|es|age|ing)\b|\bdeadlines?\b|\blimitation\b|\blast day\b|\bby (?:when|which day|what day|which date|what date)\b|\bdue\b|\bexpir(?:e|es|ed|y)\b|\bends?\b|\bclearance\b|\bgap\b|\bind(?:ex|ices)\b|\brisk\b|\bprobab\p{L}+\b|\blikely\b|\bcalculat\p{L}+\b|\bcomput\p{L}+\b|\bpoints?\b|\binterest\b|\brat(?:e|io)\b|\bcorrected\b|\p{Lu}[\p{L}\p{N}-]*[\p{Lu}\p{N}]/u

/** Whether it is worth looking for a calculator: one that fits is found by its meaning, which takes a moment. */
function mayAskToCalculate(question: string): boolean {
  return CALCULATES.test(question)
}

/** The same words, whatever their case and signs. */
function asksAgain(question: string, before: string): boolean {
  return folded(question) === folded(before)
}

function folded(question: string): string {
  return (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
