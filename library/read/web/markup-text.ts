import { Parser } from 'htmlparser2'
import { type BlockWriter, createBlockWriter } from '../block-writer.ts'
import type { JoinedBlocks } from '../join-blocks.ts'
import { pictureText } from '../picture-text.ts'
import { raisedText } from '../raised-text.ts'
import { gateFailure, SAVE_ANEW } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { withoutPageMarks } from '../read-page.ts'
import { createListNumbers, type ListNumbers } from './list-numbers.ts'
import {
  type Attributes,
  fieldText,
  isDropped,
  isHidden,
  isNote,
  isVoid,
  type Role,
  roleOf,
} from './markup-elements.ts'
import { createMarkupTables, type MarkupTables } from './markup-tables.ts'

export type MarkupText = JoinedBlocks & {
  /** Of the title element; it is not in the text. */
  readonly title: string
  readonly counts: MarkupCounts
}

/** What is not in the text: characters that the page hides, pictures, frames that show other pages. */
export type MarkupCounts = { readonly hiddenCharacters: number; readonly pictures: number; readonly frames: number }

export type MarkupOptions = {
  /** False where the numbers of ordered lists are not those of the document. */
  readonly isNumbered?: boolean
  /** Whether `/>` ends an element, as in XML; in HTML it means nothing. */
  readonly isXhtml?: boolean
}

type State = {
  readonly body: BlockWriter
  readonly tables: MarkupTables
  readonly lists: ListNumbers
  readonly isNumbered: boolean
  depth: number
  /** Depth at which dropping or hiding began, 0 when text is kept. */
  droppedAt: number
  hiddenAt: number
  /** Depth of the title element and of a drawing, whose own titles are text. */
  titleAt: number
  drawingAt: number
  linkAt: number
  preformatted: number
  /** Text of a superscript under way, null outside. */
  raised: string[] | null
  isRaisedLink: boolean
  /** Whether a link ended just before. */
  isLinkBefore: boolean
  title: string
  hiddenCharacters: number
  pictures: number
  frames: number
  elements: number
}

/**
 * Text and blocks of HTML in one streaming pass (no tree, so large pages stay cheap). Scripts, styles and hidden
 * elements are left out, the latter counted. Throws `ReadFailedError` when elements nest deeper than `limits.htmlDepth` or are
 * more than `limits.xmlElements`.
 */
export function markupText(
  html: string,
  limits: ReadLimits,
  { isNumbered = true, isXhtml = false }: MarkupOptions = {},
): MarkupText {
  const state = createState(isNumbered)
  const handler = {
    onopentag: (name: string, attributes: Attributes) => takeOpen(state, name, attributes, limits),
    ontext: (text: string) => takeText(state, text),
    onclosetag: (name: string) => takeClose(state, name),
  }
  const parser = new Parser(handler, { recognizeSelfClosing: isXhtml, recognizeCDATA: isXhtml })
  // In pieces, so that the depth is checked before the parser's own stack has grown with the whole page.
  for (let at = 0; at < html.length; at += PIECE_CHARACTERS) parser.write(html.slice(at, at + PIECE_CHARACTERS))
  parser.end()
  state.tables.closeAll()
  const title = withoutPageMarks(state.title).replace(/\s+/g, ' ').trim()
  const { hiddenCharacters, pictures, frames } = state
  return { ...state.body.finish(), title, counts: { hiddenCharacters, pictures, frames } }
}

const PIECE_CHARACTERS = 65_536

function createState(isNumbered: boolean): State {
  const body = createBlockWriter()
  return {
    body,
    tables: createMarkupTables(body),
    lists: createListNumbers(),
    isNumbered,
    depth: 0,
    droppedAt: 0,
    hiddenAt: 0,
    titleAt: 0,
    drawingAt: 0,
    linkAt: 0,
    preformatted: 0,
    raised: null,
    isRaisedLink: false,
    isLinkBefore: false,
    title: '',
    hiddenCharacters: 0,
    pictures: 0,
    frames: 0,
    elements: 0,
  }
}

