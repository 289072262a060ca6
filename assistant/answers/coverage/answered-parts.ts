import { type AskedPart, type ConfirmedSentence, freshValues, hasAnswerType } from '../../../checks/answer-type.ts'
import { coverage, isAbbreviation, isAnswered, lacksModifier, termsThere } from '../../../checks/asked-parts.ts'
import { isSameKind, isSameValue, statementOf } from '../../../checks/claim-statement.ts'
import { isOfRelative } from '../../../checks/of-relative.ts'
import { asksPrice } from '../../../text/amounts-asked.ts'
import { asksOfNow } from '../../../text/questions.ts'
import { isConfirmed } from '../../../contract/answers/confirmed.ts'
import type { Claim, PassageCitation } from '../../../contract/answers/answer.ts'
import { isChosenRightly, isLikely, isNearBest, preferred } from './judge-parts.ts'
import { flat, isLabelledBy, type Placed, placedAt, type Quotable, textKey } from './quotable-places.ts'
import { lacksCell, rowsAsked } from './rows-asked.ts'
import { type Asked, type Asking, type Doubtful, isOf, type Judged, type JudgedParts } from './read-question.ts'

/** A confirmed sentence with the document of its place; null: it is a rule's. */
export type Relied = Omit<Placed, 'documentId'> & {
  readonly claim: Claim
  readonly documentId: string | null
  /** Of its place (`textKey`); empty of a rule's. */
  readonly key: string
}

/** The sentences of an answer that may be relied on, with the place of each. */
export function confirmedOf(claims: readonly Claim[], { byMark, places, has }: Asking): readonly Relied[] {
  return claims.flatMap((claim): readonly Relied[] => {
    // In the place of a contradicted sentence are the words of the page.
    if (!isConfirmed(claim) && claim.instead === null) return []
    const said = statementOf(claim.instead ?? claim.text)
    const quotes = claim.citations.filter((one): one is PassageCitation => 'quote' in one)
    const ofRule = {
      claim,
      said,
      around: said,
      label: '',
      headings: [],
      start: 0,
      documentHas: () => true,
      documentId: null,
      key: '',
    }
    if (quotes.length === 0) return [ofRule]
    return quotes.flatMap(({ source, start: at, quote }) => {
      const passage = byMark.get(source)
      const start = at - (passage?.start ?? 0)
      const there = places.filter((one) => one.source === source && one.place.start <= start && start < one.place.end)
      const place = there.find((one) => start + quote.length <= one.place.end) ?? there[0]
      // A sentence names the columns of a row beside its cells: what the row says is read from the row itself.
      const own = place && textKey(place) === flat(quote) && claim.instead === null ? place.place.said : said
      return passage && place ? { claim, key: textKey(place), ...placedAt(place, passage, own, has) } : []
    })
  })
}

/**
 * The parts of a question that the sentences leave open. `by`: what is enough. Of 18 green answers on six matters that nobody had seen, 7
 * rested on the models alone, and 6 of these were wrong: what they find may be the answer, and is never said to be it.
 */
export function open(claims: readonly Claim[], asking: Asking, by: 'rules' | 'models' = 'rules'): readonly Asked[] {
  const confirmed = confirmedOf(claims, asking)
  const answers = new Map<Asked, readonly Relied[]>()
  return asking.asked.filter((one, at) => {
    const rows = rowsAsked(one.part, asking.quotables.filter(isOf(one, asking)))
    if (rows.length > 0) return !rows.every((row) => isQuoted(row, claims, asking)) || haveNewerRival(one, rows, asking)
    const before = asking.asked.slice(0, at).findLast(({ documentId }) => documentId === one.documentId)
    const own = ofAsked(one, confirmed).filter(
      (sentence) => isAnswerTo(one, sentence, asking) || (by === 'models' && mayBeAnswerTo(one, sentence, asking)),
    )
    const goesOn = own.length === 0 && before && isBare(one.part) ? (answers.get(before) ?? []) : []
    const found = [...own, ...goesOn.filter((sentence) => hasAnswerType(one.part, sentence))]
    answers.set(one, found)
    return found.length === 0
  })
}

