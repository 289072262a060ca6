import { listNumber, type NumberStyle } from '../list-numerals.ts'
import { tableBlocks, type TableCell, type TableRow } from '../table-blocks.ts'
import { type BlockWriter, createBlockWriter, type TextBlock } from '../text-blocks.ts'
import type { Attributes } from './markup-elements.ts'

/** What is known while a page is gone through. */
export type MarkupState = {
  readonly body: BlockWriter
  readonly tables: MarkupTables
  readonly lists: ListNumbers
  depth: number
  /** Depth at which dropping or hiding began, 0 when text is kept. */
  droppedAt: number
  hiddenAt: number
  /** Depth of the title element and of a drawing, whose own titles are text. */
  titleAt: number
  drawingAt: number
  linkAt: number
  /** Depth of the outermost quotation, 0 outside. */
  quotedAt: number
  preformatted: number
  /** Text of a superscript under way, null outside. */
  raised: string[] | null
  isRaisedLink: boolean
  /** Depth of a link that calls a note, 0 outside. */
  noteCallAt: number
  /** Whether a link ended just before. */
  isLinkBefore: boolean
  title: string
  hiddenCharacters: number
  pictures: number
  frames: number
  elements: number
}

export function createMarkupState(): MarkupState {
  const body = createBlockWriter()
  return {
    body,
    tables: createMarkupTables(body),
    lists: createListNumbers(),
    depth: 0,
    droppedAt: 0,
    hiddenAt: 0,
    titleAt: 0,
    drawingAt: 0,
    linkAt: 0,
    quotedAt: 0,
    preformatted: 0,
    raised: null,
    isRaisedLink: false,
    noteCallAt: 0,
    isLinkBefore: false,
    title: '',
    hiddenCharacters: 0,
    pictures: 0,
    frames: 0,
    elements: 0,
  }
}

type List = { readonly style: NumberStyle | null; next: number }

interface ListNumbers {
  open(name: string, attributes: Attributes): void
  close(): void
  /** How many lists are open. */
  readonly depth: number
  /** The number that a browser sets before the item ("3.", "c."), null where it sets none. */
  item(attributes: Attributes): string | null
}

const STYLES: ReadonlyMap<string, NumberStyle> = new Map<string, NumberStyle>([
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
  ['a', 'a'],
  ['A', 'A'],
  ['i', 'i'],
  ['I', 'I'],
])

/** Numbers are part of what is read ("see item 3"), but the browser sets them: the page's text has none. */
function createListNumbers(): ListNumbers {
  const lists: List[] = []
  return {
    open(name, { type, start, style }) {
      const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style ?? '')?.[1]?.toLowerCase()
      const isNumbered = name === 'ol' && styled !== 'none'
      lists.push({ style: isNumbered ? (STYLES.get(styled ?? type ?? '') ?? '1') : null, next: integer(start) ?? 1 })
    },
    close: () => void lists.pop(),
    get depth() {
      return lists.length
    },
    item({ value }) {
      const list = lists.at(-1)
      if (!list || list.style === null) return null
      const number = integer(value) ?? list.next
      list.next = number + 1
      return `${listNumber(number, list.style)}.`
    },
  }
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

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

interface MarkupTables {
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
function createMarkupTables(body: BlockWriter): MarkupTables {
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
