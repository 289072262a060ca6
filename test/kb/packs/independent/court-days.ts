import type { Temporal } from 'temporal-polyfill'

/** Days on which a court, or business, is closed; days as YYYY-MM-DD. */
export type Closed = { readonly weekdays: ReadonlySet<number>; readonly holidays: ReadonlySet<string> }

export function isOpen(day: Temporal.PlainDate, { weekdays, holidays }: Closed): boolean {
  return !weekdays.has(day.dayOfWeek) && !holidays.has(day.toString())
}

/** The day itself, or the nearest open one after it (1) or before it (-1). */
export function nearestOpen(day: Temporal.PlainDate, step: 1 | -1, closed: Closed): Temporal.PlainDate {
  let found = day
  while (!isOpen(found, closed)) found = found.add({ days: step })
  return found
}

/** The `count`th open day after a day, or before it. */
export function openDaysFrom(day: Temporal.PlainDate, count: number, step: 1 | -1, closed: Closed): Temporal.PlainDate {
  let found = day
  for (let left = count; left > 0; left -= isOpen(found, closed) ? 1 : 0) found = found.add({ days: step })
  return found
}
