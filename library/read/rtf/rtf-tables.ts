import type { TextBlock } from '../join-blocks.ts'
import { type TableCell, tableBlocks, type TableRow } from '../table-blocks.ts'

type OpenTable = { readonly rows: TableRow[]; cells: TableCell[]; blocks: TextBlock[] }

export interface RtfTables {
  /** How many tables are open, each in a cell of the one before. */
  readonly depth: number
  /** Where a paragraph goes that stands in so many tables; deeper ones end. Null is outside all. */
  place(nesting: number): TextBlock[] | null
  /** `nesting` of the table that the cell or row belongs to, from 1. */
  endCell(nesting: number): void
  endRow(nesting: number, isHead: boolean): void
}

/** Collects nested tables from marks at the ends of cells and rows; `take` gets the blocks of each outermost one. */
export function createRtfTables(take: (blocks: readonly TextBlock[]) => void): RtfTables {
  const tables: OpenTable[] = []

  function close(): void {
    const table = tables.pop()!
    endRow(table, false)
    const outer = tables.at(-1)
    if (!outer) take(tableBlocks(table.rows))
    else for (const block of tableBlocks(table.rows)) outer.blocks.push(block)
  }

  function place(nesting: number): TextBlock[] | null {
    while (tables.length > nesting) close()
    while (tables.length < nesting) tables.push({ rows: [], cells: [], blocks: [] })
    return tables.at(-1)?.blocks ?? null
  }

  return {
    get depth() {
      return tables.length
    },
    place,
    endCell(nesting) {
      place(nesting)
      const table = tables[nesting - 1]!
      table.cells.push({ blocks: table.blocks, columns: 1, rows: 1 })
      table.blocks = []
    },
    endRow(nesting, isHead) {
      while (tables.length > nesting) close()
      const table = tables[nesting - 1]
      if (table) endRow(table, isHead)
    },
  }
}

function endRow(table: OpenTable, isHead: boolean): void {
  // Text after the last cell mark belongs to no cell by the rules; it is kept as one.
  if (table.blocks.length > 0) table.cells.push({ blocks: table.blocks, columns: 1, rows: 1 })
  if (table.cells.length > 0) table.rows.push({ cells: table.cells, isHead })
  table.cells = []
  table.blocks = []
}
