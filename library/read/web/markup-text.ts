import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { characterCount, pictureText, raisedText } from '../text-signs.ts'
import { Parser } from 'htmlparser2'
import { joinBlocks, type JoinedBlocks, type TextBlock } from '../text-blocks.ts'
import { gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { withoutPageMarks } from '../read-page.ts'
import {
  type Attributes,
  fieldText,
  isDropped,
  isHidden,
  isNote,
  isNoteCall,
  isQuotation,
  isVoid,
  type Role,
  roleOf,
} from './markup-elements.ts'
import { createMarkupState, type MarkupState } from './markup-state.ts'
import { warning } from '../read-warning.ts'

export type MarkupText = JoinedBlocks & {
  /** Of the title element; it is not in the text. */
  readonly title: string
  readonly counts: MarkupCounts
  /** Blocks inside elements that quote another message or text: indices, the second exclusive. */
  readonly quotes: readonly (readonly [from: number, to: number])[]
}

/** What is not in the text: characters that the page hides, pictures, frames that show other pages. */
export type MarkupCounts = { readonly hiddenCharacters: number; readonly pictures: number; readonly frames: number }

type MarkupOptions = {
  /** Whether `/>` ends an element, as in XML; in HTML it means nothing. */
  readonly isXhtml?: boolean
}

/**
 * Text and blocks of HTML in one streaming pass (no tree, so large pages stay cheap). Scripts, styles and hidden
 * elements are left out, the latter counted. Throws `ReadFailedError` when elements nest deeper than `limits.htmlDepth` or are
 * more than `limits.xmlElements`.
 */
export function markupText(html: string, limits: ReadLimits, { isXhtml = false }: MarkupOptions = {}): MarkupText {
  const state = createMarkupState()
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
  const blocks = state.body.take()
  return { ...joinBlocks(blocks), title, counts: { hiddenCharacters, pictures, frames }, quotes: quotesIn(blocks) }
}

function quotesIn(blocks: readonly TextBlock[]): readonly (readonly [number, number])[] {
  const quotes: [number, number][] = []
  for (const [index, { isQuoted }] of blocks.entries()) {
    const last = quotes.at(-1)
    if (isQuoted && last?.[1] === index) last[1] = index + 1
    else if (isQuoted) quotes.push([index, index + 1])
  }
  return quotes
}

const PIECE_CHARACTERS = 65_536

/** Plain sentences on what is hidden or lies elsewhere. */
export function markupWarnings({ hiddenCharacters, pictures, frames }: MarkupCounts): readonly Notice[] {
  return [
    hiddenCharacters > 0 && warning('hidden-text', message('reading.web.hiddenText', { count: hiddenCharacters })),
    pictures > 0 && warning('pictures', message('reading.notices.picturesOfPage', { count: pictures })),
    frames > 0 && warning('not-read', message('reading.web.frames', { count: frames })),
  ].filter((one) => one !== false)
}

export function addCounts(one: MarkupCounts, other: MarkupCounts): MarkupCounts {
  return {
    hiddenCharacters: one.hiddenCharacters + other.hiddenCharacters,
    pictures: one.pictures + other.pictures,
    frames: one.frames + other.frames,
  }
}

function takeOpen(state: MarkupState, name: string, attributes: Attributes, limits: ReadLimits): void {
  checkSize(state, limits, !isVoid(name))
  if (!isVoid(name)) noteDropped(state, name, attributes)
  if (name === 'iframe' || name === 'frame') state.frames += state.hiddenAt > 0 ? 0 : 1
  if (state.titleAt > 0 || !isKept(state)) return
  if (isVoid(name)) return openVoid(state, name, attributes)
  if (state.quotedAt === 0 && isQuotation(name, attributes)) {
    state.quotedAt = state.depth
    state.tables.quote(true)
  }
  openElement(state, name, attributes)
}

/** Whether the element begins something that is no text of the page. */
function noteDropped(state: MarkupState, name: string, attributes: Attributes): void {
  if (name === 'svg' && state.drawingAt === 0) state.drawingAt = state.depth
  if (name === 'title' && state.drawingAt === 0) state.titleAt = state.depth
  else if (state.droppedAt === 0 && isDropped(name)) state.droppedAt = state.depth
  else if (state.hiddenAt === 0 && isHidden(name, attributes)) state.hiddenAt = state.depth
}

function checkSize(state: MarkupState, limits: ReadLimits, opensLevel: boolean): void {
  if (opensLevel) state.depth += 1
  state.elements += 1
  const { htmlDepth, xmlElements } = limits
  if (state.depth > htmlDepth) throw gateFailure('elementDepth', { value: state.depth, limit: htmlDepth }, 'saveAnew')
  if (state.elements > xmlElements) throw gateFailure('elements', { value: state.elements, limit: xmlElements })
}

function takeText(state: MarkupState, text: string): void {
  if (state.titleAt > 0) state.title += text
  else if (isKept(state)) writeText(state, withoutPageMarks(text))
  else if (state.droppedAt === 0) state.hiddenCharacters += characterCount(text)
}

function takeClose(state: MarkupState, name: string): void {
  if (isVoid(name)) return
  if (state.titleAt === 0 && isKept(state)) closeElement(state, name)
  if (state.quotedAt === state.depth) state.tables.quote(false)
  for (const at of ['droppedAt', 'hiddenAt', 'titleAt', 'drawingAt', 'linkAt', 'quotedAt'] as const)
    if (state[at] === state.depth) state[at] = 0
  state.depth = Math.max(0, state.depth - 1)
}

function isKept(state: MarkupState): boolean {
  return state.droppedAt === 0 && state.hiddenAt === 0
}

/** Zero-width spaces and soft hyphens only tell where a line may break; in a word they keep it from being found. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g

/** Adds text where it goes now: into a superscript, a cell, the block under way. */
function writeText(state: MarkupState, given: string): void {
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

/** An element without an end tag. */
function openVoid(state: MarkupState, name: string, attributes: Attributes): void {
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

/** What the beginning of an element does to the text. */
function openElement(state: MarkupState, name: string, attributes: Attributes): void {
  const role = roleOf(name)
  if (role !== 'rows' && role !== 'row' && role !== 'cell' && role !== undefined) state.tables.leaveRows()
  if (name === 'option') writeText(state, 'selected' in attributes ? ' \u2612 ' : ' \u2610 ')
  if (role === 'table') state.tables.open(attributes)
  else if (role === 'rows') state.tables.beginRows(name === 'thead')
  else if (role === 'row') state.tables.openRow()
  else if (role === 'cell') state.tables.openCell(name, attributes)
  else if (role !== undefined) openRole(state, role, name, attributes)
}

function openRole(state: MarkupState, role: Role, name: string, attributes: Attributes): void {
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

function openBlock(state: MarkupState, role: Role, name: string, attributes: Attributes): void {
  const { writer } = state.tables
  if (role === 'list') state.lists.open(name, attributes)
  if (role === 'block' && isNote(attributes)) writer.open('note', 1)
  else writer.close()
}

/** The paragraph in a list item (Word wraps them so) is the item itself. */
function isItemParagraph(state: MarkupState, name: string): boolean {
  return name === 'p' && state.lists.depth > 0
}

/** A link inside the page that is set as a superscript calls a note. */
function openLink(state: MarkupState, attributes: Attributes): void {
  // Links of a menu stand side by side without a space; their style parts them.
  if (state.isLinkBefore) writeText(state, ' ')
  if (!attributes.href?.includes('#')) return
  if (state.raised === null && isNoteCall(attributes)) {
    state.raised = []
    state.noteCallAt = state.depth
  }
  if (state.linkAt === 0) state.linkAt = state.depth
  if (state.raised) state.isRaisedLink = true
}

function openItem(state: MarkupState, name: string, attributes: Attributes): void {
  const { writer } = state.tables
  if (name === 'dd') return writer.open('list-item', state.lists.depth + 1)
  const number = state.lists.item(attributes)
  const isNoteItem = isNote(attributes)
  if (isNoteItem) writer.open('note', 1)
  else writer.open('list-item', Math.max(1, state.lists.depth))
  if (number === null) return
  if (isNoteItem) writer.write(`[${number.slice(0, -1)}] `)
  else writer.write(`${number} `)
}

/** What its end does. */
function closeElement(state: MarkupState, name: string): void {
  const role = roleOf(name)
  const sign = role && CLOSING_SIGNS.get(role)
  if (sign) writeText(state, sign)
  else if (role === 'link') closeLink(state)
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

function closeBlock(state: MarkupState, role: Role, name: string): void {
  if (role === 'list') state.lists.close()
  if (role === 'preformatted') state.preformatted = Math.max(0, state.preformatted - 1)
  if (!isItemParagraph(state, name)) state.tables.writer.close()
}

function closeLink(state: MarkupState): void {
  state.isLinkBefore = true
  if (state.noteCallAt !== state.depth) return
  state.noteCallAt = 0
  closeRaised(state)
}

function closeRaised(state: MarkupState): void {
  // The superscript inside a link that calls a note ends with the link.
  if (state.noteCallAt > 0) return
  const text = (state.raised ?? []).join('')
  const mark = text.trim()
  state.raised = null
  if (mark === '') return
  const { writer } = state.tables
  if (state.isRaisedLink) writer.write(/^[[(].*[\])]$/.test(mark) ? mark : `[${mark}]`)
  else writer.write(text.replace(mark, () => raisedText(mark)))
}
