import { joinBlocks, type JoinedBlocks, type TextBlock } from './join-blocks.ts'

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
