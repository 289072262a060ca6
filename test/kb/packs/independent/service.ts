import type { Temporal } from 'temporal-polyfill'
import { type Closed, isOpen, nearestOpen, openDaysFrom } from './court-days.ts'

/**
 * Read: CPR 6.26 and 6.14 as set out in the hearing bundle BL-2023-000713 (flippingbook.com). Business days leave out Saturdays, Sundays,
 * bank holidays, Good Friday and Christmas Day (6.2(b)).
 */
export type Method = 'first_class_post' | 'document_exchange' | 'delivered' | 'fax' | 'email' | 'personal'

/** A document other than the claim form; `beforeHalfPastFour` matters for all but post and exchange. */
export function deemedService(
  sent: Temporal.PlainDate,
  method: Method,
  beforeHalfPastFour: boolean,
  closed: Closed,
): Temporal.PlainDate {
  if (method === 'first_class_post' || method === 'document_exchange')
    return nearestOpen(sent.add({ days: 2 }), 1, closed)
  return beforeHalfPastFour && isOpen(sent, closed) ? sent : openDaysFrom(sent, 1, 1, closed)
}

/** A claim form: the second business day after the step of CPR 7.5(1). */
export function deemedServiceOfClaimForm(step: Temporal.PlainDate, closed: Closed): Temporal.PlainDate {
  return openDaysFrom(step, 2, 1, closed)
}
