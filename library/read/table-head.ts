type Kind = 'empty' | 'text' | 'number' | 'year' | 'date'

/** Enough to know a table by; the rest of a long one is like it. */
const SAMPLE_ROWS = 50
const MOST_HEAD_ROWS = 4
/** A column is one of data when so much of it, below the first row, is numbers or dates. */
const DATA_SHARE = 0.6
const LONGEST_NAME = 40
/** A table of nothing but words shows its head only by being large enough to need one. */
const LEAST_WORD_COLUMNS = 3

/** With a sign, a currency, a second value ("3.5–5.1", "12 (4)") or a unit ("140 mmol/L"). */
const NUMBER =
  /^[<>≤≥~±+\-−–(]*\s*(?:(?:[$€£¥]|[A-Z]{3} )\s*)?[-−]?\d[\d.,'’\s()±%/$€£¥–-]*([$€£¥]|[a-zµμ°]{1,5}(\/[\w²³]{1,6})?)?\)?[*†‡]?$/i
const YEAR = /^(19|20)\d\d([-–/](19|20)?\d\d)?$/
const DATE = /^(\d{4}-\d{1,2}(-\d{1,2})?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})([ T]\d{1,2}:\d{2}(:\d{2})?)?$/

/**
 * How many of a table's first rows are its head: names (or years, or dates) over columns of numbers, with a title line above
 * them; 0 where nothing says so. Rows are given without empty ones.
 */
export function countHeadRows(rows: readonly (readonly string[])[]): number {
  const sample = rows.slice(0, SAMPLE_ROWS).map((row) => row.map(kindOf))
  const width = Math.max(0, ...sample.map((row) => row.length))
  if (sample.length < 2 || width < 2) return 0
  const columns = Array.from({ length: width }, (_, column) => sample.map((row) => row[column] ?? 'empty'))
  const data = columns.filter((column) => isData(column))
  if (data.length === 0) return wordHead(rows, width)
  const isHeadRow = (row: number) => data.every((column) => !isValue(column, row))
  let head = 0
  while (head < sample.length && isHeadRow(head)) head += 1
  if (head > MOST_HEAD_ROWS || head === sample.length)
    head = sample[0]!.filter((kind) => kind !== 'empty').length > 1 ? 1 : 0
  return withoutFirstGroup(sample, head)
}

/** A number, a date, an amount: what columns of data are made of. */
export function isDataCell(cell: string): boolean {
  const kind = kindOf(cell)
  return kind !== 'text' && kind !== 'empty'
}

function kindOf(cell: string): Kind {
  const text = cell.trim()
  if (text === '' || /^[-–—.]+$/.test(text)) return 'empty'
  // The first half of a range that goes on in the next line.
  if (/\d\s*[-–]$/.test(text)) return 'text'
  if (YEAR.test(text)) return 'year'
  if (DATE.test(text)) return 'date'
  return NUMBER.test(text) ? 'number' : 'text'
}

function isData(column: readonly Kind[]): boolean {
  const below = column.slice(1).filter((kind) => kind !== 'empty')
  return below.length > 0 && below.filter((kind) => kind !== 'text').length >= below.length * DATA_SHARE
}

/** A year or a date names its column where what is below is something else. */
function isValue(column: readonly Kind[], row: number): boolean {
  const kind = column[row]!
  if (kind === 'empty' || kind === 'text') return false
  if (kind === 'number') return true
  const below = column.slice(row + 1).filter((other) => other !== 'empty' && other !== 'text')
  return below.length === 0 || below.filter((other) => other === kind).length > below.length / 2
}

/** The first line of a table may name the group that follows ("Assets"): it belongs to the rows, unless nothing is above it. */
function withoutFirstGroup(sample: readonly (readonly Kind[])[], head: number): number {
  const filled = (row: number) => sample[row]!.filter((kind) => kind !== 'empty').length
  let rows = head
  while (rows > 1 && filled(rows - 1) === 1 && filled(rows - 2) > 1) rows -= 1
  return rows
}

/** Short names over longer or many words. */
function wordHead(rows: readonly (readonly string[])[], width: number): number {
  const [head = [], ...below] = rows.slice(0, SAMPLE_ROWS)
  const names = head.map((cell) => cell.trim()).filter((cell) => cell !== '')
  // The corner above the names of the rows is often empty.
  const areNames =
    names.length >= width - 1 && names.every((name) => name.length <= LONGEST_NAME && /\p{L}/u.test(name))
  if (!areNames || new Set(names).size < names.length || below.length < 2) return 0
  const isRepeated = head.some(
    (name, column) => name.trim() !== '' && below.some((row) => row[column]?.trim() === name.trim()),
  )
  if (isRepeated) return 0
  return width >= LEAST_WORD_COLUMNS || isLonger(below, names) ? 1 : 0
}

function isLonger(below: readonly (readonly string[])[], names: readonly string[]): boolean {
  const mean = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  const lengths = below.map((row) => Math.max(0, ...row.map((cell) => cell.trim().length)))
  return mean(lengths) > 2 * Math.max(...names.map((name) => name.length))
}
