/** A span of a document's text that is found and cited as a whole. */
export type Passage = {
  /** UTF-16 offsets into the whole text (pages joined by form feeds): `text.slice(start, end)` is `text`. */
  readonly start: number
  readonly end: number
  readonly page: number | null
  /** Headings above it, outermost first, joined by " > "; of several sections as `sectionSpan` names them; empty where there are none. Of a sheet its name and its cells ("Rates > A2:F31"). */
  readonly section: string
  /** The section that most of it lies in, which is indexed with it. */
  readonly mainSection: string
  readonly text: string
  /** The head of the table that this passage continues, with the line above it; for the index only, never quoted. */
  readonly tableHead: string | null
}

/** What the splitter needs of a page; `ReadPage` and a page from the store both fit. */
export type SplitPage = {
  readonly page: number | null
  /** The name of a sheet. */
  readonly label?: string | null
  readonly text: string
  readonly blocks: readonly SplitBlock[]
}

/** See `ReadBlock` for kinds and levels. */
export type SplitBlock = {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly level: number
  readonly firstCell?: string
}

/** Between pages in the text of a document, and in no page's own text. */
export const PAGE_BREAK = '\f'

/**
 * Characters a passage has at most. Retrieval was best at 1,200 of 800 to 1,200 on all four sets (at 1,000 hit@10 on
 * legalbenchrag_privacy_qa fell from .885 to .750); longer ones cost the model's reading time.
 */
export const MAX_PASSAGE_CHARACTERS = 1200

/** How much of a document's beginning is indexed with each of its passages: names and dates that tell it from its kin. */
const DOCUMENT_HEAD_CHARACTERS = 300

type IndexPrefix = {
  readonly title: string
  /** The first characters of the document's text (`documentHead`). */
  readonly head: string
}

/**
 * What is indexed and embedded for a passage: title, document head, section path, then the passage. The prefix decides
 * retrieval (`docs/reading.md`); it is never stored as quotable text.
 */
export function indexText(passage: Passage, prefix: IndexPrefix): string {
  // Also in front of the first passage, which holds it: without it medical hit@1 fell from .536 to .425.
  const head = prefix.head.replace(/\s+/g, ' ')
  return [prefix.title, head, passage.mainSection, passage.tableHead ?? '', passage.text]
    .filter((part) => part !== '')
    .join('\n')
}

/** The first characters of a text, cut at a word and never inside a surrogate pair. */
export function documentHead(text: string): string {
  const head = text.slice(0, DOCUMENT_HEAD_CHARACTERS)
  if (head.length === text.length) return head
  const space = head.search(/\s\S*$/)
  if (space > DOCUMENT_HEAD_CHARACTERS / 2) return head.slice(0, space)
  return head.isWellFormed() ? head : head.slice(0, -1)
}
