import type { ReadBlock } from './read-page.ts'
import { headRows } from './table-head.ts'

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
  /** Sets the level of the block under way. A table that is left at 0 is looked at for a head. */
  level(level: number): void
  /** Ends the block under way; later text starts a paragraph. */
  close(): void
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
    else if (kind === 'table') pieces.push(gap.replaceAll(' ', ''))
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
      const start = length + parting.length
      length = start + text.length
      blocks.push({ start, end: length, ...(kind === 'table' ? tableOf(text, level) : { kind, level }) })
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
      gap = pieces.length > 0 ? '\n' : ''
    },
    cellGap() {
      // Only in a table do empty cells stand before the first text.
      if (pieces.length > 0 || kind === 'table') gap = gap === ' ' ? '\t' : `${gap}\t`
    },
    level: (value) => void (level = value),
    close,
    finish() {
      close()
      return { text: parts.join(''), blocks }
    },
  }
}

/** A single cell is no table; one whose head is not marked is looked at for it. */
function tableOf(text: string, level: number): Pick<ReadBlock, 'kind' | 'level'> {
  if (!/[\t\n]/.test(text)) return { kind: 'paragraph', level: 0 }
  const rows = text.split('\n').filter((row) => row.trim() !== '')
  return { kind: 'table', level: level || headRows(rows.map((row) => row.split('\t'))) }
}
