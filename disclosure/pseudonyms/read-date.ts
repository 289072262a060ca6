import { readDates } from '../../text/dates.ts'

/** The first and the last day that a date may be, counted from 1970-01-01: equal for a whole date. */
export type DayRange = { readonly from: number; readonly to: number }

/** Which of the two numbers of 3/4/2021 is the month; null: it is not known. */
export type SlashOrder = 'day-first' | 'month-first' | null

const ISO = /^\D{0,20}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const COMPACT = /^(\d{4})(\d{2})(\d{2})T/
const NUMBERS = /(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/
const MONTH_AND_YEAR = /^(\d{1,2})[-/.](\d{4})$/
const YEAR = /^\D*((?:1[789]|20)\d{2})$/

/** Below, '21 is 2021; from it on, '35 is 1935. */
const CENTURY_TURN = 30

/** The time of the day, behind the date. */
export const CLOCK = /\d{1,2}[:h]\d{2}.*$/s

/** Reads a date as it stands in a document; null where it is not sure which days it means. Years in two figures from `turn` on are 19xx. */
export function readDate(text: string, order: SlashOrder, turn = CENTURY_TURN): DayRange | null {
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = NUMBERS.exec(text)
  if (numbers) return numbered(numbers, order, turn)
  const monthAndYear = MONTH_AND_YEAR.exec(text.trim())
  if (monthAndYear) return wholeMonth(Number(monthAndYear[2]), Number(monthAndYear[1]))
  const year = YEAR.exec(text.trim())
  const named = withMonthName(text.replace(CLOCK, ''), turn)
  if (named) return named
  return year && !/\p{L}/u.test(text) ? yearRange(Number(year[1])) : null
}

/** The days that a date may be where nothing tells its century: of a year in two figures two, the earlier first; else one or none. */
export function readInEachCentury(text: string, order: SlashOrder): readonly DayRange[] {
  const [early, late] = [readDate(text, order, 0), readDate(text, order, 100)]
  return [early, ...(late?.from === early?.from ? [] : [late])].filter((range) => range !== null)
}

/** Where all dates that can only be read in one way agree, the others follow them. */
export function slashOrder(dates: readonly string[]): SlashOrder {
  const orders = new Set(dates.flatMap((text) => sureOrder(text) ?? []))
  const [only = null] = orders
  return orders.size === 1 ? only : null
}

function sureOrder(text: string): SlashOrder {
  const match = NUMBERS.exec(text)
  if (!match || match[2] === '.' || ISO.test(text)) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 31 || second > 31) return null
  if (first > 12 && second <= 12) return 'day-first'
  return second > 12 && first <= 12 ? 'month-first' : null
}

/** With dots the day comes first, in every country that writes them so. */
function numbered(match: RegExpExecArray, order: SlashOrder, turn: number): DayRange | null {
  const [first, second] = [Number(match[1]), Number(match[3])]
  const year = fullYear(match[4] ?? '', turn)
  const known = match[2] === '.' || first === second ? 'day-first' : (sureOrder(match[0]) ?? order)
  if (known === null) return null
  return known === 'day-first' ? oneDay(year, second, first) : oneDay(year, first, second)
}

/** 4 March 2021, March 4th, 2021, 4. März 2021, the fourth of March two thousand and one, 4-6 March 2021, March 2021. */
function withMonthName(text: string, turn: number): DayRange | null {
  const ranges = readDates(text, true).map(({ kind, value }) => {
    const [year = '', month, day] = value.split('-')
    if (kind === 'yearless' || value.includes('/')) return null
    return kind === 'month'
      ? wholeMonth(Number(year), Number(month))
      : oneDay(fullYear(year, turn), Number(month), Number(day))
  })
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last || ranges.some((range) => range === null || !isOfOneMonth(range, first))) return null
  return first.from <= last.to ? { from: first.from, to: last.to } : null
}

function isOfOneMonth(one: DayRange, other: DayRange): boolean {
  return isoDay(one.from).slice(0, 7) === isoDay(other.from).slice(0, 7)
}

function oneDay(year: number, month: number, day: number): DayRange | null {
  const number = dayNumber(year, month, day)
  return number === null ? null : { from: number, to: number }
}

function wholeMonth(year: number, month: number): DayRange | null {
  const from = dayNumber(year, month, 1)
  return from === null ? null : { from, to: from + lastOfMonth(year, month) - 1 }
}

function yearRange(year: number): DayRange | null {
  const [from, to] = [dayNumber(year, 1, 1), dayNumber(year, 12, 31)]
  return from === null || to === null ? null : { from, to }
}

function fullYear(digits: string, turn: number): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < turn ? 2000 + year : 1900 + year
}

const MS_A_DAY = 86_400_000
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })

/** The number of a day, counted from 1970-01-01; null where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.getTime() / MS_A_DAY : null
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export function isoDay(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10)
}

export function weekdayOf(day: number): string {
  return WEEKDAY.format(new Date(day * MS_A_DAY))
}
