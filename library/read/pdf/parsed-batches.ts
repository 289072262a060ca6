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
  /** So many batches are parsed, or wait for the parser's own thread, while the caller works on one. */
  readonly ahead: number
  /** Whether the first batch comes with the document's metadata. */
  readonly hasMetadata: boolean
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
  const { perCall, done, untouched, checkPages, ahead, hasMetadata } = options
  const pagesFrom = (first: number, pages = Infinity) => {
    const all = Array.from({ length: Math.max(0, Math.min(perCall, pages - first + 1)) }, (_, at) => first + at)
    return all.filter((page) => !untouched.has(page))
  }
  const isWanted = (page: number) => !done.has(page)
  const isNeeded = (first: number, pages?: number) => pagesFrom(first, pages).some(isWanted)

  async function parse(asked: readonly number[], extractDocumentMetadata = false): Promise<ParsedBatch> {
    const parsed = await parser.parse(asked.length > 0 ? asked : NO_PAGE, { extractDocumentMetadata })
    return { parsed, wanted: asked.filter(isWanted) }
  }
  function* callsAfter(first: number, pages: number): Generator<Promise<ParsedBatch>, void, void> {
    for (let next = first + perCall; next <= pages; next += perCall)
      if (isNeeded(next, pages) || isNeeded(next + perCall, pages)) yield parse(pagesFrom(next, pages))
  }

  // The number of pages is known only after a first call.
  const first = await parse(isNeeded(1) || isNeeded(1 + perCall) ? pagesFrom(1) : [], hasMetadata)
  const { totalPages } = first.parsed
  checkPages(totalPages)
  const calls = callsAfter(1, totalPages)
  const underWay: Promise<ParsedBatch>[] = []
  const fillTo = (count: number) => {
    while (underWay.length < count) {
      const { value: call } = calls.next()
      if (!call) return
      // It fails where it is waited for, which a caller that leaves early does not do.
      call.catch(() => {})
      underWay.push(call)
    }
  }
  let now: ParsedBatch | undefined = first
  while (now) {
    fillTo(ahead)
    yield now
    fillTo(1)
    now = await underWay.shift()
  }
}
