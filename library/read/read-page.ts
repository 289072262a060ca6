/** A part of a page's text, `start` to `end` in UTF-16 units of that text. Blocks are in order and do not overlap. */
export type ReadBlock = {
  readonly start: number
  readonly end: number
  /**
   * `header` and `footer` are lines at the edge of a page that the layout left out; `other` the same elsewhere. In a
   * `table` rows end with a line feed and cells are parted by a tab.
   */
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'table' | 'code' | 'header' | 'footer' | 'other' | 'note'
  /** Heading: 1 to 6. List item: depth from 1. Table: how many of its first rows are its head. Else 0. */
  readonly level: number
}

/** Where words stand: the n-th word is `starts[n]` to `ends[n]` in the page's text, in the n-th box. */
export type PageWords = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Four numbers a word: x, y, width, height in PDF points from the top left of the page as it is shown. */
  readonly boxes: Float32Array
}

/** One page as it was read, or the whole document where the format has no pages (`page` null). */
export type ReadPage = {
  /** From 1. */
  readonly page: number | null
  /** The number printed on the page as the file gives it ("iv"). */
  readonly label: string | null
  readonly state: 'text' | 'ocr' | 'empty' | 'failed'
  /** Why it is empty or failed, in plain words. */
  readonly reason: string | null
  /** Without form feed and NUL; empty unless `state` is `text` or `ocr`. */
  readonly text: string
  /** In PDF points; 0 where the format has no pages. */
  readonly width: number
  readonly height: number
  readonly words: PageWords
  readonly blocks: readonly ReadBlock[]
}

/** What is known of a document once its last page is read. */
export type ReadResult = {
  /** Pages of the document, also those that were skipped. A format without pages counts as one. */
  readonly pages: number
  readonly mediaType: MediaType
  readonly reader: string
  readonly readerVersion: string
  /** Plain sentences: what was found and not read, hidden, or accepted. */
  readonly warnings: readonly string[]
}

export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/html'
  | 'text/markdown'
  | 'text/plain'

/** What is asked of a reader. */
export type ReadRequest = {
  /** File name with extension; decides only between plain text and Markdown. */
  readonly name: string
  readonly password?: string | undefined
  /** Pages that are already in the store (from 1); they are not read again. */
  readonly skipPages?: readonly number[] | undefined
  /** Pages a parser call takes together; smaller loses less when the parser dies, larger knows more of the layout. */
  readonly pagesPerCall?: number | undefined
}

/** No words with boxes: formats without pages have none. */
export function noWords(): PageWords {
  return { starts: new Int32Array(0), ends: new Int32Array(0), boxes: new Float32Array(0) }
}

/** The single page of a format without pages. Text must be free of form feeds. */
export function wholeDocument(text: string, blocks: readonly ReadBlock[], emptyReason: string): ReadPage {
  const empty = text.trim() === ''
  return {
    page: null,
    label: null,
    state: empty ? 'empty' : 'text',
    reason: empty ? emptyReason : null,
    text: empty ? '' : text,
    width: 0,
    height: 0,
    words: noWords(),
    blocks: empty ? [] : blocks,
  }
}

/** Pages are joined by form feeds and NUL ends strings elsewhere, so both become a space. Offsets stay. */
export function withoutPageMarks(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these two control characters are the subject
  return text.replace(/[\f\0]/g, ' ')
}
