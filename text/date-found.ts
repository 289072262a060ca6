import type { Span } from './spans.ts'

/** A date as a text gives it, in figures or in words. */
export type DateFound = Span & {
  readonly text: string
  /** A whole day, a month with its year, a day without its year, or a day whose order or century the text leaves open. */
  readonly kind: 'day' | 'month' | 'yearless' | 'open'
  /**
   * 2024-09-30, 2024-09 and 09-30. Of open ones 05/12/2023 or 05/12/23, where either part may be the month, and 23-12-05, where only
   * the century is missing (`datesMeant`).
   */
  readonly value: string
}
export type DateReading = Pick<DateFound, 'kind' | 'value'>

/** Null where there is no such day. */
export function wholeDay(year: string | number, month: number, day: string | number): DateReading | null {
  const date = new Date(0)
  date.setUTCFullYear(Number(year), month - 1, Number(day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day)
  return isReal && Number(year) >= 1000 ? { kind: 'day', value: `${year}-${monthDay(month, day)}` } : null
}

/** 09-30. */
export function monthDay(month: number, day: string | number): string {
  return [month, day].map((part) => String(part).padStart(2, '0')).join('-')
}
