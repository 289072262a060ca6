import type { Temporal } from 'temporal-polyfill'
import { type Closed, nearestOpen, openDaysFrom } from './court-days.ts'

/**
 * Read: FRCP 6(a) on law texts (laws9.com, US Code 28a); 6(d) with the example of the note of 2005 is from memory. CPR 2.8 whole with its
 * examples on civillitigationbrief.com. Regulation 1182/71: art 3(1), 3(2)(c) and 3(4) as quoted on wordscope.be and in C-171/03
 * (a period in weeks ends on the weekday of the event); 3(5) from memory. BGB 187 to 193 on anyflip.com (gesetze-im-internet.de) and lexcada.com.
 */
export type Unit = 'days' | 'weeks' | 'months' | 'years'

/** Forward: the event's day does not count, and a last day that is closed runs on to the next open one. */
export function frcp6(event: Temporal.PlainDate, count: number, unit: Unit, closed: Closed): Temporal.PlainDate {
  return nearestOpen(event.add({ [unit]: count }), 1, closed)
}

/** "At least 14 days before": counted back, and back again from a closed day, 6(a)(5). */
export function frcp6Before(event: Temporal.PlainDate, days: number, closed: Closed): Temporal.PlainDate {
  return nearestOpen(event.subtract({ days }), -1, closed)
}

/** Served by mail, 6(d): three days after the period would otherwise expire, moved as well. */
export function frcp6ByMail(event: Temporal.PlainDate, days: number, closed: Closed): Temporal.PlainDate {
  return nearestOpen(frcp6(event, days, 'days', closed).add({ days: 3 }), 1, closed)
}

/** Up to five days: closed ones do not count. An act at the court office is in time on the next day that it is open. */
export function cpr28(start: Temporal.PlainDate, days: number, closed: Closed): Temporal.PlainDate {
  const last = days <= 5 ? openDaysFrom(start, days, 1, closed) : start.add({ days })
  return nearestOpen(last, 1, closed)
}

/** The last day for what must be done at least so many clear days before an event; not moved where it is a closed day. */
export function cpr28Before(event: Temporal.PlainDate, days: number, closed: Closed): Temporal.PlainDate {
  const lastCounted = days <= 5 ? openDaysFrom(event, days, -1, closed) : event.subtract({ days })
  return lastCounted.subtract({ days: 1 })
}

/** The earliest day for what must be at least so many clear days after a notice, as in example (ii): 28 days from 1 October, 30 October. */
export function cpr28After(start: Temporal.PlainDate, days: number): Temporal.PlainDate {
  return start.add({ days: days + 1 })
}

/** From an event; art 3(5): of two days or more, at least two are working days. */
export function regulation1182(
  event: Temporal.PlainDate,
  count: number,
  unit: Unit,
  closed: Closed,
): Temporal.PlainDate {
  const end = nearestOpen(event.add({ [unit]: count }), 1, closed)
  const isLong = unit !== 'days' || count >= 2
  const second = openDaysFrom(event, 2, 1, closed)
  return isLong && second.toString() > end.toString() ? second : end
}

/** § 187(1), from an event; a month without the day ends on its last, § 188(3). `declared`: § 193, for a declaration or performance. */
export function bgbPeriod(
  event: Temporal.PlainDate,
  count: number,
  unit: Unit,
  declared: Closed | null,
): Temporal.PlainDate {
  const end = event.add({ [unit]: count })
  return declared ? nearestOpen(end, 1, declared) : end
}

/** § 187(2), from the beginning of a day, which counts. */
export function bgbPeriodFromDay(
  first: Temporal.PlainDate,
  count: number,
  unit: Unit,
  declared: Closed | null,
): Temporal.PlainDate {
  const end = beforeNamed(first, count, unit)
  return declared ? nearestOpen(end, 1, declared) : end
}

/** The day before the one of the same number; where the last month lacks that, its last day. */
function beforeNamed(first: Temporal.PlainDate, count: number, unit: Unit): Temporal.PlainDate {
  const named = first.add({ [unit]: count })
  const isLacking = (unit === 'months' || unit === 'years') && named.day !== first.day
  return isLacking ? named : named.subtract({ days: 1 })
}