/** What changes the clauses that sentences are of, one for each, with the name of the document that changes it. */
export function changedOf(claims: readonly Claim[], asking: Asking) {
  const changed = confirmedOf(claims, asking).flatMap(({ documentId, start }) => {
    const found = documentId === null ? null : asking.changedBy({ documentId, start })
    if (!found) return []
    const document = asking.passages.find((one) => one.documentId === found.amending.documentId)?.document ?? ''
    return [[`${found.amending.documentId} ${found.amendment.start}`, { ...found, document }] as const]
  })
  return [...new Map(changed).values()]
}

export function ofAsked({ documentId: wanted }: Asked, all: readonly Relied[]): readonly Relied[] {
  return all.filter(({ documentId }) => wanted === null || documentId === null || documentId === wanted)
}

/** Where one value is asked for. */
export const OF_ONE_VALUE: ReadonlySet<AskedPart['wants']> = new Set([
  'any',
  'date',
  'when',
  'age',
  'length',
  'amount',
  'count',
])

/** The parts that sentences answer with another value each. */
export function answeredTwice(claims: readonly Claim[], asking: Asking): readonly Asked[] {
  const confirmed = confirmedOf(claims, asking)
  return asking.asked.filter((one) => {
    const isRow = rowsAsked(one.part, asking.quotables.filter(isOf(one, asking))).length > 0
    return (
      !isRow &&
      tellSeveral(
        one.part,
        ofAsked(one, confirmed).filter((sentence) => isAnswerTo(one, sentence, asking)),
      )
    )
  })
}

/**
 * Whether two sentences tell another value each of what is asked: a covenant of 36 months that was proposed, and the 24 of the contract.
 * Which one is meant the reader must see.
 */
function tellSeveral(part: AskedPart, found: readonly Relied[]): boolean {
  if (!OF_ONE_VALUE.has(part.wants)) return false
  return found.some((one, at) =>
    found.slice(at + 1).some((other) => {
      const mine = freshValues(part, one.said)
      const theirs = freshValues(part, other.said).filter((value) => mine.some((own) => isSameKind(value, own)))
      const isShared = theirs.some((value) => mine.some((own) => isSameValue(own, one.said, value, other.said)))
      return theirs.length > 0 && !isShared
    }),
  )
}

/** Whether the language model denies that a sentence answers a part. */
export function isDenied(one: Asked, sentence: Relied, { judged }: Asking): boolean {
  return judged.get(one)?.chances.get(sentence.key)?.chance === 'denied'
}

/** Whether the rules find that a sentence answers a part, and the model does not deny it. */
export function isAnswerTo(one: Asked, sentence: Relied, asking: Asking): boolean {
  return isAnswered(one.part, [sentence]) && !isRuledOut(one, sentence, asking)
}

function isRuledOut(one: Asked, sentence: Relied, asking: Asking): boolean {
  if (isDenied(one, sentence, asking) || isOfSomebodyElse(one, sentence, asking)) return true
  if (asking.quotables.some((row) => textKey(row.at) === sentence.key && lacksCell(one.part, row))) return true
  const mayBeOlder = asksOfNow(one.part.text)
  return (mayBeOlder || coverage(one.part, sentence) < 1) && hasRival(one, sentence, asking)
}

/** Whether the models are sure of a sentence in other words. */
function mayBeAnswerTo(one: Asked, sentence: Relied, asking: Asking): boolean {
  const byModels = asking.judged.get(one)
  if (!byModels || isRuledOut(one, sentence, asking) || lacksKnownWord(one, sentence, asking)) return false
  // "Break notice" is a term of these documents; "boatbuilders use" of "when may boatbuilders use the slipway" is none.
  const documents = [...new Set(asking.passages.map(({ documentId }) => documentId))]
  const isTerm = (words: string) => documents.some((id) => asking.textOf(id).includes(words))
  if (lacksModifier(one.part, sentence, isTerm)) return false
  const { nearest } = byModels
  return (nearest !== null && textKey(nearest.at) === sentence.key) || isChosenRightly(one.part, sentence, byModels)
}

