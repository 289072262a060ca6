import type { Calendar } from '../program/vocabulary.ts'
import {
  businessDaysAfter,
  businessDaysBetween,
  MOST_BUSINESS_DAYS,
  nearestBusinessDay,
} from '../values/business-days.ts'
import { addMonths, endOfMonth, endOfYear, FIRST_DAY, LAST_DAY, monthsBetween, sayDay } from '../values/plain-date.ts'
import { dateValue, type DateValue, numberValue, type NumberValue } from '../values/value.ts'
import { message, type Message } from '../../wording/message.ts'
import { doubtful, type Ends, hullOfDays, impossible, type Outcome, wholeNumbers } from './hull.ts'

const YEARS = { low: FIRST_DAY, high: LAST_DAY }
const NO_LIMITS = { low: -Infinity, high: Infinity }
const OUTSIDE_YEARS = message('reasoning.problems.outsideYears')
const NOT_WHOLE_UNITS = {
  days: message('reasoning.problems.notWholeDays'),
  months: message('reasoning.problems.notWholeMonths'),
  years: message('reasoning.problems.notWholeYears'),
} as const

type DateUnit = 'days' | 'months' | 'years'

export function addToDate(date: DateValue, number: NumberValue, unit: DateUnit): Outcome {
  const whole = wholeNumbers(number)
  const notWhole = NOT_WHOLE_UNITS[unit]
  if (!whole) return impossible(notWhole)
  const { ends, beyond } = hullOfDays([date, whole], YEARS, (day, count) => later(day, count, unit))
  if (beyond === 'all') return impossible(OUTSIDE_YEARS)
  const outcome: Outcome = { value: dateValue(ends.low, ends.high) }
  if (beyond === 'some') return doubtful(OUTSIDE_YEARS, outcome)
  return whole.all ? outcome : doubtful(notWhole, outcome)
}

export function timeBetween(from: DateValue, to: DateValue, unit: DateUnit): Outcome {
  const { ends } = hullOfDays([from, to], NO_LIMITS, (first, last) => between(first, last, unit))
  return { value: numberValue(ends.low, ends.high) }
}

export function lastOfMonth(date: DateValue): Outcome {
  return lastOf(date, endOfMonth)
}

export function lastOfYear(date: DateValue): Outcome {
  return lastOf(date, endOfYear)
}

/** A later day never has an earlier end. */
function lastOf(date: DateValue, endOf: (day: number) => number): Outcome {
  const last = (day: number) => (Number.isFinite(day) ? endOf(day) : day)
  return { value: dateValue(last(date.low), last(date.high)) }
}

function later(day: number, count: number, unit: DateUnit): number {
  if (unit === 'days' || !Number.isFinite(day) || !Number.isFinite(count)) return day + count
  return addMonths(day, unit === 'years' ? 12 * count : count)
}

function between(from: number, to: number, unit: DateUnit): number {
  if (unit === 'days' || !Number.isFinite(from) || !Number.isFinite(to)) return to - from
  const months = monthsBetween(from, to)
  return unit === 'years' ? Math.trunc(months / 12) + 0 : months
}

const TOO_MANY = message('reasoning.problems.tooManyWorkingDays', { most: String(MOST_BUSINESS_DAYS) })
const NOT_WHOLE = message('reasoning.problems.notWholeWorkingDays')
const COUNTS = { low: -MOST_BUSINESS_DAYS, high: MOST_BUSINESS_DAYS }

export function afterBusinessDays(date: DateValue, number: NumberValue, calendar: Calendar, tick: () => void): Outcome {
  const whole = wholeNumbers(number)
  if (!whole) return impossible(NOT_WHOLE)
  if (liesOutside(date, calendar)) return impossible(outside(calendar))
  if (whole.low > MOST_BUSINESS_DAYS || whole.high < -MOST_BUSINESS_DAYS) return impossible(TOO_MANY)
  const counted = { low: Math.max(whole.low, COUNTS.low), high: Math.min(whole.high, COUNTS.high) }
  const outcome = dayOutcome(date, [counted], calendar, (day, count) => businessDaysAfter(day, count, calendar, tick))
  if (counted.low !== whole.low || counted.high !== whole.high) return doubtful(TOO_MANY, outcome)
  return whole.all ? outcome : doubtful(NOT_WHOLE, outcome)
}

export function businessDaysFrom(from: DateValue, to: DateValue, calendar: Calendar, tick: () => void): Outcome {
  if (liesOutside(from, calendar) || liesOutside(to, calendar)) return impossible(outside(calendar))
  const [first, last] = [inside(from, calendar), inside(to, calendar)]
  const { ends, beyond } = hullOfDays([first, last], COUNTS, (a, b) => businessDaysBetween(a, b, calendar, tick))
  if (beyond === 'all') return impossible(TOO_MANY)
  const outcome: Outcome = { value: numberValue(ends.low, ends.high) }
  if (first !== from || last !== to) return doubtful(outside(calendar), outcome)
  return beyond === 'some' ? doubtful(TOO_MANY, outcome) : outcome
}

/** `step` 1: the next business day, -1: the one before; the date itself if it is one. */
export function toBusinessDay(date: DateValue, step: 1 | -1, calendar: Calendar, tick: () => void): Outcome {
  if (liesOutside(date, calendar)) return impossible(outside(calendar))
  return dayOutcome(date, [], calendar, (day) => nearestBusinessDay(day, step, calendar, tick))
}

function dayOutcome(
  date: DateValue,
  others: readonly Ends[],
  calendar: Calendar,
  at: (day: number, count: number) => number,
): Outcome {
  const covered = inside(date, calendar)
  const limits = { low: calendar.from, high: calendar.to }
  const { ends, beyond } = hullOfDays([covered, ...others], limits, at)
  if (beyond === 'all') return impossible(outside(calendar))
  const outcome: Outcome = { value: dateValue(ends.low, ends.high) }
  return beyond === 'some' || covered !== date ? doubtful(outside(calendar), outcome) : outcome
}

function liesOutside(date: DateValue, calendar: Calendar): boolean {
  return date.high < calendar.from || date.low > calendar.to
}

/** The part that the calendar covers; the same object if that is all of it. */
function inside(date: DateValue, calendar: Calendar): DateValue {
  if (date.low >= calendar.from && date.high <= calendar.to) return date
  return { ...date, low: Math.max(date.low, calendar.from), high: Math.min(date.high, calendar.to) }
}

function outside({ title, from, to }: Calendar): Message {
  return message('reasoning.problems.outsideCalendar', { calendar: title, from: sayDay(from), to: sayDay(to) })
}
