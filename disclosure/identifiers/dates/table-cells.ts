import type { Span } from '../../../text/spans.ts'

/** Columns stand apart by tabs, strokes or wide gaps. */
const BETWEEN_CELLS = /\t|\||[^\S\n]{2,}/gu

/** The cells of a line, the empty ones too; one for a line that is no row of a table. Columns are counted from the left. */
export function cellsOf(text: string, line: Span): readonly Span[] {
  const cells: Span[] = []
  let start = line.start
  for (const { 0: gap, index } of text.slice(line.start, line.end).matchAll(BETWEEN_CELLS)) {
    cells.push({ start, end: line.start + index })
    start = line.start + index + gap.length
  }
  return [...cells, { start, end: line.end }]
}

/** The line in which something stands; null where it goes on for more than so many characters on a side. */
export function lineOf(text: string, { start, end }: Span, longest: number): Span | null {
  const [before, behind] = [text.slice(Math.max(0, start - longest), start), text.slice(end, end + longest)]
  const [from, to] = [before.lastIndexOf('\n') + 1, behind.indexOf('\n')]
  const isOpen = (from === 0 && before.length === longest) || (to < 0 && behind.length === longest)
  return isOpen ? null : { start: start - before.length + from, end: to < 0 ? end + behind.length : end + to }
}

const HAS_DIGIT = /\d/u
const LONGEST_HEAD = 40

/** Whether a cell may be the head of a column or row, and says this. */
export function isHead(cell: string, says: RegExp): boolean {
  return cell.length <= LONGEST_HEAD && !HAS_DIGIT.test(cell) && says.test(cell)
}

/** The cells below a head that says this, as far down as there are rows. */
export function cellsUnder(text: string, says: RegExp): readonly Span[] {
  const found: Span[] = []
  let columns = new Set<number>()
  let start = 0
  for (const line of text.split('\n')) {
    const cells = cellsOf(text, { start, end: start + line.length })
    if (cells.length < 2) columns = new Set()
    else {
      found.push(...cells.filter((_cell, at) => columns.has(at)))
      for (const [at, cell] of cells.entries()) if (isHead(text.slice(cell.start, cell.end), says)) columns.add(at)
    }
    start += line.length + 1
  }
  return found
}
