import { countHeadRows } from '../table-head.ts'
import type { TextBlock } from '../text-blocks.ts'
import type { SheetContent } from './sheet-cells.ts'
import { type CellBudget, cellName, type CellRange, type SheetCell, type SheetRow } from './sheet-grid.ts'
import type { SheetNote } from './sheet-annotations.ts'
import type { SheetWarnings } from './sheet-warnings.ts'

/** What a sheet shows, as blocks: its tables, then what is printed at its edges. What is hidden is told to `warnings`. */
export function sheetBlocks(
  name: string,
  content: SheetContent,
  { budget, warnings }: { readonly budget: CellBudget; readonly warnings: SheetWarnings },
): readonly TextBlock[] {
  const { rows, covered } = mergeCells(content)
  warnings.noteSheet(name, content, covered)
  const tables = sheetTables(rows, budget).map(
    ({ text, firstCell, headRows }): TextBlock => ({ kind: 'table', level: headRows, text, firstCell }),
  )
  return [...tables, ...content.margins.map((text): TextBlock => ({ kind: 'header', level: 0, text }))]
}

/** "Note at B4 by Ann: …"; notes without text are none. */
export function noteBlocks(notes: readonly SheetNote[]): readonly TextBlock[] {
  return notes
    .filter(({ text }) => text !== '')
    .map(({ cell, author, text }) => ({
      kind: 'note',
      level: 0,
      text: `Note at ${cell}${author === '' ? '' : ` by ${author}`}: ${text}`,
    }))
}

type MergedRows = {
  /** In order, without empty rows. */
  readonly rows: readonly SheetRow[]
  /** Cells that hold something under a merged cell, where no program shows it. */
  readonly covered: number
}

/** A merged cell has its value in its first cell and takes the width of all; what lies under it is left out and counted. */
function mergeCells({ rows, merged }: Pick<SheetContent, 'rows' | 'merged'>): MergedRows {
  const numbers = [...rows.keys()].toSorted((a, b) => a - b)
  const rangesByRow = new Map<number, CellRange[]>()
  for (const range of merged) {
    for (let at = firstAtLeast(numbers, range.first.row); at < numbers.length; at += 1) {
      const row = numbers[at]!
      if (row > range.last.row) break
      const ranges = rangesByRow.get(row)
      if (ranges) ranges.push(range)
      else rangesByRow.set(row, [range])
    }
  }
  let covered = 0
  const kept: SheetRow[] = []
  for (const row of numbers) {
    const ranges = rangesByRow.get(row)
    const cells = rows.get(row)!.toSorted((a, b) => a.column - b.column)
    if (!ranges) {
      kept.push({ row, cells })
      continue
    }
    const shown = cells.filter((cell) => !isCovered(row, cell, ranges))
    covered += cells.length - shown.length
    if (shown.length > 0) kept.push({ row, cells: shown.map((cell) => ({ ...cell, span: spanOf(row, cell, ranges) })) })
  }
  return { rows: kept, covered }
}

function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let from = 0
  let to = numbers.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (numbers[middle]! < wanted) from = middle + 1
    else to = middle
  }
  return from
}

function isCovered(row: number, { column }: SheetCell, ranges: readonly CellRange[]): boolean {
  return ranges.some(
    ({ first, last }) =>
      column >= first.column && column <= last.column && !(row === first.row && column === first.column),
  )
}

function spanOf(row: number, { column }: SheetCell, ranges: readonly CellRange[]): number {
  const range = ranges.find(({ first }) => first.row === row && first.column === column)
  return range ? range.last.column - range.first.column + 1 : 1
}

/** A table as text: a line for each row of the sheet, from the first to the last. */
type SheetTable = { readonly text: string; readonly firstCell: string; readonly headRows: number }

type Region = { readonly rows: readonly SheetRow[]; readonly first: number; readonly last: number }

/** The tables of a sheet in the order they are read: from above, those side by side from the left. */
function sheetTables(rows: readonly SheetRow[], budget: CellBudget): readonly SheetTable[] {
  const regions: Region[] = []
  for (const found of sheetRegions(rows)) {
    const region = regionOf(found)
    const above = regions.at(-1)
    if (above && continues(above, region)) regions[regions.length - 1] = regionOf([...above.rows, ...region.rows])
    else regions.push(region)
  }
  return regions.map((region) => tableOf(region, budget))
}