/** Plain sentences on what is hidden or lies elsewhere. */
export function markupWarnings({ hiddenCharacters, pictures, frames }: MarkupCounts): readonly string[] {
  return [
    hiddenCharacters > 0 && `${hiddenCharacters} characters are hidden in the page and were left out.`,
    pictures > 0 && `${pictures} pictures: text inside pictures is not read, only the description that the page gives.`,
    frames > 0 && `${frames} frames show other pages, which were not read. Add those pages as well.`,
  ].filter((warning) => warning !== false)
}

export function addCounts(one: MarkupCounts, other: MarkupCounts): MarkupCounts {
  return {
    hiddenCharacters: one.hiddenCharacters + other.hiddenCharacters,
    pictures: one.pictures + other.pictures,
    frames: one.frames + other.frames,
  }
}

function takeOpen(state: State, name: string, attributes: Attributes, limits: ReadLimits): void {
  checkSize(state, limits, !isVoid(name))
  if (!isVoid(name)) noteDropped(state, name, attributes)
  if (name === 'iframe' || name === 'frame') state.frames += state.hiddenAt > 0 ? 0 : 1
  if (state.titleAt > 0 || !isKept(state)) return
  if (isVoid(name)) openVoid(state, name, attributes)
  else openElement(state, name, attributes)
}

/** Whether the element begins something that is no text of the page. */
function noteDropped(state: State, name: string, attributes: Attributes): void {
  if (name === 'svg' && state.drawingAt === 0) state.drawingAt = state.depth
  if (name === 'title' && state.drawingAt === 0) state.titleAt = state.depth
  else if (state.droppedAt === 0 && isDropped(name)) state.droppedAt = state.depth
  else if (state.hiddenAt === 0 && isHidden(name, attributes)) state.hiddenAt = state.depth
}

function checkSize(state: State, limits: ReadLimits, opensLevel: boolean): void {
  if (opensLevel) state.depth += 1
  state.elements += 1
  const { htmlDepth, xmlElements } = limits
  if (state.depth > htmlDepth)
    throw gateFailure('Elements nest too deep', { value: state.depth, limit: htmlDepth, unit: 'levels' }, SAVE_ANEW)
  if (state.elements > xmlElements)
    throw gateFailure('Too many elements', { value: state.elements, limit: xmlElements, unit: 'elements' })
}

function takeText(state: State, text: string): void {
  if (state.titleAt > 0) state.title += text
  else if (isKept(state)) writeText(state, withoutPageMarks(text))
  else if (state.droppedAt === 0) state.hiddenCharacters += text.replace(/\s+/g, '').length
}

function takeClose(state: State, name: string): void {
  if (isVoid(name)) return
  if (state.titleAt === 0 && isKept(state)) closeElement(state, name)
  for (const at of ['droppedAt', 'hiddenAt', 'titleAt', 'drawingAt', 'linkAt'] as const)
    if (state[at] === state.depth) state[at] = 0
  state.depth = Math.max(0, state.depth - 1)
}

/** Zero-width spaces and soft hyphens only tell where a line may break; in a word they keep it from being found. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g

function isKept(state: State): boolean {
  return state.droppedAt === 0 && state.hiddenAt === 0
}

function writeText(state: State, given: string): void {
  const text = given.replace(INVISIBLE, '')
  if (text.trim() !== '') {
    state.tables.leaveRows()
    state.isLinkBefore = false
  }
  const { writer } = state.tables
  if (state.raised) state.raised.push(text)
  else if (state.preformatted > 0) writer.writeVerbatim(text)
  else writer.write(text)
}

function openVoid(state: State, name: string, attributes: Attributes): void {
  if (name === 'br') state.tables.writer.lineBreak()
  else if (name === 'hr') state.tables.writer.close()
  else if (name === 'input') writeText(state, ` ${fieldText(attributes)} `)
  else if (name === 'img' && !isTracker(attributes)) {
    state.pictures += 1
    writeText(state, ` ${pictureText(attributes.alt)} `)
  }
}

/** A picture of one dot tells a sender that his page was opened. */
function isTracker({ width, height }: Attributes): boolean {
  return /^[01](px)?$/.test(width ?? '') || /^[01](px)?$/.test(height ?? '')
}

