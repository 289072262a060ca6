import type { ReadBlock } from './read-page.ts'

export interface BlockWriter {
  /** Ends the block under way; what is written next belongs to a new one. */
  open(kind: ReadBlock['kind'], level: number): void
  /** Adds text; runs of white space become one space. */
  write(text: string): void
  /** Adds text as it is (preformatted). */
  writeVerbatim(text: string): void
  /** A line feed inside the block. */
  lineBreak(): void
  /** A tab: the border between two cells. */
  cellGap(): void
  /** Ends the block under way; later text starts a paragraph. */
  close(): void
  /** Blocks that are ended. */
  blockCount(): number
  finish(): { readonly text: string; readonly blocks: readonly ReadBlock[] }
}

/** Collects text block by block with exact offsets: blocks are parted by an empty line, list items by a line feed. */
export function createBlockWriter(): BlockWriter {
  const parts: string[] = []
  const blocks: ReadBlock[] = []
  let length = 0
  let kind: ReadBlock['kind'] = 'paragraph'
  let level = 0
  let pieces: string[] = []
  /** White space that is written only when text follows. */
  let gap = ''

  function add(text: string): void {
    if (pieces.length > 0) pieces.push(gap)
    gap = ''
    pieces.push(text)
  }

  function close(): void {
    const text = pieces.join('').trimEnd()
    pieces = []
    gap = ''
    if (text !== '') {
      const last = blocks.at(-1)
      const parting = last === undefined ? '' : last.kind === 'list-item' && kind === 'list-item' ? '\n' : '\n\n'
      parts.push(parting, text)
      blocks.push({ start: length + parting.length, end: length + parting.length + text.length, kind, level })
      length += parting.length + text.length
    }
    kind = 'paragraph'
    level = 0
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
      add(inner)
      if (words.endsWith(' ')) gap = ' '
    },
    writeVerbatim(text) {
      if (text !== '') add(text)
    },
    lineBreak() {
      if (pieces.length > 0) gap = '\n'
    },
    cellGap() {
      if (pieces.length > 0) gap = gap === ' ' ? '\t' : `${gap}\t`
    },
    close,
    blockCount: () => blocks.length,
    finish() {
      close()
      return { text: parts.join(''), blocks }
    },
  }
}