/** Of another patient of a list, or of relatives: "Breast cancer at 49" below "Family history". */
function isOfSomebodyElse({ part }: Asked, { said, headings, documentId, start }: Relied, { ofWhom }: Asking): boolean {
  if (documentId !== null && ofWhom(documentId, start) !== 'asked') return true
  return part.wants !== 'person' && isOfRelative(part, said, headings.at(-1) ?? '')
}

/**
 * Whether another place says as much of what is asked, and tells another value: of two blood pressures nobody knows which one is meant,
 * nor of a dose and the next one which is the present one. Who is something by now any other place may tell.
 */
function hasRival(one: Asked, sentence: ConfirmedSentence & { readonly key: string }, asking: Asking): boolean {
  const { part } = one
  const mine = freshValues(part, sentence.said)
  const isOfNow = asksOfNow(part.text)
  // "What dose of levothyroxine is she on now?" is told otherwise by "Levothyroxine is increased to 100 µg".
  const named = isOfNow ? part.terms.filter(({ word }) => !asksPrice(word) && !asksOfNow(word)) : []
  const shared = termsThere(part, sentence).filter((term) => named.length === 0 || named.includes(term))
  if ((mine.length === 0 && !isOfNow) || shared.length === 0) return false
  const tellsOther = ({ said }: Quotable) => {
    if (mine.length === 0) return true
    const theirs = freshValues(part, said).filter((value) => mine.some((own) => isSameKind(value, own)))
    const isOther = theirs.every((value) => !mine.some((own) => isSameValue(own, sentence.said, value, said)))
    return theirs.length > 0 && isOther
  }
  return asking.quotables.filter(isOf(one, asking)).some((other) => {
    const there = termsThere(part, other)
    const saysAsMuch = shared.every((term) => there.includes(term)) && hasAnswerType(part, other)
    return saysAsMuch && textKey(other.at) !== sentence.key && tellsOther(other)
  })
}

/** Whether what is asked of now is told otherwise outside of these rows, which may be older. */
function haveNewerRival(one: Asked, rows: readonly Quotable[], asking: Asking): boolean {
  const keys = new Set(rows.map(({ at }) => textKey(at)))
  const outside = { ...asking, quotables: asking.quotables.filter(({ at }) => !keys.has(textKey(at))) }
  return asksOfNow(one.part.text) && rows.some((row) => hasRival(one, { ...row, key: textKey(row.at) }, outside))
}

/**
 * Whether a sentence has no word of what is asked, or not one that the documents do have: an abbreviation, or whatever was done by the one who
 * is asked for. "The hearing was chaired by" does not say who represented her, where a representative is named.
 */
function lacksKnownWord({ part, documentId }: Asked, sentence: Relied, asking: Asking): boolean {
  const there = termsThere(part, sentence)
  // Whatever a model finds of "When is the baby due?", it is not the date of a scan.
  if (there.length === 0 && part.terms.length > 0) return true
  const ids = documentId === null ? asking.passages.map((passage) => passage.documentId) : [documentId]
  return part.terms.some(
    (term) =>
      !there.includes(term) &&
      (isAbbreviation(part.text.slice(term.start, term.end)) ||
        (part.wants === 'person' && ids.some((id) => asking.hasForm(id, term.word)))),
  )
}

/** The reranker prefers one of three in most: of 78 parts the right place was among them in 59. */
const PLACES_ASKED = 3

/** Of what the sentences leave open: the places that a language model is to be asked about. */
export function doubtful(claims: readonly Claim[], asking: Asking): readonly Doubtful[] {
  return open(claims, asking).flatMap((one) => {
    const judged = asking.judged.get(one)
    const { wants } = one.part
    if (!judged || judged.chances.size > 0 || wants === 'all' || wants === 'comparison' || isBare(one.part)) return []
    const places = placesOf(preferred(judged), asking).slice(0, PLACES_ASKED)
    return [{ asked: one, judged, places: withDocuments(places, asking) }]
  })
}

