import { setImmediate } from 'node:timers/promises'
import { sentenceKey } from '../../checks/draft-claims.ts'
import type {
  ChronologyEvent,
  ChronologyLine,
  CompleteChronologyInput,
  SurveyCitation,
} from '../../contract/answers/survey.ts'
import { type SurveyedDocument, surveyedDocuments } from '../documents/find-document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { createSurveyProgress } from './survey-work.ts'
import { contentWords } from '../../text/words.ts'
import { type Segment, textSegments } from '../facts/text-segments.ts'
import { type DateInText, findPartialDates } from './find-partial-dates.ts'

type Wanted = Pick<CompleteChronologyInput, 'documents' | 'from' | 'to'>

/**
 * Dates with their sentences over all documents, by code alone, so that nothing can be invented. It takes a moment a document;
 * after an abort, which gives the lines of what was looked through, it is begun again.
 */
export async function* makeChronology(
  { documents: globs, from, to }: Wanted,
  matter: OpenMatter,
  signal: AbortSignal,
): AsyncGenerator<ChronologyEvent, void, void> {
  const startedMs = performance.now()
  const { documents, notRead } = surveyedDocuments(matter, globs)
  const progress = createSurveyProgress(documents.reduce((sum, { passages }) => sum + passages, 0))
  const found: CitedSentence[] = []
  const total = { documents: 0, withoutYear: 0, withoutOrder: 0, inHeaders: 0 }
  for (const shown of documents) {
    if (signal.aborted) break
    yield progress.event(shown.document)
    const { sentences, withoutYear, withoutOrder, inHeaders } = datedSentences(
      matter.store.pages.text(shown.textVersionId),
    )
    for (const sentence of sentences)
      if (isWithin(sentence.date, from, to)) found.push({ date: sentence.date, citation: citationOf(sentence, shown) })
    total.documents += 1
    total.withoutYear += withoutYear
    total.withoutOrder += withoutOrder
    total.inHeaders += inHeaders
    progress.passagesDone(shown.passages)
    // Others wait for this process.
    await setImmediate()
  }
  const lines = foldLines(found)
  for (const line of lines) yield { type: 'event', ...line }
  matter.store.ledger.append('chronology-made', { documents: total.documents, events: lines.length })
  yield {
    type: 'chronology-end',
    ...progress.now,
    ...total,
    notRead: [...notRead],
    events: lines.length,
    seconds: (performance.now() - startedMs) / 1000,
    stopped: total.documents < documents.length,
  }
}

function citationOf({ page, start, end, text }: DatedSentence, shown: SurveyedDocument): SurveyCitation {
  const { document, documentId, textVersionId: textVersion } = shown
  return { source: '', document, documentId, reference: null, textVersion, page, start, end, quote: text }
}

type CitedSentence = { readonly date: string; readonly citation: SurveyCitation }

/** Lines by their dates, the less certain first ("2023-03" before "2023-03-01"), sentences that say the same as one with all their places. */
export function foldLines(sentences: readonly CitedSentence[]): readonly ChronologyLine[] {
  const byDate = Map.groupBy(sentences, ({ date }) => date)
  return [...byDate.keys()].toSorted().flatMap((date) => {
    const lines = Map.groupBy(byDate.get(date) ?? [], ({ citation }) => sentenceKey(citation.quote))
    return [...lines.values()].map((same) => {
      const citations = same.map(({ citation }) => citation)
      return { date, text: citations[0]?.quote ?? '', citations }
    })
  })
}

/** Whether any day of a date that may be a month or a year lies between two such dates, both included; null: no limit. */
export function isWithin(date: string, from: string | null, to: string | null): boolean {
  return (from === null || lastDay(date) >= firstDay(from)) && (to === null || firstDay(date) <= lastDay(to))
}

function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}

/** Of every month the 31st: days are only compared. */
function lastDay(date: string): string {
  return date + '-12-31'.slice(date.length - 4)
}

type DocumentPage = { readonly page: number | null; readonly start: number; readonly text: string }

/** A sentence, or a row or line, with a date that stands in it; offsets are into the whole text. */
type DatedSentence = {
  readonly date: string
  readonly page: number | null
  readonly start: number
  readonly end: number
  readonly text: string
}

type DatedSentences = {
  readonly sentences: readonly DatedSentence[]
  readonly withoutYear: number
  /** Dates in figures of which nobody knows what is the day and what the century. */
  readonly withoutOrder: number
  /** Dates that were left out with their header or footer. */
  readonly inHeaders: number
}

