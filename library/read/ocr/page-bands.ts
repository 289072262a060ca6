import { BULLET } from '../text-signs.ts'
import { asRow, type MeasuredWord, median, type TextRow } from './text-rows.ts'

/** A stretch of rows with the same columns; `columns[n][m]` is what stands in the n-th column of the m-th row. */
export type PageBand = {
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
export function pageBands(rows: readonly TextRow[]): readonly PageBand[] {
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
