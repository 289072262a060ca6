import type { ReadBlock } from '../read-page.ts'
import { asRow, type MeasuredWord, median, type PlacedWord, type TextRow, textRows } from './text-rows.ts'
import { BULLET } from '../text-signs.ts'

/** Text in reading order: the n-th written word is `order[n]` of the given words, at `starts[n]` to `ends[n]`. */
type LaidOutText = {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly order: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

type Writer = { text: string; blocks: ReadBlock[]; order: number[]; starts: number[]; ends: number[] }

/** A word broken at the end of a line goes on in the next one with a small letter. */
const BROKEN_END = /\p{L}[-\u2010]$/u
const GOES_ON = /^\p{Ll}/u

/**
 * Puts the words of an upright page into reading order: bands from top to bottom, their columns from left to right, and in
 * them headings, paragraphs, list items and tables. Every word is written once. Liteparse's own layout is not used here:
 * it judges by fonts, which a scan has not, and tore paragraphs and columns of scans into their lines.
 */
export function layOutWords(words: readonly PlacedWord[]): LaidOutText {
  const writer: Writer = { text: '', blocks: [], order: [], starts: [], ends: [] }
  const rows = textRows(words)
  const pageEm = median(rows.flatMap((row) => row.words.map(({ em }) => em)))
  const hyphenated = new Set(words.map(({ text }) => plain(text)).filter((text) => /\p{L}-\p{L}/u.test(text)))
  for (const { columns, isTable } of pageBands(rows))
    if (isTable) writeTable(writer, columns)
    else
      for (const column of columns)
        for (const { kind, level, lines } of paragraphs(column, pageEm))
          addBlock(writer, kind, level, () => writeLines(writer, lines, hyphenated))
  return writer
}

function addBlock(writer: Writer, kind: ReadBlock['kind'], level: number, write: () => void): void {
  const last = writer.blocks.at(-1)
  if (last) writer.text += last.kind === 'list-item' && kind === 'list-item' ? '\n' : '\n\n'
  const start = writer.text.length
  write()
  writer.blocks.push({ start, end: writer.text.length, kind, level })
}

/** One row a line, cells parted by tabs. Which rows are its head cannot be seen. */
function writeTable(writer: Writer, columns: readonly (readonly TextRow[])[]): void {
  addBlock(writer, 'table', 0, () => {
    for (let row = 0; row < columns[0]!.length; row += 1) {
      if (row > 0) writer.text += '\n'
      for (const [index, column] of columns.entries()) {
        if (index > 0) writer.text += '\t'
        writeWords(writer, column[row]!.words)
      }
    }
  })
}

/** The lines of a paragraph as one; a word that was broken is joined, as in text layers. */
function writeLines(writer: Writer, lines: readonly TextRow[], hyphenated: ReadonlySet<string>): void {
  for (const [index, { words }] of lines.entries()) {
    if (index > 0) joinLines(writer, words[0]!.text, hyphenated)
    writeWords(writer, words)
  }
}

function joinLines(writer: Writer, next: string, hyphenated: ReadonlySet<string>): void {
  const last = writer.text.slice(writer.starts.at(-1))
  if (!BROKEN_END.test(last) || !GOES_ON.test(next)) writer.text += ' '
  else if (!hyphenated.has(plain(last + next))) {
    writer.text = writer.text.slice(0, -1)
    writer.ends[writer.ends.length - 1]! -= 1
  }
}

function writeWords(writer: Writer, words: readonly MeasuredWord[]): void {
  for (const [position, { text, index }] of words.entries()) {
    if (position > 0) writer.text += ' '
    writer.order.push(index)
    writer.starts.push(writer.text.length)
    writer.text += text
    writer.ends.push(writer.text.length)
  }
}

/** In small letters, without what stands around the word. */
function plain(text: string): string {
  return text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** Lines that belong together. */
type Paragraph = {
  readonly kind: ReadBlock['kind']
  readonly level: number
  readonly lines: readonly TextRow[]
}

/** Lines further apart than this many times the usual pitch of their column are not of one paragraph. */
const PITCH_SLACK = 1.3

/** In ems: first lines are indented at least so much, and lines this much short of the column's end are last lines. */
const INDENT = 0.8
const SHORT_LINE = 4

/** Letters of another size: another kind of text. */
const SIZE_CHANGE = 1.3
const HEADING_SIZES: readonly (readonly [atLeast: number, level: number])[] = [
  [1.7, 1],
  [1.4, 2],
  [1.25, 3],
]
const MOST_HEADING_LINES = 3
const LIST_MARK = /^([•▪◦●■*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])$/

/** Parts the lines of a column into paragraphs. `pageEm` is the usual size of letters on the page. */
function paragraphs(column: readonly TextRow[], pageEm: number): readonly Paragraph[] {
  const lines = column.filter(({ words }) => words.length > 0)
  const edges = {
    left: median(lines.map(({ words }) => words[0]!.x)),
    right: Math.max(...lines.map(rightOf)),
    pitch: median(lines.slice(1).map((line, index) => line.baseline - lines[index]!.baseline)),
  }
  const groups: TextRow[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    if (!last || begins(line, last, edges)) groups.push([line])
    else groups.at(-1)!.push(line)
  }
  return groups.map((group) => ({ ...kindOf(group, pageEm), lines: group }))
}

type Edges = { readonly left: number; readonly right: number; readonly pitch: number }

function begins(line: TextRow, last: TextRow, { left, right, pitch }: Edges): boolean {
  const gap = line.baseline - last.baseline
  if (gap > Math.max(pitch * PITCH_SLACK, line.em * 1.1) || sizesDiffer(line.em, last.em)) return true
  if (isListMark(line)) return true
  const isIndented =
    line.words[0]!.x - left > INDENT * line.em && line.words[0]!.x - last.words[0]!.x > INDENT * line.em
  const isLastShort = right - rightOf(last) > SHORT_LINE * line.em
  return isIndented || (isLastShort && /[.:;!?]["”’)]?$/.test(last.words.at(-1)!.text))
}

function kindOf(
  lines: readonly TextRow[],
  pageEm: number,
): { readonly kind: ReadBlock['kind']; readonly level: number } {
  const size = median(lines.map(({ em }) => em)) / pageEm
  const heading = HEADING_SIZES.find(([atLeast]) => size >= atLeast)
  const letters = lines.flatMap(({ words }) => words).join('').length
  if (heading && lines.length <= MOST_HEADING_LINES && letters > 0) return { kind: 'heading', level: heading[1] }
  return isListMark(lines[0]!) ? { kind: 'list-item', level: 1 } : { kind: 'paragraph', level: 0 }
}

function isListMark({ words }: TextRow): boolean {
  return words.length > 1 && LIST_MARK.test(words[0]!.text)
}

function sizesDiffer(one: number, other: number): boolean {
  return Math.max(one, other) / Math.min(one, other) > SIZE_CHANGE
}

function rightOf({ words }: TextRow): number {
  return Math.max(...words.map((word) => word.x + word.width))
}

/** A stretch of rows with the same columns; `columns[n][m]` is what stands in the n-th column of the m-th row. */
type PageBand = {
  readonly columns: readonly (readonly TextRow[])[]
  /** Cells that belong together across the columns, rather than running text in columns. */
  readonly isTable: boolean
}

/** An upright strip without ink that parts the rows `first` to `last`. */
type Gutter = { from: number; to: number; readonly first: number; last: number }

/** The least width of a gutter (in ems), wider than the gaps between words of a justified line as a rule. */
const LEAST_GUTTER = 0.9
/** Rows with words on both sides. Two are a coincidence. */
const LEAST_ROWS = 3
/** Words that a column's line has at least when it is running text. */
const PROSE_WORDS = 4
const MOST_PROSE_COLUMNS = 4
/** Baselines of lines that follow each other, in ems. */
const NEXT_LINE = 1.7

/**
 * Cuts a page into bands from top to bottom. Columns show as gutters that go through several rows; a headline across them
 * ends the gutter and so begins a band of its own.
 */
function pageBands(rows: readonly TextRow[]): readonly PageBand[] {
  const gutters = guttersOf(rows)
  const bands: PageBand[] = []
  for (let first = 0; first < rows.length; ) {
    const cuts = gutters.filter((gutter) => gutter.first <= first && gutter.last >= first)
    const ends = [
      ...cuts.map(({ last }) => last),
      ...gutters.filter((one) => one.first > first).map((one) => one.first - 1),
    ]
    const last = Math.min(rows.length - 1, ...ends)
    bands.push(bandOf(rows.slice(first, last + 1), cuts))
    first = last + 1
  }
  return bands
}

function bandOf(rows: readonly TextRow[], cuts: readonly Gutter[]): PageBand {
  const edges = cuts.map(({ from, to }) => (from + to) / 2).toSorted((one, other) => one - other)
  const cells = rows.map((row) => {
    const columns: MeasuredWord[][] = Array.from({ length: edges.length + 1 }, () => [])
    for (const word of row.words) {
      const middle = word.x + word.width / 2
      columns[edges.filter((edge) => edge < middle).length]!.push(word)
    }
    return columns
  })
  const lengths = cells.flat().filter((cell) => cell.length > 0)
  const isProse = edges.length < MOST_PROSE_COLUMNS && median(lengths.map((cell) => cell.length)) >= PROSE_WORDS
  const columns = Array.from({ length: edges.length + 1 }, (_, column) =>
    cells
      .map((row) => row[column]!)
      .map((cell, index) => (cell.length > 0 ? asRow(cell) : { ...rows[index]!, words: [] })),
  )
  return { columns, isTable: edges.length > 0 && !isProse }
}

/** Gutters of enough rows. Each begins between two words of a row and goes on through every row that leaves it free. */
function guttersOf(rows: readonly TextRow[]): readonly Gutter[] {
  const ended: Gutter[] = []
  let open: Gutter[] = []
  for (const [index, row] of rows.entries()) {
    const gaps = gapsOf(row)
    const next: Gutter[] = []
    for (const gutter of open) {
      const gap = gaps.find(
        (one) => Math.min(one.to, gutter.to) - Math.max(one.from, gutter.from) >= row.em * LEAST_GUTTER,
      )
      if (gap)
        next.push({ ...gutter, from: Math.max(gap.from, gutter.from), to: Math.min(gap.to, gutter.to), last: index })
      else ended.push(gutter)
    }
    for (const { from, to } of gaps) {
      const isNew = Number.isFinite(from) && Number.isFinite(to) && !next.some((one) => one.from < to && one.to > from)
      if (isNew) next.push({ from, to, first: index, last: index })
    }
    open = next
  }
  return [...ended, ...open].map((gutter) => trimmed(gutter, rows)).filter((gutter) => gutter !== null)
}

/** Without rows at its end that have words on one side only; null when too few have them on both. */
function trimmed(gutter: Gutter, rows: readonly TextRow[]): Gutter | null {
  const beside = (index: number) => {
    const { words } = rows[index]!
    return { left: words.some((word) => word.x < gutter.from), right: words.some((word) => word.x >= gutter.to) }
  }
  let both = 0
  let lastRight = gutter.first
  for (let index = gutter.first; index <= gutter.last; index += 1) {
    const { left, right } = beside(index)
    if (left && right) both += 1
    if (right) lastRight = index
  }
  return both >= LEAST_ROWS ? { ...gutter, last: Math.max(lastRight, lastLong(gutter, rows, lastRight)) } : null
}

/** A left column may go on below a right one that is shorter. */
function lastLong(gutter: Gutter, rows: readonly TextRow[], from: number): number {
  let last = from
  while (last < gutter.last && isNext(rows[last]!, rows[last + 1]!)) last += 1
  return last
}

function isNext(row: TextRow, next: TextRow): boolean {
  return next.baseline - row.baseline <= NEXT_LINE * row.em
}

function gapsOf({ words, em }: TextRow): readonly { readonly from: number; readonly to: number }[] {
  const gaps = [{ from: Number.NEGATIVE_INFINITY, to: words[0]!.x }]
  let right = words[0]!.x + words[0]!.width
  for (const [before, word] of words.slice(1).entries()) {
    // A bullet stands by a tab from its item, which is no column for it.
    if (word.x - right >= em * LEAST_GUTTER && words[before]!.text !== BULLET) gaps.push({ from: right, to: word.x })
    right = Math.max(right, word.x + word.width)
  }
  return [...gaps, { from: right, to: Number.POSITIVE_INFINITY }]
}
