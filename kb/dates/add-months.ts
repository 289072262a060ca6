import { dayNumber, FIRST_DAY, LAST_DAY, plainDate } from './plain-date.ts'

/** Beyond this every result is outside 0001 to 9999. */
const MOST_MONTHS = 12 * 10_000

/**
 * The same day of the month `months` later, or the last of the month where it has no such day (31 January and one month:
 * 28 or 29 February). A result outside 0001 to 9999 is -Infinity or Infinity.
 */
export function addMonths(day: number, months: number): number {
  if (Math.abs(months) > MOST_MONTHS) return months * Infinity
  const result = dayNumber(plainDate(day).add({ months }))
  if (result < FIRST_DAY) return -Infinity
  return result > LAST_DAY ? Infinity : result
}
