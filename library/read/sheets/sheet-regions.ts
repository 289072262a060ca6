import type { SheetRow } from './sheet-grid.ts'

/** Columns between two tables that stand side by side; a single one only sets groups apart. */
const LEAST_COLUMN_GAP = 2
/** Tables beside tables beside tables: deeper than any sheet, and the end for one made to go on. */
const DEEPEST = 6

/**
 * Parts the rows of a sheet into its tables: at empty rows, then at two or more empty columns, and so on inside. Each row of a
 * region follows the one before it.
 */
export function sheetRegions(rows: readonly SheetRow[], depth = 0): readonly (readonly SheetRow[])[] {
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
