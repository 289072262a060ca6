import { plainDate } from './plain-date.ts'

/** The last day of the month in which `day` lies. */
export function endOfMonth(day: number): number {
  const date = plainDate(day)
  return day + date.daysInMonth - date.day
}
