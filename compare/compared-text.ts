import type { Span } from '../text/spans.ts'

/** A block as a reader found it, in UTF-16 offsets into the text of its page; its kinds are those of `ReadBlock`. */
export type ComparedBlock = Span & { readonly kind: string; readonly level: number }

/** A page as it was read, or the whole of a document without pages (`page` null). Without blocks it is plain text. */
export type ComparedPage = {
  readonly page: number | null
  readonly text: string
  readonly blocks: readonly ComparedBlock[]
}

/** What parts two pages of the whole text. */
export const PAGE_BREAK = '\f'

/** The text that all offsets of a comparison are in. */
export function wholeText(pages: readonly ComparedPage[]): string {
  return pages.map(({ text }) => text).join(PAGE_BREAK)
}

export type PartKind = 'heading' | 'paragraph' | 'list-item' | 'row'

/** A clause, heading, item of a list or row of a table, with the number that is printed in front of it. */
export type Part = Span & {
  readonly kind: PartKind
  /** As it is cited: "12.1", "12.1 (a)", "Schedule 2"; empty where it has none. */
  readonly number: string
  /** What is printed of it in front of the words; null where nothing is. */
  readonly label: Span | null
  readonly page: number | null
  /** The heading above it; empty where there is none. */
  readonly section: string
}

/** Words of the one document and of the other in the order of the text: the same (but for their case), or those that only one of them has. */
export type WordRun = {
  readonly isSame: boolean
  /** From the beginning of the first word to the end of the last; null where this document has none. */
  readonly before: Span | null
  readonly after: Span | null
}

/**
 * Parts that correspond: mostly one for one; several for one where a paragraph was parted or joined. `added` and `removed` have
 * parts of one document only.
 */
export type AlignedParts = {
  readonly kind: 'kept' | 'moved' | 'added' | 'removed'
  readonly before: readonly Part[]
  readonly after: readonly Part[]
  /** Every word of these parts once, numbers in front of them left out. */
  readonly runs: readonly WordRun[]
}
