import type { JoinedBlocks } from './join-blocks.ts'
import { noWords, type ReadPage } from './read-page.ts'

export type PagePlace = {
  /** From 1. */
  readonly page: number
  /** A slide's or chapter's title. */
  readonly label: string | null
}

/** A slide or chapter as it was read. */
export function numberedPage(place: PagePlace, { text, blocks }: JoinedBlocks, emptyReason: string): ReadPage {
  const isEmpty = text.trim() === ''
  const content = isEmpty ? { text: '', blocks: [] } : { text, blocks }
  return { ...bare(place), ...content, state: isEmpty ? 'empty' : 'text', reason: isEmpty ? emptyReason : null }
}

export function failedPage(place: PagePlace, reason: string): ReadPage {
  return { ...bare(place), text: '', blocks: [], state: 'failed', reason }
}

function bare({ page, label }: PagePlace): Omit<ReadPage, 'text' | 'blocks' | 'state' | 'reason'> {
  return { page, label, width: 0, height: 0, words: noWords() }
}
