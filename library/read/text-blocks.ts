import type { Message } from '../../wording/message.ts'
import { noWords, pageReason, type PageReason, type ReadBlock, type ReadPage } from './read-page.ts'

/** A block before its place in the page's text is known. `text` is neither blank nor padded. */
export type TextBlock = {
  readonly kind: ReadBlock['kind']
  readonly level: number
  readonly text: string
  /** Inside an element that quotes another message or text. */
  readonly isQuoted?: boolean
  /** Of a table of a spreadsheet (`ReadBlock`). */
  readonly firstCell?: string
}

export type JoinedBlocks = { readonly text: string; readonly blocks: readonly ReadBlock[] }

/** One text with exact offsets: blocks are parted by an empty line, list items by a line feed. */
export function joinBlocks(all: readonly TextBlock[]): JoinedBlocks {
  const parts: string[] = []
  const blocks: ReadBlock[] = []
  let length = 0
  for (const [index, { kind, level, text, firstCell }] of all.entries()) {
    const parting = index === 0 ? '' : kind === 'list-item' && all[index - 1]!.kind === 'list-item' ? '\n' : '\n\n'
    const start = length + parting.length
    parts.push(parting, text)
    length = start + text.length
    blocks.push({ start, end: length, kind, level, ...(firstCell !== undefined && { firstCell }) })
  }
  return { text: parts.join(''), blocks }
}

/** The blocks with their texts, to be joined anew with others. */
export function textBlocks({ text, blocks }: JoinedBlocks): readonly TextBlock[] {
  return blocks.map(({ kind, level, start, end }) => ({ kind, level, text: text.slice(start, end) }))
}

export type PagePlace = {
  /** From 1. */
  readonly page: number
  /** A slide's or chapter's title. */
  readonly label: string | null
}

/** A slide or chapter as it was read. */
export function numberedPage(place: PagePlace, { text, blocks }: JoinedBlocks, emptyReason: PageReason): ReadPage {
  const isEmpty = text.trim() === ''
  const content = isEmpty ? { text: '', blocks: [] } : { text, blocks }
  return {
    ...bare(place),
    ...content,
    state: isEmpty ? 'empty' : 'text',
    reason: isEmpty ? pageReason(emptyReason) : null,
  }
}

export function failedPage(place: PagePlace, reason: Message): ReadPage {
  return { ...bare(place), text: '', blocks: [], state: 'failed', reason }
}

function bare({ page, label }: PagePlace): Omit<ReadPage, 'text' | 'blocks' | 'state' | 'reason'> {
  return { page, label, width: 0, height: 0, words: noWords() }
}

export interface BlockWriter {
  /** Ends the block under way; what is written next belongs to a new one. */
  open(kind: TextBlock['kind'], level: number): void
  /** Adds text; runs of white space become one space. */
  write(text: string): void
  /** Adds text as it is (preformatted). */
  writeVerbatim(text: string): void
  /** A line feed inside the block. */
  lineBreak(): void
  /** Ends the block under way; later text starts a paragraph. */
  close(): void
  /** Ends the block under way; whether the next ones quote another text. */
  quote(isQuoted: boolean): void
  /** Adds finished blocks after the one under way. */
  add(blocks: readonly TextBlock[]): void
  /** Ends the block under way and gives all blocks away; the writer begins anew. */
  take(): readonly TextBlock[]
  finish(): JoinedBlocks
}

/** Collects text block by block. */
export function createBlockWriter(): BlockWriter {
  let blocks: TextBlock[] = []
  let kind: TextBlock['kind'] = 'paragraph'
  let level = 0
  let isQuoted = false
  let pieces: string[] = []
  /** White space that is written only when text follows. */
  let gap = ''

  function put(text: string): void {
    if (pieces.length > 0) pieces.push(gap)
    gap = ''
    pieces.push(text)
  }

  function close(): void {
    const text = trimmed(pieces.join(''))
    if (text !== '') blocks.push(isQuoted ? { kind, level, text, isQuoted } : { kind, level, text })
    pieces = []
    gap = ''
    kind = 'paragraph'
    level = 0
  }

  function take(): readonly TextBlock[] {
    close()
    const taken = blocks
    blocks = []
    return taken
  }

  return {
    open(nextKind, nextLevel) {
      close()
      kind = nextKind
      level = nextLevel
    },
    write(text) {
      const words = text.replace(/[\s\u00a0]+/g, ' ')
      if (words.startsWith(' ') && gap === '') gap = ' '
      const inner = words.trim()
      if (inner === '') return
      put(inner)
      if (words.endsWith(' ')) gap = ' '
    },
    writeVerbatim(text) {
      if (text !== '') put(text)
    },
    lineBreak() {
      if (pieces.length > 0) gap = '\n'
    },
    close,
    quote(nextQuoted) {
      close()
      isQuoted = nextQuoted
    },
    add(more) {
      close()
      for (const block of more) blocks.push(block)
    },
    take,
    finish: () => joinBlocks(take()),
  }
}

/** The indent of a first line stays, empty lines before it do not. */
function trimmed(text: string): string {
  return text.replace(/^(\s*\n)+/, '').trimEnd()
}
