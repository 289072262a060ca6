import { addMonths } from '../dates/add-months.ts'
import { endOfMonth } from '../dates/end-of-month.ts'
import { endOfYear } from '../dates/end-of-year.ts'
import { monthsBetween } from '../dates/months-between.ts'
import { FIRST_DAY, LAST_DAY } from '../dates/plain-date.ts'
import { dateValue, numberValue } from '../values/range.ts'
import type { DateValue, NumberValue } from '../values/value.ts'
import { hullOfDays } from './day-hull.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'
import { wholeNumbers } from './whole-numbers.ts'

const YEARS = { low: FIRST_DAY, high: LAST_DAY }
const NO_LIMITS = { low: -Infinity, high: Infinity }
const OUTSIDE_YEARS = 'the date would lie outside the years 0001 to 9999'

export type DateUnit = 'days' | 'months' | 'years'

export function addToDate(date: DateValue, number: NumberValue, unit: DateUnit): Outcome {
  const whole = wholeNumbers(number)
  const notWhole = `only whole ${unit} can be added to a date`
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
