import { isoDay, weekdayOf } from './calendar-day.ts'
import type { DayRange } from './read-date.ts'

export type DateMode = 'day' | 'shifted' | 'exact'

/** Beyond it, the distance between two dates tells an age over 89. */
const DAYS_OF_89_YEARS = 32_507
const DAYS_A_WEEK = 7

/** What is told of each date of a packet, so that their order and their distances stay; '' where a date could not be read. */
export function sayDates(
  dates: readonly (DayRange | null)[],
  mode: Exclude<DateMode, 'exact'>,
  shiftWeeks: number,
): readonly string[] {
  const known = dates.filter((range) => range !== null)
  const latest = Math.max(...known.map(({ to }) => to))
  const isLongAgo = ({ from }: DayRange) => latest - from > DAYS_OF_89_YEARS
  const first = Math.min(...known.filter((range) => !isLongAgo(range)).map(({ from }) => from))
  return dates.map((range) => {
    if (range === null) return ''
    if (isLongAgo(range)) return 'more than 89 years before the latest date'
    return mode === 'day' ? counted(range, first) : shifted(range, shiftWeeks * DAYS_A_WEEK)
  })
}

function counted({ from, to }: DayRange, first: number): string {
  if (from !== to) return `day ${from - first + 1} to ${to - first + 1}`
  return `day ${from - first + 1}, ${weekdayOf(from)}`
}

function shifted({ from, to }: DayRange, days: number): string {
  if (from !== to) return `${isoDay(from + days)} to ${isoDay(to + days)}`
  return `${isoDay(from + days)}, ${weekdayOf(from + days)}`
}
