import { plainDate } from './plain-date.ts'

/** `1948-02-11`. */
export function sayDay(day: number): string {
  return plainDate(day).toString()
}
