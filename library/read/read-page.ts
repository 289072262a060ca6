import type { MediaType } from './media-type.ts'
import type { Notice } from '../../contract/document.ts'
import { type Message, message } from '../../wording/message.ts'
import type { Messages } from '../../wording/translate.ts'

/** A part of a page's text, `start` to `end` in UTF-16 units of that text. Blocks are in order and do not overlap. */
export type ReadBlock = {
  readonly start: number
  readonly end: number
  /**
   * `header` and `footer` are lines at the edge of a page that come again on others; `other` is what the layout left out
   * and what was filled in; `note` a footnote, or what was laid over the page (a comment, a mark, a stamp). In a `table`
   * rows end with a line feed and cells are parted by a tab. `quoted` is text of an earlier message.
   */
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list-item'
    | 'table'
    | 'code'
    | 'header'
    | 'footer'
    | 'other'
    | 'note'
    | 'quoted'
  /**
   * Heading: 1 to 6. List item: depth from 1. Table: how many of its first rows are its head. Note: 1 for a footnote or an endnote, 0 for what
   * was laid over the page. Quoted: how often. Else 0.
   */
  readonly level: number
  /** A table of a spreadsheet: its first cell ("B4"). Each of its lines is then one row of the sheet, without a gap. */
  readonly firstCell?: string
}

/** Where words stand: the n-th word is `starts[n]` to `ends[n]` in the page's text, in the n-th box. */
export type PageWords = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Four numbers a word: x, y, width, height in PDF points from the top left of the page as it is shown. */
  readonly boxes: Float32Array
  /** From OCR: how sure of each word, 0 to 100. Null where the letters come from the file. */
  readonly confidences: Uint8Array | null
}

/** A tracked change or a comment of the file, or the number in front of a paragraph that its program counts, `start` to `end` in the text of the page; of what is not in the text its place. */
export type PageMark = {
  readonly kind: 'inserted' | 'deleted' | 'moved-here' | 'moved-away' | 'comment' | 'number'
  readonly start: number
  readonly end: number
  readonly by: string
  /** ISO 8601, as in the file; empty where it does not say. */
  readonly date: string
  /** The words that were inserted or deleted; what a comment says; the number. */
  readonly text: string
  /** The words that a comment is about; else empty. */
  readonly about: string
}

/** One page as it was read, or the whole document where the format has no pages (`page` null). */
export type ReadPage = {
  /** From 1. */
  readonly page: number | null
  /** Pages of the document, where the reader knows it before the end. */
  readonly of?: number
  /** The number printed on the page as the file gives it ("iv"). */
  readonly label: string | null
  readonly state: 'text' | 'ocr' | 'empty' | 'failed'
  /** Why it is empty or failed, or where its text is from. */
  readonly reason: Message | null
  /** Without form feed and NUL; empty unless `state` is `text` or `ocr`. */
  readonly text: string
  /** In PDF points; 0 where the format has no pages. */
  readonly width: number
  readonly height: number
  readonly words: PageWords
  readonly blocks: readonly ReadBlock[]
  /** In order; only of formats whose marks have a place (DOCX, ODT), and only where there are any. Not stored. */
  readonly marks?: readonly PageMark[]
  /** Its part in the warnings of the whole document. */
  readonly noticed?: PageNoticed
}

/** What a page of a PDF adds to the warnings of its document, which are told once for all pages. */
export type PageNoticed = {
  readonly kinds: readonly ('scanned' | 'failed' | 'garbled' | 'hidden' | 'invisible' | 'patched' | 'ocr' | 'hard')[]
  readonly words: number
  readonly appendedWords: number
}

/** What is known of a document once its last page is read. */
export type ReadResult = {
  /** Pages of the document, also those that were skipped. A format without pages counts as one. */
  readonly pages: number
  readonly mediaType: MediaType
  readonly reader: string
  readonly readerVersion: string
  /** What was found and not read, hidden, or accepted. */
  readonly warnings: readonly Notice[]
}

export type OcrRequest = {
  /** `auto`: pages without a text layer worth the name; `always`: every page, beside the text layer; `never`: `pages` alone. */
  readonly mode: 'auto' | 'always' | 'never'
  /** Pages of a PDF (from 1) that are recognised whatever their text layer is, and instead of it. */
  readonly pages?: readonly number[]
  /** Folder of `*.traineddata` files. */
  readonly dataFolder: string
  /** Tesseract's names ("eng", "deu"); empty: detected among those whose data is there. */
  readonly languages: readonly string[]
}

/** What is asked of a reader. */
export type ReadRequest = {
  /** File name with extension; decides only between kinds of plain text. */
  readonly name: string
  readonly password?: string | undefined
  /** How pages without text are recognised; without it none is. */
  readonly ocr?: OcrRequest | undefined
  /** Pages that are already in the store (from 1); they are not read again. */
  readonly skipPages?: readonly number[] | undefined
  /** Those of them that failed: the parser is kept away from them, since one may have killed it. */
  readonly failedPages?: readonly number[] | undefined
  /** What was noticed on the pages that are not read again, for the warnings of the whole. */
  readonly noticed?: readonly (PageNoticed & { readonly page: number })[] | undefined
  /** Pages a parser call takes together; smaller loses less when the parser dies, larger knows more of the layout. */
  readonly pagesPerCall?: number | undefined
}

/** No words with boxes: formats without pages have none. */
export function noWords(): PageWords {
  return { starts: new Int32Array(0), ends: new Int32Array(0), boxes: new Float32Array(0), confidences: null }
}

/** Why a page has no text, or where its text is from. */
export type PageReason = {
  [Name in keyof Messages['reading']['pages']]: Messages['reading']['pages'][Name] extends `${string}{${string}`
    ? never
    : Name
}[keyof Messages['reading']['pages']]

export function pageReason(reason: PageReason): Message {
  return message(`reading.pages.${reason}`)
}

/** The single page of a format without pages. Text must be free of form feeds. */
export function wholeDocument(text: string, blocks: readonly ReadBlock[], emptyReason: PageReason): ReadPage {
  const empty = text.trim() === ''
  return {
    page: null,
    label: null,
    state: empty ? 'empty' : 'text',
    reason: empty ? pageReason(emptyReason) : null,
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
