import type { Place } from '../program/vocabulary.ts'
import { createRow, type Row } from './row.ts'

/** The relation that is always there: one certain row with the day of the question. */
export const TODAY = 'today'

export const TODAY_PLACES: readonly Place[] = [{ kind: 'date' }]

export function todayRows(asOf: number): readonly Row[] {
  return [createRow(TODAY, [{ kind: 'date', low: asOf, high: asOf }], 'certain')]
}
