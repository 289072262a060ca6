import { Temporal } from 'temporal-polyfill'
import { dayNumber } from './plain-date.ts'

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day number of `YYYY-MM-DD`; null for anything else and for days that do not exist, such as 2026-02-31. */
export function dayOf(text: string): number | null {
  const found = ISO_DAY.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day > first.daysInMonth ? null : dayNumber(first) + day - 1
}
