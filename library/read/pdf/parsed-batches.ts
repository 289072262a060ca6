import type { PdfParser } from './pdf-parser.ts'
import type { ParsedPages } from './pdfjs-pages.ts'

export type ParsedBatch = {
  readonly parsed: ParsedPages
  /** Those of its pages that are to be read; the last may lie beyond the document. */
  readonly wanted: readonly number[]
}

export type BatchOptions = {
  readonly perCall: number
  /** Pages that have been read before. */
  readonly done: ReadonlySet<number>
  /** Pages that are not even looked at: one of them may have killed the parser. */
  readonly untouched: ReadonlySet<number>
  /** Throws for a number of pages that is not read. */
  readonly checkPages: (pages: number) => void
  /** Whether the next batch is parsed, on the parser's own thread, while the caller works on one. */
  readonly isAhead: boolean
}

/** Beyond every document: only the number of pages comes back. */
const NO_PAGE = [1_000_000]

/**
 * The pages of a document in order, `perCall` at a time. Where a batch holds one page to be read, it is parsed as a whole
 * and after the one before it, so that what depends on the pages around comes out as if nothing had been read before.
 */
export async function* parsedBatches(
  parser: PdfParser,
  options: BatchOptions,
): AsyncGenerator<ParsedBatch, void, void> {
  const { perCall, done, untouched, checkPages, isAhead } = options
  const pagesFrom = (first: number, pages = Infinity) => {
    const all = Array.from({ length: Math.max(0, Math.min(perCall, pages - first + 1)) }, (_, at) => first + at)
    return all.filter((page) => !untouched.has(page))
  }
  const isWanted = (page: number) => !done.has(page)
  const isNeeded = (first: number, pages?: number) => pagesFrom(first, pages).some(isWanted)

  async function parse(asked: readonly number[], isFirst: boolean): Promise<ParsedBatch> {
    // The metadata cost 80 ms a call, whatever the pages.
    const parsed = await parser.parse(asked.length > 0 ? asked : NO_PAGE, { extractDocumentMetadata: isFirst })
    return { parsed, wanted: asked.filter(isWanted) }
  }

  // The number of pages is known only after a first call.
  let first = 1
  let batch: Promise<ParsedBatch> | undefined = parse(isNeeded(1) || isNeeded(1 + perCall) ? pagesFrom(1) : [], true)
  while (batch) {
    const now: ParsedBatch = await batch
    const pages = now.parsed.totalPages
    checkPages(pages)
    const next = (): Promise<ParsedBatch> | undefined => {
      for (first += perCall; first <= pages; first += perCall)
        if (isNeeded(first, pages) || isNeeded(first + perCall, pages)) return parse(pagesFrom(first, pages), false)
      return undefined
    }
    const ahead = isAhead ? next() : undefined
    // It fails where it is waited for, which a caller that leaves early does not do.
    ahead?.catch(() => {})
    yield now
    batch = isAhead ? ahead : next()
  }
}
