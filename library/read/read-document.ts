import { openZipParts } from './archive/zip-parts.ts'
import { detectType, nameWarning, zipType } from './detect-type.ts'
import { type MediaType, mediaTypeWords } from './media-type.ts'
import { ReadFailedError, unsupportedFailure } from './read-failure.ts'
import type { ReadLimits } from './read-limits.ts'
import { createLegibility } from './create-legibility.ts'
import type { ReadPage, ReadRequest, ReadResult } from './read-page.ts'
import { type FormatRead, isAttached, type ReadItem } from './read-source.ts'
import { READERS } from './readers.ts'

/**
 * Reads a document of a type found by its content, page by page in order. Throws `ReadFailedError`. Runs untrusted
 * bytes through native parsers: call it only in the reader process (`library/reader.ts`).
 */
export async function* readDocument(
  bytes: Buffer,
  request: ReadRequest,
  limits: ReadLimits,
  signal: AbortSignal,
): AsyncGenerator<ReadItem, ReadResult, void> {
  const detected = detectType(bytes, request.name)
  const zip = detected === 'zip' ? await openZipParts(bytes, limits) : null
  const mediaType = detected === 'zip' ? await zipType(zip!, request.name) : detected
  const found = READERS[mediaType]
  if (!found) throw unreadType(mediaType, request.name)
  const readFormat = await found.load()
  signal.throwIfAborted()
  const legibility = createLegibility(request.noticed)
  const { pages, warnings } = yield* noted(
    readFormat({ bytes, mediaType, zip, request, limits, signal }),
    legibility.note,
  )
  const mismatch = nameWarning(request.name, mediaType)
  const { reader, readerVersion } = found
  const all = [...(mismatch === null ? [] : [mismatch]), ...warnings, ...legibility.warnings()]
  return { pages, mediaType, reader, readerVersion, warnings: all }
}

async function* noted(
  reading: AsyncGenerator<ReadItem, FormatRead, void>,
  note: (page: ReadPage) => ReadPage,
): AsyncGenerator<ReadItem, FormatRead, void> {
  try {
    for (;;) {
      const next = await reading.next()
      if (next.done) return next.value
      yield isAttached(next.value) ? next.value : note(next.value)
    }
  } finally {
    // Also where whoever reads has left early.
    await reading.return(undefined as never)
  }
}

function unreadType(mediaType: MediaType, name: string): ReadFailedError {
  const { plural, saveAs } = mediaTypeWords(mediaType)
  const { failure } = unsupportedFailure(
    plural,
    saveAs === undefined ? undefined : `Save it as ${saveAs} and add that.`,
  )
  return new ReadFailedError(failure, { unread: { mediaType, nameWarning: nameWarning(name, mediaType) } })
}
