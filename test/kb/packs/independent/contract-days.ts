import { Temporal } from 'temporal-polyfill'
import { type Closed, openDaysFrom } from './court-days.ts'

/**
 * From samples/reference/legal-time.md 3.3 to 3.5: business days as the clause says, none of them on the day of sending; months by the corresponding date, or the last day
 * of a shorter month (Dodds v Walker [1981] 1 WLR 1027, not read).
 */
export function receivedByClause(sent: Temporal.PlainDate, businessDays: number, closed: Closed): Temporal.PlainDate {
  return openDaysFrom(sent, businessDays, 1, closed)
}

/** Notice "at least" so many months before the end, or a window that opens so many months before it. */
export function monthsBefore(end: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const month = Temporal.PlainYearMonth.from({ year: end.year, month: end.month }).subtract({ months })
  return month.toPlainDate({ day: Math.min(end.day, month.daysInMonth) })
}

/** Null where notice could only be given before the window opens. */
export function windowOpens(end: Temporal.PlainDate, opensMonths: number, noticeMonths: number) {
  return opensMonths < noticeMonths ? null : monthsBefore(end, opensMonths)
}

/** The first anniversary that is not past; the 28th for a 29 February where there is none. */
export function nextAnniversary(began: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  for (let year = began.year + 1; ; year += 1) {
    const month = Temporal.PlainYearMonth.from({ year, month: began.month })
    const day = month.toPlainDate({ day: Math.min(began.day, month.daysInMonth) })
    if (Temporal.PlainDate.compare(day, today) >= 0) return day
  }
}
