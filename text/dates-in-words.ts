import { type DateFound, type DateReading, monthDay, wholeDay } from './date-found.ts'
import type { Language } from './languages.ts'
import { FULL_MONTH, isOtherWord, languagesOfMonth, monthNumber } from './calendar-words.ts'
import { type WordNumber, wordNumbersIn } from './number-words.ts'
import type { Span } from './spans.ts'

/** Characters around a month in which the words of its day and year stand. */
const NEAR = 90
const LAST_DAY = 31
const YEARS = { first: 1000, last: 2199 }
const CENTURIES = { first: 15, last: 21 }
/** In these a day is counted with a plain number but the first; in the others "seven May" is no day. */
const COUNTED: ReadonlySet<Language> = new Set(['fr', 'es', 'it', 'pt'])

const TO_MONTH = /^,?\s+(?:day\s+)?(?:of\s+(?:the\s+)?|de\s+|d['’]\s?)?$/i
const IN_FIGURES =
  /(?<![\p{L}\d./])(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|e|º|°|\.)?(?:\s+day)?,?\s+(?:of\s+|de\s+|d['’]\s?)?$/iu
const TO_DAY = /^\s+(?:the\s+)?$/i
const TO_YEAR =
  /^\.?,?\s+(?:in the year\s+(?:of our Lord\s+)?|of the year\s+|of\s+|del a[ñn]o\s+|del\s+|de l['’]an\s+|de\s+|do ano de\s+|im Jahre?\s+|anno\s+)?/i
const YEAR = /^(?<year>[12]\d{3})(?![\p{L}\d])/u

type Part = Span & { readonly value: number }
type Place = Span & { readonly month: number }

/**
 * Dates of which the day or the year is written in words: "the third of March 1962", "March the third", "dritter März
 * neunzehnhundertzweiundsechzig", "dwunastego lutego 2021". The number words are those of a language that has such a month.
 */
export function datesInWords(text: string): readonly DateFound[] {
  return [...text.matchAll(FULL_MONTH)].flatMap(({ 0: name, index }) => {
    const languages = languagesOfMonth(name)
    if (languages.length === 0 || isOtherWord(name)) return []
    const place = { month: monthNumber(name), start: index, end: index + name.length }
    return dateAt(text, place, languages) ?? []
  })
}

function dateAt(text: string, place: Place, languages: readonly Language[]): DateFound | null {
  const inWords = dayBefore(text, place, languages) ?? dayBehind(text, place, languages)
  const year = yearBehind(text, Math.max(place.end, inWords?.end ?? 0), languages)
  const isYearInWords = year !== null && !/^\d/.test(text.slice(year.start))
  if (inWords === null && !isYearInWords) return null
  // Without a year "trois mai" may be anything; an ordinal is a day.
  if (year === null && !inWords?.isDay) return null
  const day = inWords ?? figuresBefore(text, place)
  const reading = readingOf(place.month, day, year)
  return reading && { ...reading, ...spanOf([place, day, year], text) }
}

function spanOf(parts: readonly (Span | null)[], text: string): Span & { readonly text: string } {
  const there = parts.filter((part) => part !== null)
  const [start, end] = [Math.min(...there.map((part) => part.start)), Math.max(...there.map((part) => part.end))]
  return { start, end, text: text.slice(start, end) }
}

function readingOf(month: number, day: Part | null, year: Part | null): DateReading | null {
  if (year === null) return day && { kind: 'yearless', value: monthDay(month, day.value) }
  if (day === null) return { kind: 'month', value: `${year.value}-${String(month).padStart(2, '0')}` }
  return wholeDay(year.value, month, day.value)
}

type Day = Part & { readonly isDay: boolean }

function dayBefore(text: string, { start }: Place, languages: readonly Language[]): Day | null {
  const from = Math.max(0, start - NEAR)
  const before = text.slice(from, start)
  const last = wordNumbersIn(before, languages).at(-1)
  if (!last || !TO_MONTH.test(before.slice(last.end))) return null
  return dayOf(last, from, last.isOrdinal || COUNTED.has(last.language))
}

/** "March the third", of English alone. */
function dayBehind(text: string, { end }: Place, languages: readonly Language[]): Day | null {
  if (!languages.includes('en')) return null
  const behind = text.slice(end, end + NEAR)
  const [first] = wordNumbersIn(behind, ['en'])
  if (!first?.isOrdinal || !TO_DAY.test(behind.slice(0, first.start))) return null
  return dayOf(first, end, true)
}

function dayOf({ value, start, end }: WordNumber, from: number, isDay: boolean): Day | null {
  return value > LAST_DAY ? null : { value, start: from + start, end: from + end, isDay }
}

function figuresBefore(text: string, { start }: Place): Part | null {
  const from = Math.max(0, start - NEAR)
  const match = IN_FIGURES.exec(text.slice(from, start))
  return match && { value: Number(match.groups?.day), start: from + match.index, end: start }
}

function yearBehind(text: string, end: number, languages: readonly Language[]): Part | null {
  const behind = text.slice(end, end + NEAR)
  const lead = TO_YEAR.exec(behind)?.[0].length ?? 0
  if (lead === 0) return null
  const [from, rest] = [end + lead, behind.slice(lead)]
  const figures = YEAR.exec(rest)?.groups?.year
  if (figures !== undefined) return { value: Number(figures), start: from, end: from + figures.length }
  const [first, next] = wordNumbersIn(rest, languages)
  if (!first || first.start !== 0) return null
  if (first.value >= YEARS.first && first.value <= YEARS.last)
    return { value: first.value, start: from, end: from + first.end }
  return inTwoParts(first, next, rest, from)
}

/** "Nineteen sixty-two", of English alone. */
function inTwoParts(first: WordNumber, next: WordNumber | undefined, text: string, from: number): Part | null {
  const isCentury = first.language === 'en' && first.value >= CENTURIES.first && first.value <= CENTURIES.last
  if (!isCentury || !next || next.value < 10 || next.value > 99) return null
  if (!/^[\s-]$/.test(text.slice(first.end, next.start))) return null
  return { value: first.value * 100 + next.value, start: from, end: from + next.end }
}
