import type { DocParagraphFormat } from './doc-run.ts'
import type { FlowBlock, FlowRow } from './flow.ts'

type Table = { readonly rows: FlowRow[]; cells: (readonly FlowBlock[])[]; cell: FlowBlock[] }

export interface DocTables {
  /** Takes a paragraph to its place: into the text, a cell, a cell of a table inside it. */
  add(blocks: readonly FlowBlock[], place: DocParagraphFormat, isCellEnd: boolean): void
  finish(): readonly FlowBlock[]
}

/** Builds tables out of paragraphs: the file has no tables, only paragraphs that end cells and rows. */
export function createDocTables(): DocTables {
  const body: FlowBlock[] = []
  const open: Table[] = []

  function closeTo(depth: number): void {
    while (open.length > depth) {
      const table = open.pop()!
      if (table.cell.length > 0) table.cells.push(table.cell)
      if (table.cells.length > 0) table.rows.push({ cells: table.cells, isHead: false })
      if (table.rows.length > 0) (open.at(-1)?.cell ?? body).push({ kind: 'table', rows: table.rows })
    }
  }

  return {
    add(blocks, { tableDepth, isRowEnd, isHead }, isCellEnd) {
      closeTo(tableDepth)
      while (open.length < tableDepth) open.push({ rows: [], cells: [], cell: [] })
      const table = open.at(-1)
      if (!table) return void body.push(...blocks)
      table.cell.push(...blocks)
      if (isRowEnd) {
        if (table.cell.length > 0) table.cells.push(table.cell)
        table.rows.push({ cells: table.cells, isHead })
        table.cells = []
        table.cell = []
      } else if (isCellEnd) {
        table.cells.push(table.cell)
        table.cell = []
      }
    },
    finish() {
      closeTo(0)
      return body
    },
  }
}