function regionOf(rows: readonly SheetRow[]): Region {
  let [first, last] = [Infinity, 0]
  for (const { cells } of rows) {
    first = Math.min(first, cells[0]!.column)
    last = Math.max(last, cells.at(-1)!.column)
  }
  return { rows, first, last }
}

/** A single empty row sets a head or a total apart, unless what follows has a head of its own. */
function continues(above: Region, below: Region): boolean {
  if (below.rows[0]!.row !== above.rows.at(-1)!.row + 2) return false
  if (above.first === above.last || below.first === below.last) return false
  if (below.first < above.first || below.last > above.last) return false
  const [upper, lower] = [grid(above), grid(below, above.first)]
  return countHeadRows(lower) === 0 && countHeadRows([...upper, ...lower]) > 0
}

/** Enough to find the head by. */
const HEAD_SAMPLE = 60

function grid({ rows }: Region, first?: number): readonly (readonly string[])[] {
  const from = first ?? regionOf(rows).first
  return rows.slice(0, HEAD_SAMPLE).map((row) => lineCells(row, from))
}

function lineCells({ cells }: SheetRow, first: number): readonly string[] {
  const line: string[] = []
  for (const { column, text } of cells) {
    while (line.length < column - first) line.push('')
    // Two cells in one place stand in damaged files only.
    if (line.length > column - first) line.push(`${line.pop()} ${text}`)
    else line.push(text)
  }
  return line
}

function tableOf({ rows, first }: Region, budget: CellBudget): SheetTable {
  const lines: string[] = []
  let next = rows[0]!.row
  for (const row of rows) {
    for (; next < row.row; next += 1) lines.push('')
    // The empty cells before the last are written too: that is what a sheet made to claim much would abuse.
    budget.take(Math.max(0, row.cells.at(-1)!.column - first + 1 - row.cells.length), 0)
    lines.push(lineCells(row, first).join('\t'))
    next += 1
  }
  const sample = rows.slice(0, HEAD_SAMPLE).map((row) => lineCells(row, first))
  return {
    text: lines.join('\n'),
    firstCell: cellName({ row: rows[0]!.row, column: first }),
    headRows: countHeadRows(sample),
  }
}

/** Columns between two tables that stand side by side; a single one only sets groups apart. */
const LEAST_COLUMN_GAP = 2

/** Tables beside tables beside tables: deeper than any sheet, and the end for one made to go on. */
const DEEPEST = 6

/**
 * Parts the rows of a sheet into its tables: at empty rows, then at two or more empty columns, and so on inside. Each row of a
 * region follows the one before it.
 */
function sheetRegions(rows: readonly SheetRow[], depth = 0): readonly (readonly SheetRow[])[] {
  return bands(rows).flatMap((band) => {
    const parts = depth < DEEPEST ? columnParts(band) : [band]
    return parts.length > 1 ? parts.flatMap((part) => sheetRegions(part, depth + 1)) : [band]
  })
}

function bands(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const found: SheetRow[][] = []
  for (const row of rows) {
    const band = found.at(-1)
    if (band && band.at(-1)!.row === row.row - 1) band.push(row)
    else found.push([row])
  }
  return found
}

function columnParts(band: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const borders = columnBorders(band)
  if (borders.length === 0) return [band]
  const parts: SheetRow[][] = Array.from({ length: borders.length + 1 }, () => [])
  for (const { row, cells } of band) {
    let part = 0
    const byPart = Map.groupBy(cells, ({ column }) => {
      while (column >= (borders[part] ?? Infinity)) part += 1
      return part
    })
    for (const [at, inside] of byPart) parts[at]!.push({ row, cells: inside })
  }
  return parts
}

/** The columns at which a new table begins. */
function columnBorders(band: readonly SheetRow[]): readonly number[] {
  // How far the cells that begin in a column reach: far fewer than the cells of a long sheet.
  const reaches: number[] = []
  for (const { cells } of band)
    for (const { column, span } of cells) reaches[column] = Math.max(reaches[column] ?? 0, column + span - 1)
  const borders: number[] = []
  let reached = Infinity
  for (const [column, reach] of reaches.entries()) {
    if (reach === undefined) continue
    if (column > reached + LEAST_COLUMN_GAP) borders.push(column)
    reached = reached === Infinity ? reach : Math.max(reached, reach)
  }
  return borders
}
