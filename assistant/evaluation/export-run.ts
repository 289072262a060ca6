import type { RunRow } from '../../contract/evaluation.ts'

/** One JSON object a line. */
export function rowsAsJsonl(rows: readonly RunRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

const COLUMNS = ['id', 'type', 'question', 'gold', 'answerable', 'answer', 'state', 'outcome'] as const
const NUMBERS = ['keyFacts', 'goldRecall', 'score', 'band', 'quotes', 'quotesAtOffsets', 'totalMs'] as const

/** For a spreadsheet (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function rowsAsCsv(rows: readonly RunRow[]): string {
  const columns = [...COLUMNS, ...NUMBERS]
  const lines = rows.map((row) => columns.map((column) => field(row[column])))
  return [columns, ...lines].map((fields) => `${fields.join(',')}\r\n`).join('')
}

function field(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
