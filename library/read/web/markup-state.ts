import { type BlockWriter, createBlockWriter } from '../block-writer.ts'
import { createListNumbers, type ListNumbers } from './list-numbers.ts'
import { createMarkupTables, type MarkupTables } from './markup-tables.ts'

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