function openElement(state: State, name: string, attributes: Attributes): void {
  const role = roleOf(name)
  if (role !== 'rows' && role !== 'row' && role !== 'cell' && role !== undefined) state.tables.leaveRows()
  if (name === 'option') writeText(state, 'selected' in attributes ? ' \u2612 ' : ' \u2610 ')
  if (role === 'table') state.tables.open(attributes)
  else if (role === 'rows') state.tables.beginRows(name === 'thead')
  else if (role === 'row') state.tables.openRow()
  else if (role === 'cell') state.tables.openCell(name, attributes)
  else if (role !== undefined) openRole(state, role, name, attributes)
}

function openRole(state: State, role: Role, name: string, attributes: Attributes): void {
  const { writer } = state.tables
  if (role === 'heading') writer.open('heading', Number(name[1]))
  else if (role === 'item') openItem(state, name, attributes)
  else if (role === 'preformatted') {
    state.preformatted += 1
    writer.open('code', 0)
  } else if (role === 'raised') {
    state.raised ??= []
    state.isRaisedLink = state.linkAt > 0
  } else if (role === 'link') openLink(state, attributes)
  else if (OPENING_SIGNS.has(role)) writeText(state, OPENING_SIGNS.get(role)!)
  else if (!isItemParagraph(state, name)) openBlock(state, role, name, attributes)
}

function openBlock(state: State, role: Role, name: string, attributes: Attributes): void {
  const { writer } = state.tables
  if (role === 'list') state.lists.open(name, attributes)
  if (role === 'block' && isNote(attributes)) writer.open('note', 0)
  else writer.close()
}

/** The paragraph in a list item (Word wraps them so) is the item itself. */
function isItemParagraph(state: State, name: string): boolean {
  return name === 'p' && state.lists.depth > 0
}

/** A link inside the page that is set as a superscript calls a note. */
function openLink(state: State, { href }: Attributes): void {
  // Links of a menu stand side by side without a space; their style parts them.
  if (state.isLinkBefore) writeText(state, ' ')
  if (!href?.includes('#')) return
  if (state.linkAt === 0) state.linkAt = state.depth
  if (state.raised) state.isRaisedLink = true
}

function openItem(state: State, name: string, attributes: Attributes): void {
  const { writer } = state.tables
  if (name === 'dd') return writer.open('list-item', state.lists.depth + 1)
  const number = state.lists.item(attributes)
  const isNoteItem = isNote(attributes)
  if (isNoteItem) writer.open('note', 0)
  else writer.open('list-item', Math.max(1, state.lists.depth))
  if (number === null) return
  if (isNoteItem) writer.write(`[${number.slice(0, -1)}] `)
  else if (state.isNumbered) writer.write(`${number} `)
}

function closeElement(state: State, name: string): void {
  const role = roleOf(name)
  const sign = role && CLOSING_SIGNS.get(role)
  if (sign) writeText(state, sign)
  else if (role === 'link') state.isLinkBefore = true
  else if (role === 'table') state.tables.close()
  else if (role === 'cell') state.tables.closeCell()
  else if (role === 'raised') closeRaised(state)
  else if (name === 'thead') state.tables.beginRows(false)
  else if (role !== undefined && role !== 'rows' && role !== 'row') closeBlock(state, role, name)
}

/** Words that a browser marks by how they look are marked by signs. */
const OPENING_SIGNS: ReadonlyMap<Role, string> = new Map<Role, string>([
  ['struck', '[struck out: '],
  ['quote', '\u201c'],
  ['reading', '('],
])
const CLOSING_SIGNS: ReadonlyMap<Role, string> = new Map<Role, string>([
  ['struck', ']'],
  ['quote', '\u201d'],
  ['reading', ')'],
])

function closeBlock(state: State, role: Role, name: string): void {
  if (role === 'list') state.lists.close()
  if (role === 'preformatted') state.preformatted = Math.max(0, state.preformatted - 1)
  if (!isItemParagraph(state, name)) state.tables.writer.close()
}

function closeRaised(state: State): void {
  const text = (state.raised ?? []).join('')
  const mark = text.trim()
  state.raised = null
  if (mark === '') return
  const { writer } = state.tables
  if (state.isRaisedLink) writer.write(/^[[(].*[\])]$/.test(mark) ? mark : `[${mark}]`)
  else writer.write(raisedText(writer.last(), text))
}
