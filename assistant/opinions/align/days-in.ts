import { clocksIn } from '../../../text/clocks.ts'
import type { DateFound } from '../../../text/date-found.ts'
import { datesMeant, readDates } from '../../../text/dates.ts'
import type { Span } from '../../../text/spans.ts'

const MONTH_IN_DIGITS = /\b(0[1-9]|1[0-2])\/((?:19|20)\d{2})\b/g
const YEAR = /\b(?:in|since|until|from|by|of|before|after)\s+((?:19|20)\d{2})\b/gi

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
  const take = (found: readonly (Span & { readonly day: string })[]) => {
    for (const { day, start, end } of found) {
      days.push(day)
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
    }
  }
  const match = (pattern: RegExp, read: (parts: readonly string[]) => string) =>
    [...rest.matchAll(pattern)].map((found) => ({
      day: read(found.slice(1)),
      start: found.index,
      end: found.index + found[0].length,
    }))
  take(readDates(text).map((date) => ({ ...date, day: dayMeant(date) })))
  take(match(MONTH_IN_DIGITS, ([month, year]) => `${year}-${month}`))
  take(match(YEAR, ([year = '']) => year))
  take(clocksIn(rest).map(({ values, start, end }) => ({ day: clockOf(Number(values[0])), start, end })))
  return { days, rest }
}

function dayMeant({ kind, value }: DateFound): string {
  return kind === 'yearless' ? `--${value}` : (datesMeant(value)[0] ?? value)
}

function clockOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `T${[hour, minute].map((part) => String(part).padStart(2, '0')).join(':')}`
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
