import { readDates } from '../../../text/dates.ts'
import type { Mention } from './mention.ts'

/** The whole dates of a text, in its order. A month without its day, or a day without its year, is none. */
export function findDates(text: string): readonly Mention[] {
  return readDates(text).flatMap(({ kind, value, start, end }) => (kind === 'day' ? [{ start, end, arg: value }] : []))
}
