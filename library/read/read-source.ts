import type { ZipParts } from './archive/open-zip.ts'
import type { MediaType } from './media-type.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadPage, ReadRequest, ReadResult } from './read-page.ts'
import type { Notice } from '../../contract/document.ts'

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
  readonly warnings: readonly Notice[]
}

/** Reads one format. Throws `ReadFailedError`. */
export type ReadFormat = (source: ReadSource) => AsyncGenerator<ReadItem, FormatRead, void>

export function isAttached(item: ReadItem): item is AttachedPiece {
  return 'attached' in item
}

/** Reads a document to its end: all its pages, without the files inside it, and what is known of the whole. */
export async function readWhole(
  items: AsyncGenerator<ReadItem, ReadResult, void>,
): Promise<{ readonly pages: readonly ReadPage[]; readonly result: ReadResult }> {
  const pages: ReadPage[] = []
  for (;;) {
    const next = await items.next()
    if (next.done) return { pages, result: next.value }
    if (!isAttached(next.value)) pages.push(next.value)
  }
}

/** For formats without pages: one page and its warnings. */
export type WholeRead = { readonly page: ReadPage; readonly warnings: readonly Notice[] }

/** Makes the reader of a format without pages. */
export function readsWhole(read: (source: ReadSource) => WholeRead | Promise<WholeRead>): ReadFormat {
  return async function* (source) {
    const { page, warnings } = await read(source)
    source.signal.throwIfAborted()
    yield page
    return { pages: 1, warnings }
  }
}

/**
 * A piece of a file that lies inside the document (an attachment, an entry of an archive) and becomes a document of its own.
 * The pieces of one file follow each other; the last one has `isLast`.
 */
export type AttachedPiece = {
  /** Its name, or its path with forward slashes, inside the document: clean and used by one file only (`attachedNames`). */
  readonly attached: string
  readonly piece: Uint8Array
  readonly isLast: boolean
}

const PIECE_BYTES = 4 * 2 ** 20
const LONGEST_NAME = 200

/** A whole file in pieces of 4 MiB. */
export function* attachedPieces(attached: string, bytes: Uint8Array): Generator<AttachedPiece> {
  for (let from = 0; from === 0 || from < bytes.length; from += PIECE_BYTES)
    yield { attached, piece: bytes.subarray(from, from + PIECE_BYTES), isLast: from + PIECE_BYTES >= bytes.length }
}

/**
 * Gives each file inside a document a clean name of its own: no way up, no empty parts, no control characters; the second of
 * a name becomes "name (2).pdf". A file without a name is called `fallback`.
 */
export function createAttachedNames(): (given: string | undefined, fallback: string) => string {
  const taken = new Set<string>()
  return (given, fallback) => {
    const clean = cleanPath(given ?? '') || fallback
    const dot = clean.lastIndexOf('.')
    const [stem, ending] = dot > clean.lastIndexOf('/') + 1 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, '']
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? clean : `${stem} (${number})${ending}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}

function cleanPath(path: string): string {
  return path
    .toWellFormed()
    .split(/[/\\]/)
    .map((part) => part.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => (part.length <= LONGEST_NAME ? part : shortened(part)))
    .join('/')
}

/** Cut in the middle: the ending tells the type, the beginning what it is. */
function shortened(part: string): string {
  return `${part.slice(0, LONGEST_NAME - 30)}\u2026${part.slice(-29)}`.toWellFormed()
}
