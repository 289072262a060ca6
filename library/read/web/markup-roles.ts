import { pictureText, raisedText } from '../text-signs.ts'
import { type Attributes, fieldText, isNote, isNoteCall, type Role, roleOf } from './markup-elements.ts'
import type { MarkupState } from './markup-state.ts'

/** Zero-width spaces and soft hyphens only tell where a line may break; in a word they keep it from being found. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g

/** Adds text where it goes now: into a superscript, a cell, the block under way. */
export function writeText(state: MarkupState, given: string): void {
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
export function openVoid(state: MarkupState, name: string, attributes: Attributes): void {
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
export function openElement(state: MarkupState, name: string, attributes: Attributes): void {
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
export function closeElement(state: MarkupState, name: string): void {
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
