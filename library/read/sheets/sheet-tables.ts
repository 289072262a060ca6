import { headRows } from '../table-head.ts'
import { cellName } from './cell-address.ts'
import type { CellBudget } from './cell-budget.ts'
import type { SheetRow } from './sheet-grid.ts'
import { sheetRegions } from './sheet-regions.ts'

/** A table as text: a line for each row of the sheet, from the first to the last. */
export type SheetTable = { readonly text: string; readonly firstCell: string; readonly headRows: number }

type Region = { readonly rows: readonly SheetRow[]; readonly first: number; readonly last: number }

/** The tables of a sheet in the order they are read: from above, those side by side from the left. */
export function sheetTables(rows: readonly SheetRow[], budget: CellBudget): readonly SheetTable[] {
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
  return headRows(lower) === 0 && headRows([...upper, ...lower]) > 0
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
    headRows: headRows(sample),
  }
}
