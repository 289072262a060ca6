import { headRowsOf, tableHead } from '../../library/split/repeated-head.ts'
import type { PagePart } from '../../store/matter/pages.ts'

/** A passage as the model reads it. */
export type ShownPassage = {
  /** Its tables as Markdown. */
  readonly text: string
  /** What was set before it: the head of the table that it continues, with the line above. Empty where there is none. */
  readonly above: string
}

type Block = PagePart['blocks'][number]
type Line = { readonly start: number; readonly cells: readonly string[] }

/**
 * The passage from `start` to `end` of the whole text with the rows of its tables as Markdown, and the head of a table that it
 * continues before them. Only what the reader found to be a table is turned; other text keeps its tabs.
 */
export function passageMarkdown(page: PagePart, start: number, end: number): ShownPassage {
  const { text } = page
  const [from, to] = [start - page.start, end - page.start]
  const pieces: string[] = []
  let above = ''
  let at = from
  for (const [index, block] of page.blocks.entries()) {
    if (block.kind !== 'table' || block.end <= from || block.start >= to) continue
    const head = tableHead(text, page.blocks[index - 1], block)
    if (head !== null && head.start < from) {
      above = text.slice(head.start, Math.min(head.end, from)).trim()
      const caption = text.slice(head.start, Math.max(head.start, block.start)).trim()
      if (caption !== '') pieces.push(`${caption}\n`)
    }
    pieces.push(text.slice(at, Math.max(at, block.start)))
    pieces.push(tableMarkdown(text, block, Math.max(at, block.start), Math.min(to, block.end)))
    at = Math.min(to, block.end)
  }
  return { text: [...pieces, text.slice(at, to)].join(''), above }
}

/** The rows of a table between two offsets, its head rows first. */
function tableMarkdown(text: string, block: Block, from: number, to: number): string {
  const headEnd = headRowsOf(text, block)?.end ?? block.start
  const rowStart = Math.max(block.start, text.lastIndexOf('\n', from - 1) + 1)
  // A passage begins with the first text of a row, or inside a long one: what is before it counts as empty cells.
  const leading = text.slice(rowStart, from).replace(/[^\t]+/g, '')
  const head = linesOf(text.slice(block.start, Math.min(headEnd, rowStart)), block.start)
  const lines = [...head, ...linesOf(`${leading}${text.slice(from, to)}`, rowStart)]
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  // A list in one column, or a table that is Markdown already.
  if (width < 2) return lines.map(({ cells }) => cells.join('')).join('\n')
  const rows = lines.map(({ cells }) => markdownRow(cells, width))
  const headRows = lines.filter(({ start }) => start < headEnd).length
  return [
    ...rows.slice(0, headRows),
    ...(headRows > 0 ? [`|${' --- |'.repeat(width)}`] : []),
    ...rows.slice(headRows),
  ].join('\n')
}

/** The lines that hold something, by where they start. */
function linesOf(rows: string, start: number): readonly Line[] {
  let next = start
  return rows.split('\n').flatMap((row) => {
    const line = { start: next, cells: row.split('\t') }
    next += row.length + 1
    return row.trim() === '' ? [] : [line]
  })
}

function markdownRow(cells: readonly string[], width: number): string {
  const all = Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim().replaceAll('|', '\\|'))
  return `| ${all.join(' | ')} |`
}
