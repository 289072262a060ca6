import type { CellRange } from './cell-address.ts'
import type { SheetContent } from './sheet-cells.ts'
import type { SheetCell, SheetRow } from './sheet-grid.ts'

export type MergedRows = {
  /** In order, without empty rows. */
  readonly rows: readonly SheetRow[]
  /** Cells that hold something under a merged cell, where no program shows it. */
  readonly covered: number
}

/** A merged cell has its value in its first cell and takes the width of all; what lies under it is left out and counted. */
export function mergeCells({ rows, merged }: Pick<SheetContent, 'rows' | 'merged'>): MergedRows {
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
