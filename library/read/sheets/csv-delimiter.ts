import { type Options, parse } from 'csv-parse/sync'

/** How the records of a text are parted; `skip` characters of it are a line that only says so. */
export type CsvShape = { readonly delimiter: string; readonly skip: number }

const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE_CHARACTERS = 65_536
const SAMPLE_RECORDS = 200
/** So many of the records must have the same number of cells. */
const LIKE_SHARE = 0.5
/** Commas in sentences have a space behind them. */
const SPACED_SHARE = 0.8

/** Reads what others refuse: quotes inside cells, rows of any length. */
export const LENIENT: Options = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/**
 * The delimiter of a table in text: the one that its `sep=` line names, else the one that gives the most like rows. Null for
 * prose, where none gives any. `promised` wins where two do equally well.
 */
export function csvShape(text: string, promised: string): CsvShape | null {
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
