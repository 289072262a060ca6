import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { csv } from '../surveys/export/csv.ts'

/** One JSON object a line. */
export function rowsAsJsonl(rows: readonly RunRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

const COLUMNS = ['id', 'type', 'question', 'gold', 'answerable', 'answer', 'state', 'outcome'] as const
const NUMBERS = ['keyFacts', 'goldRecall', 'score', 'band', 'quotes', 'quotesAtOffsets', 'totalMs'] as const

/** For a spreadsheet. */
export function rowsAsCsv(rows: readonly RunRow[]): string {
  const columns = [...COLUMNS, ...NUMBERS]
  return csv([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])
}
