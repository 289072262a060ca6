import type { ReadBlock } from '../read-page.ts'

/** Collects the blocks of a page whose text is made piece by piece, parted by empty lines. */
export interface PageWriter {
  /** Adds a block; text that is blank is left out. */
  add(text: string, block: Omit<ReadBlock, 'start' | 'end'>): void
  finish(): { readonly text: string; readonly blocks: readonly ReadBlock[] }
}

export function createPageWriter(): PageWriter {
  const parts: string[] = []
  const blocks: ReadBlock[] = []
  let length = 0
  return {
    add(text, block) {
      if (text.trim() === '') return
      const parting = parts.length > 0 ? '\n\n' : ''
      const start = length + parting.length
      parts.push(parting, text)
      length = start + text.length
      blocks.push({ start, end: length, ...block })
    },
    finish: () => ({ text: parts.join(''), blocks }),
  }
}
