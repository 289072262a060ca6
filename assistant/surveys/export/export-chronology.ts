import type { ChronologyLine, SheetFormat } from '../../../contract/answers/survey.ts'
import { csv } from './csv.ts'
import { markdownTable } from './markdown.ts'
import { citedPlace, oneLine } from './place-words.ts'

/** A line an event, with all places that say so. */
export function exportChronology(lines: readonly ChronologyLine[], format: SheetFormat): string {
  const rows = [
    ['date', 'event', 'where'],
    ...lines.map(({ date, text, citations }) => [date, oneLine(text), citations.map(citedPlace).join('; ')]),
  ]
  return format === 'csv' ? csv(rows) : markdownTable(rows)
}
