import type { AttachedPiece } from './attached-piece.ts'
import type { ZipParts } from './archive/zip-parts.ts'
import type { MediaType } from './media-type.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadPage, ReadRequest } from './read-page.ts'
import type { ReadWarning } from './read-warning.ts'

/** What every reader of a format is given. */
export type ReadSource = {
  readonly bytes: Buffer
  readonly mediaType: MediaType
  /** The parts of a format inside a zip container, else null. */
  readonly zip: ZipParts | null
  readonly request: ReadRequest
  readonly limits: ReadLimits
  readonly signal: AbortSignal
}

/** Pages in order, and the files inside the document. */
export type ReadItem = ReadPage | AttachedPiece

/** What a reader knows after its last page. */
export type FormatRead = {
  /** Pages of the document, also those that were skipped. A format without pages counts as one. */
  readonly pages: number
  /** What was found and not read, hidden, or accepted. */
  readonly warnings: readonly ReadWarning[]
}

/** Reads one format. Throws `ReadFailedError`. */
export type ReadFormat = (source: ReadSource) => AsyncGenerator<ReadItem, FormatRead, void>

export function isAttached(item: ReadItem): item is AttachedPiece {
  return 'attached' in item
}

/** For formats without pages: one page and its warnings. */
export type WholeRead = { readonly page: ReadPage; readonly warnings: readonly ReadWarning[] }

/** Makes the reader of a format without pages. */
export function readsWhole(read: (source: ReadSource) => WholeRead | Promise<WholeRead>): ReadFormat {
  return async function* readWhole(source) {
    const { page, warnings } = await read(source)
    source.signal.throwIfAborted()
    yield page
    return { pages: 1, warnings }
  }
}
