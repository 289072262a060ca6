import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { characterCount } from '../text-signs.ts'
import { Parser } from 'htmlparser2'
import { joinBlocks, type JoinedBlocks, type TextBlock } from '../text-blocks.ts'
import { gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { withoutPageMarks } from '../read-page.ts'
import { type Attributes, isDropped, isHidden, isQuotation, isVoid } from './markup-elements.ts'
import { closeElement, openElement, openVoid, writeText } from './markup-roles.ts'
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

export type MarkupOptions = {
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