/** Right before the date; anything else that is said of a birth is an event. */
const BIRTH = /\b(?:date of birth|birth ?date|d\.?o\.?b\.?|born(?: on| in)?)[\s:*_|(]*$/i

/**
 * Every date of a document with its sentence, word for word, in the order of the text; a sentence with two dates comes twice.
 * Dates of birth, and of headers and footers, are left out. A date alone on its line takes what follows with it.
 */
export function datedSentences(pages: readonly DocumentPage[]): DatedSentences {
  const segmented = pages.map((page) => ({ ...page, segments: textSegments(page.text) }))
  const isFurniture = pageFurniture(segmented)
  const sentences: DatedSentence[] = []
  let withoutYear = 0
  let withoutOrder = 0
  let inHeaders = 0
  for (const one of segmented) {
    const { page, start: pageStart, text, segments } = one
    for (const [at, segment] of segments.entries()) {
      const words = text.slice(segment.start, segment.end)
      const dates = findPartialDates(words).filter(({ start }) => !BIRTH.test(words.slice(0, start)))
      if (isFurniture(one, at)) {
        inHeaders += dates.length
        continue
      }
      withoutYear += dates.filter(({ lacks }) => lacks === 'year').length
      withoutOrder += dates.filter(({ lacks }) => lacks === 'order').length
      const { start, end } = withWhatItDates(segment, segments[at + 1], words, dates)
      const place = { page, start: pageStart + start, end: pageStart + end, text: text.slice(start, end) }
      const placed = new Set(dates.flatMap(({ date }) => date ?? []))
      for (const date of placed) sentences.push({ date, ...place })
    }
  }
  return { sentences, withoutYear, withoutOrder, inHeaders }
}

/** Of a line that holds a date and nothing else: together with the next one. */
function withWhatItDates(
  segment: Segment,
  next: Segment | undefined,
  words: string,
  dates: readonly DateInText[],
): Segment {
  const [first] = dates
  if (!first || !next) return segment
  const rest = dates.toReversed().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), words)
  const isAlone = contentWords(rest).every((word) => word === 'date' || word === 'dated')
  return isAlone ? { start: segment.start, end: next.end } : segment
}

/** What stands so near the edge of a page may be a header or footer. */
const NEAR_EDGE = 2
const PAGES_AT_LEAST = 3

type SegmentedPage = { readonly text: string; readonly segments: readonly Segment[] }

/** Whether a segment of a page, by its place among them, is a header or a footer. */
type IsFurniture = (page: SegmentedPage, at: number) => boolean

/**
 * Tells headers and footers: they number the page, or stand at the edge of at least three pages and of half of them, the same
 * but for numbers that are no date.
 */
function pageFurniture(pages: readonly SegmentedPage[]): IsFurniture {
  const seenOn = new Map<string, number>()
  for (const page of pages) {
    const edges = page.segments.flatMap((_, at) => (isNearEdge(page, at) ? formOf(wordsOf(page, at)) : []))
    for (const form of new Set(edges)) seenOn.set(form, (seenOn.get(form) ?? 0) + 1)
  }
  const atLeast = Math.max(PAGES_AT_LEAST, pages.length / 2)
  return (page, at) => {
    if (!isNearEdge(page, at)) return false
    const words = wordsOf(page, at)
    return numbersPage(words) || (seenOn.get(formOf(words)) ?? 0) >= atLeast
  }
}

const PAGE_NUMBER = /\bpage \d+ (?:of|\/) \d+\b/i

/** With more than a name beside it, as in "Roe v Doe, page 1 of 3", it may be a sentence that cites a page. */
const WORDS_BESIDE_NUMBER = 3

function numbersPage(text: string): boolean {
  if (!PAGE_NUMBER.test(text) || text.endsWith('.')) return false
  const rest = findPartialDates(text)
    .toReversed()
    .reduce((words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`, text)
    .replace(PAGE_NUMBER, ' ')
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length <= WORDS_BESIDE_NUMBER
}

function isNearEdge({ segments }: SegmentedPage, at: number): boolean {
  return at < NEAR_EDGE || at >= segments.length - NEAR_EDGE
}

function wordsOf({ text, segments }: SegmentedPage, at: number): string {
  const { start, end } = segments[at] ?? { start: 0, end: 0 }
  return text.slice(start, end)
}

/** With its dates: a diary that says the same of every day is no header. */
function formOf(text: string): string {
  let form = ''
  let from = 0
  for (const { start, end } of findPartialDates(text)) {
    form += withoutNumbers(text.slice(from, start)) + text.slice(start, end)
    from = end
  }
  return (form + withoutNumbers(text.slice(from))).replace(/\s+/g, ' ').trim().toLowerCase()
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '#')
}
