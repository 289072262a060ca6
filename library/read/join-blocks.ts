import type { ReadBlock } from './read-page.ts'

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
