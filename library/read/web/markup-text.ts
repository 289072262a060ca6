import { Parser } from 'htmlparser2'
import { type BlockWriter, createBlockWriter } from '../block-writer.ts'
import { gateFailure, SAVE_ANEW } from '../read-failure.ts'
import { type ReadBlock, withoutPageMarks } from '../read-page.ts'

export type MarkupText = {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  /** Characters kept out because the page hides them. */
  readonly hiddenCharacters: number
  /** Blocks inside elements that quote another message or text: indices, the second exclusive. */
  readonly quotes: readonly (readonly [from: number, to: number])[]
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

type State = {
  readonly writer: BlockWriter
  depth: number
  /** Depth at which dropping or hiding began, 0 when text is kept. */
  droppedAt: number
  hiddenAt: number
  preformatted: number
  listDepth: number
  tableDepth: number
  /** A table with headings or tables inside serves layout; its cells are ordinary blocks. */
  isLayout: boolean
  isFirstCell: boolean
  hiddenCharacters: number
  /** Depth at which the outermost quotation began, 0 outside; and its first block. */
  quotedAt: number
  quotedFrom: number
  readonly quotes: [number, number][]
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
    tableDepth: 0,
    isLayout: false,
    isFirstCell: true,
    hiddenCharacters: 0,
    quotedAt: 0,
    quotedFrom: 0,
    quotes: [],
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
      else if (isKept(state)) {
        if (state.quotedAt === 0 && isQuotation(name, attributes)) startQuotation(state)
        openElement(state, name, attributes.id)
      }
    },
    ontext(text) {
      if (isKept(state)) writeText(state, withoutPageMarks(text))
      else if (state.droppedAt === 0) state.hiddenCharacters += text.replace(/\s+/g, '').length
    },
    onclosetag(name) {
      if (VOID.has(name)) return
      if (isKept(state)) closeElement(state, name)
      if (state.quotedAt === state.depth) endQuotation(state)
      if (state.droppedAt === state.depth) state.droppedAt = 0
      if (state.hiddenAt === state.depth) state.hiddenAt = 0
      state.depth = Math.max(0, state.depth - 1)
    },
  })
  // In pieces, so that the depth is checked before the parser's own stack has grown with the whole page.
  for (let at = 0; at < html.length; at += PIECE_CHARACTERS) parser.write(html.slice(at, at + PIECE_CHARACTERS))
  parser.end()
  state.writer.close()
  endQuotation(state)
  return { ...state.writer.finish(), hiddenCharacters: state.hiddenCharacters, quotes: state.quotes }
}

const PIECE_CHARACTERS = 65_536

function isKept(state: State): boolean {
  return state.droppedAt === 0 && state.hiddenAt === 0
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
}

/** The elements with which mail programs wrap what they quote. */
function isQuotation(name: string, { class: classes = '' }: Readonly<Record<string, string>>): boolean {
  return name === 'blockquote' || /\b(gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote)\b/.test(classes)
}

function startQuotation(state: State): void {
  // A cell of a table is no block: its table is not taken apart.
  if (isInDataTable(state)) return
  state.writer.close()
  state.quotedAt = state.depth
  state.quotedFrom = state.writer.blockCount()
}

function endQuotation(state: State): void {
  if (state.quotedAt === 0) return
  if (!isInDataTable(state)) state.writer.close()
  if (state.writer.blockCount() > state.quotedFrom) state.quotes.push([state.quotedFrom, state.writer.blockCount()])
  state.quotedAt = 0
}

function writeText(state: State, text: string): void {
  if (state.preformatted > 0 && state.tableDepth === 0) state.writer.writeVerbatim(text)
  else state.writer.write(text)
}

function openElement(state: State, name: string, id: string | undefined): void {
  const role = ROLES.get(name)
  if (role === undefined) return
  if (role === 'heading' && state.tableDepth > 0) state.isLayout = true
  if (role === 'table') openTable(state)
  else if (isInDataTable(state)) openInTable(state, role)
  else openRole(state, role, name, id)
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
  return state.tableDepth > 0 && !state.isLayout
}

function openVoid(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'input' && attributes.type === 'checkbox')
    state.writer.write('checked' in attributes ? '\u2612' : '\u2610')
  else openElement(state, name, undefined)
}

function openListItem(state: State, id: string | undefined): void {
  // Mammoth puts notes into a list at the end, with these ids.
  if (id && /^(footnote|endnote)-\d+$/.test(id)) state.writer.open('note', 0)
  else state.writer.open('list-item', Math.max(1, state.listDepth))
}

function openTable(state: State): void {
  state.tableDepth += 1
  if (state.tableDepth > 1) {
    state.isLayout = true
    return state.writer.close()
  }
  state.isLayout = false
  state.isFirstCell = true
  state.writer.open('table', 0)
}

function openInTable(state: State, role: Role): void {
  if (role === 'row') state.isFirstCell = true
  else if (role === 'cell') {
    if (state.isFirstCell) state.writer.lineBreak()
    else state.writer.cellGap()
    state.isFirstCell = false
  } else state.writer.write(' ')
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
  state.tableDepth = Math.max(0, state.tableDepth - 1)
  if (state.tableDepth === 0) state.isLayout = false
  state.writer.close()
}
