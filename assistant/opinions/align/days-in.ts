import { factsInText } from '../../../text/facts.ts'
import { monthNumber } from '../../../text/months.ts'

const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b'
const DIGITS = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g
const MONTH_IN_DIGITS = /\b(0[1-9]|1[0-2])\/((?:19|20)\d{2})\b/g
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}`, 'gi')
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b`, 'gi')

const YEAR = /\b(?:in|since|until|from|by|of|before|after)\s+((?:19|20)\d{2})\b/gi
const CLOCK = /\b([01]?\d|2[0-3]):([0-5]\d)\b/g

export type DaysIn = {
  /** ISO, as far as it is written: 2024-09-30, 2022-03, 2022, --03-03 where no year is, or T08:30 for a time of the day. */
  readonly days: readonly string[]
  /** The text without them, everything else at its place. */
  readonly rest: string
}

/** The dates of a text, however they are written; 31/03/2025 is read day first unless that is none. */
export function daysIn(text: string): DaysIn {
  const days: string[] = []
  let rest = text
  const take = (pattern: RegExp, read: (parts: readonly string[]) => string | null) => {
    rest = rest.replace(pattern, (whole, ...parts: readonly string[]) => {
      const day = read(parts)
      if (day === null) return whole
      days.push(day)
      return ' '.repeat(whole.length)
    })
  }
  for (const { kind, value, start, end } of factsInText(text)) {
    if (kind !== 'date' || value.includes('/')) continue
    days.push(value)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  take(DIGITS, ([first = '', second = '', year = '']) => inDigits(Number(first), Number(second), year))
  take(MONTH_IN_DIGITS, ([month, year]) => `${year}-${month}`)
  take(DAY_FIRST, ([day = '', month = '']) => `--${monthOf(month)}-${day.padStart(2, '0')}`)
  take(MONTH_FIRST, ([month = '', day = '']) => `--${monthOf(month)}-${day.padStart(2, '0')}`)
  take(YEAR, ([year = '']) => year)
  take(CLOCK, ([hour = '', minutes = '']) => `T${hour.padStart(2, '0')}:${minutes}`)
  return { days, rest }
}

/** As far as both are written: a month alone, or a day without its year, may be any that fits. */
export function isSameDay(one: string, other: string): boolean {
  const [short, long] = [one, other].toSorted((a, b) => a.length - b.length) as [string, string]
  if (!short.startsWith('--')) return long.startsWith(short)
  return long.startsWith('--') ? long === short : long.slice(4) === short.slice(1)
}

/** Whether they could be held against each other: a time of the day is no day. */
export function isDayLike(one: string, other: string): boolean {
  return one.startsWith('T') === other.startsWith('T')
}

function inDigits(first: number, second: number, year: string): string | null {
  const [day, month] = second > 12 ? [second, first] : [first, second]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function monthOf(word: string): string {
  return String(monthNumber(word)).padStart(2, '0')
}