const NOT_JUDGED: Judged = { odds: new Map(), order: [], best: -Infinity, nearest: null, chances: new Map() }

/**
 * The parts that the rules find answered by sentences which the model was not asked about: it is to deny none of them. Not those that the
 * label of a form answers, of which it denies many, and no side of a comparison, which alone says half.
 */
export function foundByRules(claims: readonly Claim[], asking: Asking): readonly Doubtful[] {
  const confirmed = confirmedOf(claims, asking)
  const left = new Set(open(claims, asking))
  return asking.asked.flatMap((one) => {
    const isRow = rowsAsked(one.part, asking.quotables.filter(isOf(one, asking))).length > 0
    if (left.has(one) || isRow || isBare(one.part) || one.documentId !== null) return []
    const judged = asking.judged.get(one) ?? NOT_JUDGED
    const keys = ofAsked(one, confirmed)
      .filter((sentence) => isAnswerTo(one, sentence, asking) && !judged.chances.has(sentence.key))
      .map(({ key }) => key)
    const places = placesOf([...new Set(keys)], asking).filter((place) => !isLabelledBy(place, one.part))
    return places.length === 0 ? [] : [{ asked: one, judged, places: withDocuments(places, asking) }]
  })
}

function withDocuments(places: readonly Quotable[], { byMark }: Asking): Doubtful['places'] {
  return places.map((place) => ({ place, document: byMark.get(place.at.source)?.document ?? '' }))
}

/** The places that most likely answer what the sentences leave open, part by part; none where the model was not asked. */
export function likely(claims: readonly Claim[], asking: Asking): readonly Quotable[] {
  const cited = new Set(confirmedOf(claims, asking).map(({ key }) => key))
  return open(claims, asking, 'models').flatMap((one) => {
    const judged = asking.judged.get(one)
    const keys = judged ? likelyKeys(judged) : []
    return placesOf(
      keys.filter((key) => !cited.has(key)),
      asking,
    )
  })
}

/** The same question once those places are quoted: that they are says nothing more for them. */
export function withLikelyShown(claims: readonly Claim[], asking: Asking): JudgedParts {
  return new Map(
    open(claims, asking, 'models').flatMap((one) => {
      const judged = asking.judged.get(one)
      if (!judged) return []
      const shown = likelyKeys(judged).map(
        (key) => [key, { odds: judged.chances.get(key)?.odds ?? 0, chance: 'possible' }] as const,
      )
      return [[one, { ...judged, chances: new Map([...judged.chances, ...shown]) }]]
    }),
  )
}

function likelyKeys(judged: Judged): readonly string[] {
  return [...judged.chances].flatMap(([key, one]) => (isLikely(one) && isNearBest(one, judged) ? key : []))
}

function placesOf(keys: readonly string[], { quotables }: Asking): readonly Quotable[] {
  const byKey = new Map(quotables.map((place) => [textKey(place.at), place]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

const GOES_ON: ReadonlySet<AskedPart['wants']> = new Set([
  'when',
  'date',
  'length',
  'amount',
  'count',
  'person',
  'reason',
  'manner',
])

/** "…, and when?": of what is asked before it. */
function isBare({ terms, names, wants }: AskedPart): boolean {
  return terms.length === 0 && names.length === 0 && GOES_ON.has(wants)
}

/** Whether a sentence cites words of the row. */
export function isQuoted({ at: { source, place } }: Quotable, claims: readonly Claim[], { byMark }: Asking): boolean {
  const start = byMark.get(source)?.start ?? 0
  const isThere = (one: Claim['citations'][number]) =>
    'quote' in one && one.source === source && one.start < start + place.end && start + place.start < one.end
  return claims.some(({ citations }) => citations.some(isThere))
}
