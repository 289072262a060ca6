import { countHeadRows } from '../read/table-head.ts'
import type { SplitBlock } from './passage.ts'

type Span = { readonly start: number; readonly end: number }

/** A longer line above a table is text of its own, not its caption. */
const LONGEST_CAPTION = 200
const LONGEST_GAP = 4
/** A head is known by the rows below it; these are enough. */
const HEAD_CHARACTERS = 20_000

/**
 * What every row of a table needs to be understood: the line above it (its name, the date of what it holds) and its head
 * rows, as one span of the page's text. Null where it has neither. `above` is the block before the table.
 */
export function tableHead(text: string, above: SplitBlock | undefined, table: SplitBlock): Span | null {
  const rows = headRowsOf(text, table)
  const isCaption = above !== undefined && isCaptionOf(text, above, table)
  if (!rows && !isCaption) return null
  return { start: isCaption ? above.start : table.start, end: rows ? rows.end : above!.end }
}

/** The head rows alone: those that the reader knows, else those that look like a head. */
export function headRowsOf(text: string, table: SplitBlock): Span | null {
  const level = table.level || countHeadRows(firstRows(text, table).map((row) => row.split('\t')))
  const { start, end } = table
  let at = start
  for (let rows = 0; rows < level && at < end; ) {
    const feed = text.indexOf('\n', at)
    const lineEnd = feed < 0 || feed > end ? end : feed
    if (text.slice(at, lineEnd).trim() !== '') rows += 1
    if (rows === level) return { start, end: lineEnd }
    at = lineEnd + 1
  }
  return null
}

/** Without empty ones. */
function firstRows(text: string, { start, end }: SplitBlock): readonly string[] {
  const part = text.slice(start, Math.min(end, start + HEAD_CHARACTERS)).split('\n')
  // The last one may be cut off.
  const rows = end > start + HEAD_CHARACTERS ? part.slice(0, -1) : part
  return rows.filter((row) => row.trim() !== '')
}

/** Headings are in the section already; running lines of the page say nothing of the table. */
function isCaptionOf(text: string, above: SplitBlock, table: SplitBlock): boolean {
  if (['heading', 'header', 'footer', 'code'].includes(above.kind) || above.end > table.start) return false
  if (above.end - above.start > LONGEST_CAPTION || table.start - above.end > LONGEST_GAP) return false
  const content = text.slice(above.start, above.end)
  if (above.kind === 'table' && (content.includes('\t') || above.firstCell === undefined)) return false
  return !content.includes('\n') && text.slice(above.end, table.start).trim() === ''
}
