import { detectType, nameWarning, zipType } from './detect-type.ts'
import { gateFailure } from './read-failure.ts'
import { readDocx } from './word/read-docx.ts'
import { readHtml } from './web/read-html.ts'
import { BYTES_PER_MB, type ReadLimits } from './read-limits.ts'
import type { MediaType, ReadPage, ReadRequest, ReadResult } from './read-page.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readText, type ReadText } from './text/read-text.ts'
import { openZipParts, type ZipParts } from './archive/zip-parts.ts'

/** Who reads what. The number after `+` is ours: it changes when the same bytes give another text than before. */
export const READERS = {
  pdf: { reader: 'liteparse', readerVersion: '2.14.7+1' },
  docx: { reader: 'mammoth', readerVersion: '1.13.0+1' },
  html: { reader: 'htmlparser2', readerVersion: '12.0.0+1' },
  text: { reader: 'text', readerVersion: '1' },
} as const

/**
 * Reads a document of a type found by its content, page by page in order. Throws `ReadFailedError`. Runs untrusted
 * bytes through native parsers: call it only in the reader process (`library/reader.ts`).
 */
export async function* readDocument(
  bytes: Buffer,
  request: ReadRequest,
  limits: ReadLimits,
  signal: AbortSignal,
): AsyncGenerator<ReadPage, ReadResult, void> {
  const detected = detectType(bytes, request.name)
  const zip = detected === 'zip' ? await openZipParts(bytes, limits) : undefined
  const mediaType = detected === 'zip' ? zipType(zip!.names, request.name) : detected
  const mismatch = nameWarning(request.name, mediaType)
  const warnings = mismatch === null ? [] : [mismatch]
  if (mediaType === 'application/pdf') {
    const { pages, warnings: more } = yield* readPdf(bytes, request, limits, signal)
    return { pages, mediaType, ...READERS.pdf, warnings: [...warnings, ...more] }
  }
  const { page, warnings: more } = await readWhole(bytes, mediaType, zip, limits)
  signal.throwIfAborted()
  yield page
  const version = zip ? READERS.docx : mediaType === 'text/html' ? READERS.html : READERS.text
  return { pages: 1, mediaType, ...version, warnings: [...warnings, ...more] }
}

async function readWhole(
  bytes: Buffer,
  mediaType: Exclude<MediaType, 'application/pdf'>,
  zip: ZipParts | undefined,
  limits: ReadLimits,
): Promise<ReadText> {
  if (zip) return readDocx(zip, limits)
  if (mediaType === 'text/html') return readHtml(bytes, limits)
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.textMb)
    throw gateFailure('The text is too large', { value: sizeMb, limit: limits.textMb, unit: 'MB' })
  return readText(bytes, mediaType === 'text/markdown')
}
