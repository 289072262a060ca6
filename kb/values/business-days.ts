import type { Calendar } from '../program/vocabulary.ts'
import { dayOfWeek } from './plain-date.ts'

/** More are refused at once: ten years and more of working days are a typing mistake, or an attack on the budget. */
export const MOST_BUSINESS_DAYS = 3660

export function isBusinessDay(day: number, calendar: Calendar): boolean {
  return !calendar.weekend.has(dayOfWeek(day)) && !calendar.holidays.has(day)
}

/**
 * The `count`th business day after `day`, which is itself not counted; before it when `count` is negative; `day` when it
 * is 0. Where the calendar ends first: -Infinity or Infinity, and likewise for more than MOST_BUSINESS_DAYS.
 */
export function businessDaysAfter(day: number, count: number, calendar: Calendar, tick: () => void): number {
  const outside = sideOf(day, calendar)
  if (outside !== 0) return outside
  if (Math.abs(count) > MOST_BUSINESS_DAYS) return count * Infinity
  const step = Math.sign(count)
  let reached = day
  let left = Math.abs(count)
  while (left > 0) {
    tick()
    reached += step
    if (sideOf(reached, calendar) !== 0) return step * Infinity
    if (isBusinessDay(reached, calendar)) left -= 1
  }
  return reached
}

/**
 * How many business days lie after `from` up to and with `to`: the `count` that `businessDaysAfter` needs to get there.
 * Negative, and counted from `to` up to the day before `from`, when `to` is the earlier one.
 */
export function businessDaysBetween(from: number, to: number, calendar: Calendar, tick: () => void): number {
  // From its far ends: later `from` means fewer days.
  const outside = sideOf(to, calendar) || -sideOf(from, calendar)
  if (outside !== 0) return outside
  const step = to < from ? -1 : 1
  let count = 0
  for (let day = from; day !== to; ) {
    tick()
    day += step
    if (isBusinessDay(day, calendar)) count += 1
    if (count > MOST_BUSINESS_DAYS) return step * Infinity
  }
  return step * count + 0
}

/** `day` if it is a business day, else the nearest later (`step` 1) or earlier (-1) one; infinite beyond the calendar. */
export function nearestBusinessDay(day: number, step: 1 | -1, calendar: Calendar, tick: () => void): number {
  let reached = day
  for (;;) {
    const outside = sideOf(reached, calendar)
    if (outside !== 0) return outside
    if (isBusinessDay(reached, calendar)) return reached
    tick()
    reached += step
  }
}

/** 0 for a day of the calendar, else the infinity on its side. */
function sideOf(day: number, calendar: Calendar): number {
  if (day < calendar.from) return -Infinity
  return day > calendar.to ? Infinity : 0
}
