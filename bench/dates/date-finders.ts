import { isoDay, lastOfMonth, readDate } from '../../disclosure/pseudonyms/read-date.ts'
import type { FindIdentifiers } from '../../disclosure/packet/mask-segments.ts'
import { findDates } from '../../assistant/facts/mentions.ts'
import { findPartialDates } from '../../assistant/surveys/find-partial-dates.ts'
import { datesIn, daysWithoutYear } from '../../text/dates.ts'
import type { DateProbe } from './date-probes.ts'

export const READERS = ['checks', 'chronology', 'proposals', 'masks', 'pseudonyms'] as const
export type DateReader = (typeof READERS)[number]
export type Found = Readonly<Record<DateReader, boolean>>

const SIGN = /[\p{L}\p{N}]/u
/** What may stand beside a date in a probe and belongs to none. */
const BESIDE = /^(?:the|de|w) | (?:r\.|roku)$/g
/** So much of a date must be masked (`score-identifiers.ts`). */
const MASKED = 0.9

/** Which of the readers find the date of a probe, with its value. Proposals are asked for whole days, pseudonyms for those with a year. */
export function findersOf({ text, written, value }: DateProbe, find: FindIdentifiers): Found {
  const date = written.replace(BESIDE, '')
  const start = text.indexOf(date)
  const isYearless = value.startsWith('--')
  const masks = find(text, []).spans.filter(({ type }) => type === 'date')
  const mask = masks.find((span) => span.start < start + date.length && span.end > start)
  const signs = Array.from(date, (sign, at) => (SIGN.test(sign) ? start + at : -1)).filter((at) => at >= 0)
  const masked = signs.filter((at) => masks.some((span) => span.start <= at && at < span.end)).length
  return {
    checks: isYearless
      ? daysWithoutYear(text).some(({ values }) => values.includes(value.slice(2)))
      : datesIn(text).some((one) => one.value === value),
    chronology: findPartialDates(text).some((one) => (isYearless ? one.lacks === 'year' : one.date === value)),
    proposals: value.length < '1962-01-03'.length || isYearless || findDates(text).some(({ arg }) => arg === value),
    masks: masked >= MASKED * signs.length,
    pseudonyms: isYearless || (mask !== undefined && isRead(text.slice(mask.start, mask.end), value)),
  }
}

function isRead(masked: string, value: string): boolean {
  const range = readDate(masked, null)
  if (range === null) return false
  const [from, to] = [isoDay(range.from), isoDay(range.to)]
  if (value.length > '1962-01'.length) return from === value && to === value
  const [year, month] = value.split('-').map(Number)
  return from === `${value}-01` && to === `${value}-${lastOfMonth(year ?? 0, month ?? 0)}`
}

/** What checks, chronology and proposals take for a date in a text that has none. */
export function falseDatesIn(text: string): readonly string[] {
  return [...datesIn(text), ...daysWithoutYear(text), ...findPartialDates(text), ...findDates(text)].map(
    ({ start, end }) => text.slice(start, end),
  )
}
