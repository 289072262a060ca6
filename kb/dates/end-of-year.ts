import { dayNumber, plainDate } from './plain-date.ts'

/** 31 December of the year in which `day` lies. */
export function endOfYear(day: number): number {
  return dayNumber(plainDate(day).with({ month: 12, day: 31 }))
}
