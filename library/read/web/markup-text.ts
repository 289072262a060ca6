import { Parser } from 'htmlparser2'
import { type BlockWriter, createBlockWriter } from '../block-writer.ts'
import { gateFailure, SAVE_ANEW } from '../read-failure.ts'
import { type ReadBlock, withoutPageMarks } from '../read-page.ts'
import { createTableGrid, type TableGrid } from './table-grid.ts'

export type MarkupText = {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  /** Characters kept out because the page hides them. */
  readonly hiddenCharacters: number
}

const DROPPED = new Set(['script', 'style', 'template', 'head'])
const BLOCKS =
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr legend main nav p section summary'

type Role = 'table' | 'heading' | 'list' | 'item' | 'preformatted' | 'break' | 'row' | 'cell' | 'block'
/** What an element means for the text; the others run along in a line. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...BLOCKS.split(' ').map((name) => [name, 'block'] as const),
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((name) => [name, 'heading'] as const),
  ['table', 'table'],
  ['ul', 'list'],
  ['ol', 'list'],
  ['li', 'item'],
  ['pre', 'preformatted'],
  ['br', 'break'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
])
/** Elements without an end tag: they open no level. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** A table with headings or tables inside serves layout; its cells are ordinary blocks. */
type OpenTable = { isLayout: boolean; isFirstCell: boolean; readonly grid: TableGrid }

type State = {
  readonly writer: BlockWriter
  depth: number
  /** Depth at which dropping or hiding began, 0 when text is kept. */
  droppedAt: number
  hiddenAt: number
  preformatted: number
  listDepth: number
  /** The tables that are open, the innermost last. */
  readonly tables: OpenTable[]
  hiddenCharacters: number
}

/**
 * Text and blocks of HTML in one streaming pass (no tree, so large pages stay cheap). Scripts, styles and hidden
 * elements are left out, the latter counted. Throws `ReadFailedError` when elements nest deeper than `depthLimit`.
 */
export function markupText(html: string, depthLimit: number): MarkupText {
  const state: State = {
    writer: createBlockWriter(),
    depth: 0,
    droppedAt: 0,
    hiddenAt: 0,
    preformatted: 0,
    listDepth: 0,
    tables: [],
    hiddenCharacters: 0,
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (VOID.has(name)) return void (isKept(state) && openVoid(state, name, attributes))
      state.depth += 1
      if (state.depth > depthLimit)
        throw gateFailure(
          'Elements nest too deep',
          { value: state.depth, limit: depthLimit, unit: 'levels' },
          SAVE_ANEW,
        )
      if (state.droppedAt === 0 && DROPPED.has(name)) state.droppedAt = state.depth
      else if (state.hiddenAt === 0 && isHidden(attributes)) state.hiddenAt = state.depth
      else if (isKept(state)) openElement(state, name, attributes)
    },
    ontext(text) {
      if (isKept(state)) writeText(state, withoutPageMarks(text))
      else if (state.droppedAt === 0) state.hiddenCharacters += text.replace(/\s+/g, '').length
    },
    onclosetag(name) {
      if (VOID.has(name)) return
      if (isKept(state)) closeElement(state, name)
      if (state.droppedAt === state.depth) state.droppedAt = 0
      if (state.hiddenAt === state.depth) state.hiddenAt = 0
      state.depth = Math.max(0, state.depth - 1)
    },
  })
  // In pieces, so that the depth is checked before the parser's own stack has grown with the whole page.
  for (let at = 0; at < html.length; at += PIECE_CHARACTERS) parser.write(html.slice(at, at + PIECE_CHARACTERS))
  parser.end()
  return { ...state.writer.finish(), hiddenCharacters: state.hiddenCharacters }
}

const PIECE_CHARACTERS = 65_536

function isKept(state: State): boolean {
  return state.droppedAt === 0 && state.hiddenAt === 0
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
}

function writeText(state: State, text: string): void {
  if (state.preformatted > 0 && state.tables.length === 0) state.writer.writeVerbatim(text)
  else state.writer.write(text)
}

function openElement(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const role = ROLES.get(name)
  if (role === undefined) return
  const table = state.tables.at(-1)
  if (role === 'heading' && table) table.isLayout = true
  if (role === 'table') openTable(state)
  else if (table && !table.isLayout) openInTable(state.writer, table, role, name, attributes)
  else openRole(state, role, name, attributes.id)
}

function openRole(state: State, role: Role, name: string, id: string | undefined): void {
  if (role === 'heading') state.writer.open('heading', Number(name[1]))
  else if (role === 'item') openListItem(state, id)
  else if (role === 'break') state.writer.lineBreak()
  else if (role === 'preformatted') {
    state.preformatted += 1
    state.writer.open('code', 0)
  } else if (!isItemParagraph(state, name)) {
    if (role === 'list') state.listDepth += 1
    state.writer.close()
  }
}

/** The paragraph in a list item (Word wraps them so) is the item itself. */
function isItemParagraph(state: State, name: string): boolean {
  return name === 'p' && state.listDepth > 0
}

function isInDataTable(state: State): boolean {
  return state.tables.at(-1)?.isLayout === false
}

function openVoid(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'input' && attributes.type === 'checkbox')
    state.writer.write('checked' in attributes ? '\u2612' : '\u2610')
  else openElement(state, name, {})
}

function openListItem(state: State, id: string | undefined): void {
  // Mammoth puts notes into a list at the end, with these ids.
  if (id && /^(footnote|endnote)-\d+$/.test(id)) state.writer.open('note', 0)
  else state.writer.open('list-item', Math.max(1, state.listDepth))
}

/** A table in a cell is one of its own; what is around it serves layout. */
function openTable(state: State): void {
  const around = state.tables.at(-1)
  if (around) around.isLayout = true
  state.tables.push({ isLayout: false, isFirstCell: true, grid: createTableGrid() })
  state.writer.open('table', 0)
}

type Attributes = Readonly<Record<string, string>>

function openInTable(writer: BlockWriter, table: OpenTable, role: Role, name: string, attributes: Attributes): void {
  if (role === 'row') {
    table.isFirstCell = true
    table.grid.startRow()
  } else if (role === 'cell') openCell(writer, table, name === 'th', attributes)
  else if (name === 'caption') table.grid.caption()
  else writer.write(' ')
}

function openCell(writer: BlockWriter, table: OpenTable, isHead: boolean, { colspan, rowspan }: Attributes): void {
  if (table.isFirstCell) writer.lineBreak()
  table.isFirstCell = false
  const steps = table.grid.nextCell({ columns: spanOf(colspan), rows: spanOf(rowspan), isHead })
  for (let step = 0; step < steps; step += 1) writer.cellGap()
}

function spanOf(value = '1'): number {
  return Math.max(1, Number.parseInt(value, 10) || 1)
}

function closeElement(state: State, name: string): void {
  const role = ROLES.get(name)
  if (role === undefined) return
  if (role === 'table') return closeTable(state)
  if (isInDataTable(state)) {
    if (role !== 'row' && role !== 'cell') state.writer.write(' ')
    return
  }
  if (role === 'list') state.listDepth = Math.max(0, state.listDepth - 1)
  if (role === 'preformatted') state.preformatted = Math.max(0, state.preformatted - 1)
  if (!isItemParagraph(state, name)) state.writer.close()
}

function closeTable(state: State): void {
  const table = state.tables.pop()
  if (table && !table.isLayout) state.writer.level(table.grid.headRows)
  state.writer.close()
}
