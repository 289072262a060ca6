import { dayNumber, lastOfMonth } from './calendar-day.ts'
import { monthNumber } from './month-names.ts'
import { smallNumber, yearInWords } from '../../text/numbers.ts'

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

/** Reads a date as it stands in a document (English, German, French, Spanish); null where it is not sure which days it means. */
export function readDate(text: string, order: SlashOrder): DayRange | null {
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return oneDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = NUMBERS.exec(text)
  if (numbers) return numbered(numbers, order)
  const monthAndYear = MONTH_AND_YEAR.exec(text.trim())
  if (monthAndYear) return wholeMonth(Number(monthAndYear[2]), Number(monthAndYear[1]))
  const year = YEAR.exec(text.trim())
  const named = withMonthName(text.replace(CLOCK, ''))
  if (named) return named
  return year && !/\p{L}/u.test(text) ? yearRange(Number(year[1])) : null
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
function numbered(match: RegExpExecArray, order: SlashOrder): DayRange | null {
  const [first, second] = [Number(match[1]), Number(match[3])]
  const year = fullYear(match[4] ?? '')
  const known = match[2] === '.' || first === second ? 'day-first' : (sureOrder(match[0]) ?? order)
  if (known === null) return null
  return known === 'day-first' ? oneDay(year, second, first) : oneDay(year, first, second)
}

/** 4 March 2021, March 4th, 2021, 4. März 2021, the fourth of March two thousand and one, 4-6 March 2021, March 2021. */
function withMonthName(text: string): DayRange | null {
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  const months = words.filter((word) => monthNumber(word) !== null)
  // In "le sept mai" it is a number.
  const [name = '', another] = months.length > 1 ? months.filter((word) => word !== 'sept') : months
  const at = words.indexOf(name)
  const month = monthNumber(name)
  if (month === null || another !== undefined) return null
  const year = yearIn(words, at)
  if (year === null) return null
  const days = daysIn(words, at)
  return days.length === 0 ? wholeMonth(year, month) : fromTo(year, month, days)
}

function fromTo(year: number, month: number, days: readonly number[]): DayRange | null {
  const [from, to] = [oneDay(year, month, days[0] ?? 0), oneDay(year, month, days.at(-1) ?? 0)]
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null
}

function yearIn(words: readonly string[], at: number): number | null {
  const digits = words.find((word) => /^(?:1[789]|20)\d{2}$/.test(word))
  if (digits !== undefined) return Number(digits)
  const behind = words.slice(at + 1)
  // 4-Mar-21; but in "March 21" it is the day.
  const short = at > 0 && /^\d{1,2}$/.test(words[at - 1] ?? '') ? behind[0] : behind[1]
  if (short !== undefined && /^\d{2}$/.test(short)) return fullYear(short)
  const from = behind.findIndex((word) => ['two', 'nineteen', 'twenty'].includes(word))
  return from < 0 ? null : (yearInWords(behind.slice(from)) ?? yearInWords(behind.slice(from + 1)))
}

function daysIn(words: readonly string[], at: number): readonly number[] {
  const before = words.slice(0, at)
  const figures = before.filter((word) => /^\d{1,2}$/.test(word)).map(Number)
  if (figures.length > 0) return figures.slice(0, 2)
  const inWords = ordinalAt(before) ?? ordinalAt(words.slice(at + 1).filter((word) => word !== 'the'))
  const next = words[at + 1] ?? ''
  if (/^\d{1,2}$/.test(next)) return [Number(next)]
  return inWords === null ? [] : [inWords]
}

/** The first number of a day that these words begin with or hold: "on the twenty first day of". */
function ordinalAt(words: readonly string[]): number | null {
  for (const [index, word] of words.entries()) {
    const one = smallNumber([word])
    if (one === null || one < 1) continue
    const two = smallNumber(words.slice(index, index + 2))
    const day = two !== null && words.length > index + 1 ? two : one
    return day <= 31 && day >= 1 ? day : null
  }
  return null
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

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < CENTURY_TURN ? 2000 + year : 1900 + year
}
