import { contentWords } from '../../../text/words.ts'
import { type Segment, textSegments } from '../../facts/text-segments.ts'
import { type DateInText, findPartialDates } from './find-partial-dates.ts'
import { pageFurniture } from './page-furniture.ts'

export type DocumentPage = { readonly page: number | null; readonly start: number; readonly text: string }

/** A sentence, or a row or line, with a date that stands in it; offsets are into the whole text. */
export type DatedSentence = {
  readonly date: string
  readonly page: number | null
  readonly start: number
  readonly end: number
  readonly text: string
}

export type DatedSentences = {
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
