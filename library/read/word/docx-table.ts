import { closeFrame, currentFrame, openFrame } from './docx-paragraph.ts'
import type { Row, Story } from './docx-story.ts'
import type { FlowBlock } from './flow.ts'

/** More columns than Word allows (63) are a lie; each one costs memory. */
const MOST_COLUMNS = 64

export function openTable(story: Story): void {
  story.tables.push({ rows: [] })
  story.rows.push(undefined)
}

export function closeTable(story: Story): void {
  closeRow(story)
  story.rows.pop()
  const table = story.tables.pop()
  if (table && table.rows.length > 0) currentFrame(story).blocks.push({ kind: 'table', rows: table.rows })
}

export function openRow(story: Story): void {
  if (story.tables.length === 0) openTable(story)
  closeRow(story)
  story.rows[story.rows.length - 1] = { cells: [], isHead: false, deletedBy: undefined }
}

export function closeRow(story: Story): void {
  const row = story.rows.at(-1)
  const table = story.tables.at(-1)
  if (!row || !table) return
  story.rows[story.rows.length - 1] = undefined
  table.rows.push({ cells: row.cells, isHead: row.isHead })
}

export function currentRow(story: Story): Row | undefined {
  return story.rows.at(-1)
}

export function skipColumns(row: Row | undefined, count: number): void {
  for (let index = 0; row && index < count && row.cells.length < MOST_COLUMNS; index += 1) row.cells.push([])
}

export function openCell(story: Story): void {
  if (!currentRow(story)) openRow(story)
  story.cells.push({ span: 1 })
  openFrame(story)
}

/** A cell over several columns is followed by empty ones, so that the columns below stay in line. */
export function closeCell(story: Story): void {
  const cell = story.cells.pop()
  if (!cell) return
  const blocks: readonly FlowBlock[] = closeFrame(story)
  const row = currentRow(story)
  row?.cells.push(blocks)
  skipColumns(row, cell.span - 1)
}
