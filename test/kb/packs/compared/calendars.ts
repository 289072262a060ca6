import type { Closed } from '../independent/court-days.ts'
import { readShippedPack } from '../../read-shipped-pack.ts'

const HOLIDAY = /^ {6}(?<day>\d{4}-\d{2}-\d{2}):/

/** The holidays of a calendar of the pack, read as text: both sides count by the same days, each with its own rules. */
export function closedDays(calendar: string): Closed {
  const text = readShippedPack('legal-time').files.find(({ path }) => path === 'calendars.yaml')?.text ?? ''
  const after = text.split(`\n  ${calendar}:\n`)[1]
  const own = after?.split(/\n {2}\w+:\n/)[0]
  if (!own) throw new Error(`legal-time has no calendar ${calendar}`)
  const days = own.split('\n').flatMap((line) => HOLIDAY.exec(line)?.groups?.day ?? [])
  return { weekdays: new Set([6, 7]), holidays: new Set(days) }
}
