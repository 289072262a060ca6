import { parse } from 'csv-parse/sync'
import { gateFailure, ReadFailedError } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { headRows } from '../table-head.ts'
import { decodeText } from '../text/decode-text.ts'
import { encodingWarnings } from '../text/read-text.ts'
import { createCellBudget } from './cell-budget.ts'
import { type CsvShape, csvShape, LENIENT } from './csv-delimiter.ts'
import { cellText } from './sheet-grid.ts'
import { warning } from '../read-warning.ts'

const HEAD_SAMPLE = 60
const EMPTY = 'the file has no text'
/** Longer than any record; an unclosed quote would else make one of the rest of the file. */
const LONGEST_RECORD = 1_000_000

/**
 * A table in text (CSV, TSV), whatever parts its cells: one table, each line a record. What has no like rows is read as
 * plain text. Throws `ReadFailedError` past the limits.
 */
export const readCsv = readsWhole(({ bytes, mediaType, limits }) => {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.textMb)
    throw gateFailure('The table is too large', { value: sizeMb, limit: limits.textMb, unit: 'MB' })
  const { text, encoding, certain } = decodeText(bytes)
  const warnings = encodingWarnings(text, encoding, certain)
  const shape = csvShape(text, mediaType === 'text/tab-separated-values' ? '\t' : ',')
  const lines = shape && tableLines(text, shape, limits)
  if (lines) return { page: tablePage(lines), warnings }
  const note =
    text.trim() === ''
      ? []
      : [warning('layout', 'The file has no rows and columns that can be told apart; it was read as plain text.')]
  return { page: wholeDocument(withoutPageMarks(text), [], EMPTY), warnings: [...warnings, ...note] }
})

/** The records as lines of cells; null when the quotes of the file go wrong. */
function tableLines(text: string, { delimiter, skip }: CsvShape, limits: ReadLimits): readonly string[] | null {
  const budget = createCellBudget(limits)
  const lines: string[] = []
  try {
    parse(text.slice(skip), {
      ...LENIENT,
      delimiter,
      max_record_size: LONGEST_RECORD,
      on_record(record: readonly string[]) {
        budget.take(record.length, 0)
        lines.push(record.map(cellText).join('\t').trimEnd())
        return null
      },
    })
  } catch (error) {
    if (error instanceof ReadFailedError) throw error
    return null
  }
  return lines
}

function tablePage(lines: readonly string[]): ReadPage {
  const text = lines.join('\n').trimEnd()
  const sample = lines.slice(0, HEAD_SAMPLE).filter((line) => line.trim() !== '')
  const level = headRows(sample.map((line) => line.split('\t')))
  return wholeDocument(text, [{ start: 0, end: text.length, kind: 'table', level, firstCell: 'A1' }], EMPTY)
}
