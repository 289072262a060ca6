/** A span of a document's text that is found and cited as a whole. */
export type Passage = {
  /** UTF-16 offsets into the whole text (pages joined by form feeds): `text.slice(start, end)` is `text`. */
  readonly start: number
  readonly end: number
  readonly page: number | null
  /** Headings above it, outermost first, joined by " > "; empty where there are none. */
  readonly section: string
  readonly text: string
  /** The head row of the table that this passage continues; for the index only, never quoted. */
  readonly tableHead: string | null
}

/** What the splitter needs of a page; `ReadPage` and a page from the store both fit. */
export type SplitPage = {
  readonly page: number | null
  readonly text: string
  readonly blocks: readonly SplitBlock[]
}

/** See `ReadBlock` for kinds and levels. */
export type SplitBlock = { readonly start: number; readonly end: number; readonly kind: string; readonly level: number }

/** Between pages in the text of a document, and in no page's own text. */
export const PAGE_BREAK = '\f'

/**
 * Characters a passage has at most. About 1,000 is what the retrieval baselines were measured with (`measure.md`), and a
 * result counts there with its first 1,200 characters only.
 */
export const MAX_PASSAGE_CHARACTERS = 1200
