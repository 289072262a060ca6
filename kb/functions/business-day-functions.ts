import {
  businessDaysAfter,
  businessDaysBetween,
  MOST_BUSINESS_DAYS,
  nearestBusinessDay,
} from '../dates/business-days.ts'
import { sayDay } from '../dates/say-day.ts'
import type { Calendar } from '../program/vocabulary.ts'
import { dateValue, numberValue } from '../values/range.ts'
import type { DateValue, NumberValue } from '../values/value.ts'
import { type Ends, hullOfDays } from './day-hull.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'
import { wholeNumbers } from './whole-numbers.ts'

const TOO_MANY = `more than ${MOST_BUSINESS_DAYS} business days are not counted`
const NOT_WHOLE = 'only whole business days can be counted'
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

function outside(calendar: Calendar): string {
  const range = `${sayDay(calendar.from)} to ${sayDay(calendar.to)}`
  return `the calendar ${calendar.title} covers ${range} and no other days`
}
