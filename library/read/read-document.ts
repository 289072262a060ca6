import { message } from '../../wording/message.ts'
import type { Notice } from '../../contract/document.ts'
import { openZipParts } from './archive/open-zip.ts'
import { detectType, nameWarning, zipType } from './detect-type.ts'
import { type MediaType, mediaTypeWords } from './media-type.ts'
import { ReadFailedError, unsupportedFailure } from './read-failure.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadPage, ReadRequest, ReadResult } from './read-page.ts'
import { type FormatRead, isAttached, type ReadItem } from './read-source.ts'
import { namedAtMost, warning } from './read-warning.ts'
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
  const { words, saveAs } = mediaTypeWords(mediaType)
  const advice = saveAs && message('unread.advice.saveAs', { formats: { any: saveAs } })
  const { failure } = unsupportedFailure(words, advice)
  return new ReadFailedError(failure, { unread: { mediaType, nameWarning: nameWarning(name, mediaType) } })
}

/** Looks at how well the pages of one document were recognised. */
interface Legibility {
  /** The page; one that is hard to read says so in what was noticed on it. */
  note(page: ReadPage): ReadPage
  warnings(): readonly Notice[]
}

/** Clean print reads with 90 and more (mean over the letters of a page); below this, words are wrong on every line. */
const HARD_TO_READ = 75
const NAMED_PAGES = 10

/** `noticed`: on pages that were read before, which the warnings cover too. */
export function createLegibility(noticed: ReadRequest['noticed'] = []): Legibility {
  const found = noticed.flatMap(({ page, kinds }) => (kinds.includes('hard') ? [page] : []))
  return {
    note(page) {
      if (page.state !== 'ocr' || meanConfidence(page) >= HARD_TO_READ) return page
      found.push(page.page ?? 1)
      const { kinds = [], words = 0, appendedWords = 0 } = page.noticed ?? {}
      return { ...page, noticed: { kinds: [...kinds, 'hard'], words, appendedWords } }
    },
    warnings() {
      if (found.length === 0) return []
      const hard = found.toSorted((one, other) => one - other)
      const pages = namedAtMost(NAMED_PAGES, hard.map(String))
      return [warning('low-confidence', message('reading.notices.hardToRead', { count: hard.length, pages }))]
    },
  }
}

function meanConfidence({ words: { starts, ends, confidences } }: ReadPage): number {
  if (!confidences) return 100
  let letters = 0
  let sure = 0
  for (const [word, confidence] of confidences.entries()) {
    const length = (ends[word] ?? 0) - (starts[word] ?? 0)
    letters += length
    sure += length * confidence
  }
  return letters === 0 ? 100 : sure / letters
}
