import { type BlockWriter, createBlockWriter } from '../block-writer.ts'
import type { TextBlock } from '../join-blocks.ts'
import { type TableCell, tableBlocks, type TableRow } from '../table-blocks.ts'
import type { Attributes } from './markup-elements.ts'

type Cell = { readonly columns: number; readonly rows: number; readonly isHead: boolean }
type Table = {
  readonly writer: BlockWriter
  readonly isLayout: boolean
  /** Rows without a table around them: a wrong end tag closed it. It ends with the first thing that is no row. */
  readonly isImplied: boolean
  /** Caption and stray text: it stands before the table. */
  readonly before: TextBlock[]
  readonly rows: TableRow[]
  isHeadSection: boolean
  cells: (TableCell & { readonly isHead: boolean })[]
  cell: Cell | null
}

export interface MarkupTables {
  /** Where text goes now: into the page, or into the innermost open cell. */
  readonly writer: BlockWriter
  open(attributes: Attributes): void
  /** A section of rows begins, or the head ends. */
  beginRows(isHead: boolean): void
  openRow(): void
  openCell(name: string, attributes: Attributes): void
  closeCell(): void
  /** Whether what comes now, inside cells and outside, quotes another text. */
  quote(isQuoted: boolean): void
  /** Text or an element that is no row comes. */
  leaveRows(): void
  /** Ends the innermost table; its blocks go to the writer around it. */
  close(): void
  /** Ends what is still open, for pages that break off. */
  closeAll(): void
}

/** Collects tables cell by cell: whether one holds data or serves layout is known only at its end. */
export function createMarkupTables(body: BlockWriter): MarkupTables {
  const tables: Table[] = []
  const writer = () => tables.at(-1)?.writer ?? body
  let isQuoting = false

  function open(isLayout: boolean, isImplied: boolean): void {
    const part = { before: [], rows: [], isHeadSection: false, cells: [], cell: null }
    const inner = createBlockWriter()
    inner.quote(isQuoting)
    tables.push({ writer: inner, isLayout, isImplied, ...part })
  }

  function innermost(): Table {
    if (tables.length === 0) open(false, true)
    return tables.at(-1)!
  }

  function closeCell(): void {
    const table = tables.at(-1)
    if (table) endCell(table)
  }

  function closeRow(): void {
    const table = tables.at(-1)
    if (table) endRow(table)
  }

  function close(): void {
    closeRow()
    const table = tables.pop()
    if (!table) return
    writer().add([...table.before, ...tableBlocks(table.rows, table.isLayout)])
  }

  return {
    get writer() {
      return writer()
    },
    open: ({ role }) => open(role === 'presentation' || role === 'none', false),
    beginRows(isHead) {
      closeRow()
      innermost().isHeadSection = isHead
    },
    openRow() {
      closeRow()
      innermost()
    },
    openCell(name, { colspan, rowspan }) {
      closeCell()
      innermost().cell = { columns: span(colspan), rows: span(rowspan), isHead: name === 'th' }
    },
    quote(isQuoted) {
      isQuoting = isQuoted
      for (const each of [body, ...tables.map((table) => table.writer)]) each.quote(isQuoted)
    },
    leaveRows() {
      const table = tables.at(-1)
      if (table?.isImplied && table.cell === null) close()
    },
    closeCell,
    close,
    closeAll() {
      while (tables.length > 0) close()
    },
  }
}

function endCell(table: Table): void {
  const blocks = table.writer.take()
  if (table.cell) table.cells.push({ ...table.cell, blocks })
  else for (const block of blocks) table.before.push(block)
  table.cell = null
}

function endRow(table: Table): void {
  endCell(table)
  if (table.cells.length === 0) return
  const filled = table.cells.filter(({ blocks }) => blocks.length > 0)
  const isHead = table.isHeadSection || (filled.length > 0 && filled.every((cell) => cell.isHead))
  table.rows.push({ cells: table.cells, isHead })
  table.cells = []
}

/** Zero means "to the end" and is rare; a number that makes no sense counts as one. */
function span(text: string | undefined): number {
  const number = Number.parseInt(text ?? '1', 10)
  return number > 1 && number <= 65_534 ? number : 1
}
