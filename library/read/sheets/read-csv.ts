import { message } from '../../../wording/message.ts'
import { type Options, parse } from 'csv-parse/sync'
import { gateFailure, ReadFailedError } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { warning } from '../read-warning.ts'
import { countHeadRows } from '../table-head.ts'
import { decodeText } from '../decode-text.ts'
import { encodingWarnings } from '../read-text.ts'
import { cellText, createCellBudget } from './sheet-grid.ts'

const HEAD_SAMPLE = 60
const EMPTY = 'noTextInFile'

/** Longer than any record; an unclosed quote would else make one of the rest of the file. */
const LONGEST_RECORD = 1_000_000

const SAMPLE_CHARACTERS = 65_536

const DELIMITERS = [',', ';', '\t', '|']

/** Reads what others refuse: quotes inside cells, rows of any length. */
const LENIENT: Options = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
}

const SAMPLE_RECORDS = 200

/** So many of the records must have the same number of cells. */
const LIKE_SHARE = 0.5

/** Commas in sentences have a space behind them. */
const SPACED_SHARE = 0.8

/**
 * A table in text (CSV, TSV), whatever parts its cells: one table, each line a record. What has no like rows is read as
 * plain text. Throws `ReadFailedError` past the limits.
 */
export const readCsv = readsWhole(({ bytes, mediaType, limits }) => {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.textMb) throw gateFailure('table', { value: sizeMb, limit: limits.textMb })
  const { text, encoding, certain } = decodeText(bytes)
  const warnings = encodingWarnings(text, encoding, certain)
  const shape = csvShape(text, mediaType === 'text/tab-separated-values' ? '\t' : ',')
  const lines = shape && tableLines(text, shape, limits)
  if (lines) return { page: tablePage(lines), warnings }
  const note = text.trim() === '' ? [] : [warning('layout', message('reading.sheets.noTable'))]
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
  const level = countHeadRows(sample.map((line) => line.split('\t')))
  return wholeDocument(text, [{ start: 0, end: text.length, kind: 'table', level, firstCell: 'A1' }], EMPTY)
}

/** How the records of a text are parted; `skip` characters of it are a line that only says so. */
type CsvShape = { readonly delimiter: string; readonly skip: number }

/**
 * The delimiter of a table in text: the one that its `sep=` line names, else the one that gives the most like rows. Null for
 * prose, where none gives any. `promised` wins where two do equally well.
 */
function csvShape(text: string, promised: string): CsvShape | null {
  const named = /^sep=(.)\r?\n/i.exec(text)
  if (named) return { delimiter: named[1]!, skip: named[0].length }
  const sample = sampleOf(text)
  let best: { delimiter: string; score: number } | null = null
  for (const delimiter of [promised, ...DELIMITERS.filter((other) => other !== promised)]) {
    const score = likeness(sample, delimiter)
    if (score > 0 && score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best && { delimiter: best.delimiter, skip: 0 }
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARACTERS) return text
  const feed = text.lastIndexOf('\n', SAMPLE_CHARACTERS)
  return text.slice(0, feed > 0 ? feed : SAMPLE_CHARACTERS)
}

/** The share of records with the commonest number of cells, a little more for more cells; 0 where it is no table. */
function likeness(sample: string, delimiter: string): number {
  const records = recordsOf(sample, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  if (records.length < 2) return 0
  const counts = Map.groupBy(records, ({ length }) => length)
  const [cells, like] = [...counts].reduce((most, next) => (next[1].length > most[1].length ? next : most))
  const share = like.length / records.length
  if (cells < 2 || share < LIKE_SHARE) return 0
  return isProse(records, delimiter) ? 0 : share + Math.min(cells, 20) / 100
}

function recordsOf(sample: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(sample, { ...LENIENT, delimiter, to: SAMPLE_RECORDS })
  } catch {
    // A quote that the sample cuts off.
    return sample.split(/\r?\n/, SAMPLE_RECORDS).map((line) => line.split(delimiter))
  }
}

/** Lines of sentences happen to have a comma each. */
function isProse(records: readonly (readonly string[])[], delimiter: string): boolean {
  const later = records.flatMap((cells) => cells.slice(1)).filter((cell) => cell !== '')
  const spaced = later.filter((cell) => cell.startsWith(' ')).length
  const ended = records.filter((cells) => /[.!?]["')]?\s*$/.test(cells.at(-1) ?? '')).length
  return delimiter !== '\t' && spaced >= later.length * SPACED_SHARE && ended >= records.length / 2
}
