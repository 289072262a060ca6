import type { TextBlock } from './text-blocks.ts'

export type TableCell = {
  readonly blocks: readonly TextBlock[]
  /** How many columns and rows it covers, as the file claims. */
  readonly columns: number
  readonly rows: number
}

export type TableRow = { readonly cells: readonly TableCell[]; readonly isHead: boolean }

/** The widest span of HTML; wider ones are lies, and so is a table whose spans make this many fields. */
const WIDEST_SPAN = 1000
const MOST_FIELDS = 2_000_000
/** In characters. */
const LONGEST_FIELD = 200

/**
 * A table as one block, every cell in its column: a cell that covers more is followed by empty ones, columns without any text
 * are left out. A table that serves layout (a single column, a table inside, or headings above longer text) gives the blocks of its
 * cells.
 */
export function tableBlocks(rows: readonly TableRow[], isLayout = false): readonly TextBlock[] {
  const lines = placedCells(rows)
  const columns = usedColumns(lines)
  if (isLayout || columns.length <= 1 || servesLayout(rows))
    return rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks))
  const isHonest = columns.length * lines.length <= MOST_FIELDS
  const kept = lines.flatMap((line, index) => {
    const texts = isHonest ? columns.map((column) => line.get(column) ?? '') : [...line.values()]
    // A leading tab stays: without it the first cell would be another column's.
    const text = texts.join('\t').trimEnd()
    return text === '' ? [] : [{ text, isHead: rows[index]!.isHead }]
  })
  const body = kept.findIndex(({ isHead }) => !isHead)
  return [{ kind: 'table', level: Math.max(0, body), text: kept.map(({ text }) => text).join('\n') }]
}

function usedColumns(lines: readonly ReadonlyMap<number, string>[]): readonly number[] {
  const used = new Set<number>()
  for (const line of lines) for (const column of line.keys()) used.add(column)
  return [...used].toSorted((a, b) => a - b)
}

/** The text of each row by its column. */
function placedCells(rows: readonly TableRow[]): readonly ReadonlyMap<number, string>[] {
  /** Rows that a cell from above still covers, by column. */
  let covered = new Map<number, number>()
  return rows.map(({ cells }) => {
    const line = new Map<number, string>()
    const below = new Map<number, number>()
    let column = 0
    for (const cell of cells) {
      while (covered.has(column)) column += 1
      const text = cellText(cell.blocks)
      if (text !== '') line.set(column, text)
      const width = Math.min(Math.max(1, cell.columns), WIDEST_SPAN)
      const coveredTo = cell.rows > 1 ? Math.min(column + width, WIDEST_SPAN) : column
      for (let at = column; at < coveredTo; at += 1) below.set(at, cell.rows - 1)
      column += width
    }
    for (const [at, left] of covered) if (left > 1 && !below.has(at)) below.set(at, left - 1)
    covered = below
    return line
  })
}

function cellText(blocks: readonly TextBlock[]): string {
  return blocks
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Headings are set in the fields of a data table as well, but there the fields are short and in rows. */
function servesLayout(rows: readonly TableRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells)
  const has = (kind: TextBlock['kind']) => cells.some(({ blocks }) => blocks.some((block) => block.kind === kind))
  if (has('table')) return true
  return has('heading') && (rows.length === 1 || cells.some(({ blocks }) => cellText(blocks).length > LONGEST_FIELD))
}
