import type { Temporal } from 'temporal-polyfill'
import type { Random } from '../../random.ts'
import { type Closed, nearestOpen, openDaysFrom } from '../independent/court-days.ts'

/** Sometimes the working day on which a period ends is closed there, which no calendar knows; sometimes the next one as well. */
export function drawClosed(
  random: Random,
  end: Temporal.PlainDate,
  known: Closed,
  write: (day: Temporal.PlainDate) => string,
): { readonly closed: Closed; readonly facts: readonly string[] } {
  const first = nearestOpen(end, 1, known)
  const drawn = random.chance(0.4) ? [first, ...(random.chance(0.5) ? [openDaysFrom(first, 1, 1, known)] : [])] : []
  return {
    closed: { ...known, holidays: new Set([...known.holidays, ...drawn.map(String)]) },
    facts: drawn.map(write),
  }
}
