import { clocksIn } from '../../text/clocks.ts'
import type { DateFound } from '../../text/date-found.ts'
import { readDates } from '../../text/dates.ts'
import type { IdentifierSpan } from './identifier.ts'
import { CLOCK_AFTER, WEEKDAY_BEFORE } from './patterns/date-patterns.ts'

const CONFIDENCE: Readonly<Record<DateFound['kind'], number>> = { day: 0.92, month: 0.88, yearless: 0.9, open: 0.92 }
const TIME_CONFIDENCE = 0.6
/** Characters beside a date in which its day of the week and its time stand. */
const NEAR = 40
/** Three values after one, five and ten minutes; three doses. */
const APGAR = /apgar\P{L}{0,6}$/iu
const DOSE = /^\s?(?:mg|µg|mcg|ml|IE|UI|IU|J)(?!\p{L})/u
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${WEEKDAY_BEFORE}$`, 'iu')
const AFTER = new RegExp(`^${CLOCK_AFTER}(?![\\p{L}\\p{N}])`, 'iu')

/** The dates and times that `text/` reads, in figures and in words; a date with its day of the week and its time. */
export function findDates(text: string): readonly IdentifierSpan[] {
  const times = clocksIn(text).map(({ start, end }) => {
    return { start, end, type: 'time', by: 'pattern', confidence: TIME_CONFIDENCE } as const
  })
  const dates = readDates(text).flatMap(({ kind, start, end }) => {
    const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)]
    if (APGAR.test(before) || DOSE.test(behind)) return []
    const lead = BEFORE.exec(before)?.[0].length ?? 0
    const clock = AFTER.exec(behind)?.[0].length ?? 0
    const confidence = CONFIDENCE[kind]
    return [{ start: start - lead, end: end + clock, type: 'date' as const, by: 'pattern' as const, confidence }]
  })
  return [...dates, ...times]
}
