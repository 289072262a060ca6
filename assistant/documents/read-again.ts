import type { ReadingOptions } from '../../contract/document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { splitKey } from '../reading/reading-options.ts'
import { rememberPassword } from '../reading/known-passwords.ts'
import type { ReadingQueue } from '../reading/queue/reading-queue.ts'
import { readingSource } from '../reading/read-text-version.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Remembers a password for the matter and reads the document that it was given for; the answer is the state it ends in. */
export function unlockDocument(matter: OpenMatter, queue: ReadingQueue, documentId: string, password: string): void {
  rememberPassword(matter.store.settings, password)
  readAgain(matter, queue, documentId)
}

/** Reads a document with its scanned pages treated in another way than those of the matter. */
export function recogniseDocument(
  matter: OpenMatter,
  queue: ReadingQueue,
  documentId: string,
  ocr: ReadingOptions['ocr'] | null,
): void {
  // What was wanted of single pages gives way to what is wanted of all.
  matter.store.documents.change(documentId, { ocr, ocrPages: [] })
  readAgain(matter, queue, documentId)
}

/** Reads pages of a document (from 1) by text recognition instead of by their own text, and no other page. Throws `WRONG_USE`. */
export function recognisePages(
  matter: OpenMatter,
  queue: ReadingQueue,
  documentId: string,
  pages: readonly number[],
): void {
  const row = matter.store.documents.get(documentId, null)
  checkPages(matter, row, pages)
  const ocrPages = [...new Set([...row.ocrPages, ...pages])].toSorted((one, other) => one - other)
  readPagesAgain(matter, queue, { ...row, ocrPages }, pages)
}

/** Takes pages that a person wanted read by OCR back to their own text, and reads no other page. Throws `WRONG_USE`. */
export function takeOwnText(
  matter: OpenMatter,
  queue: ReadingQueue,
  documentId: string,
  pages: readonly number[],
): void {
  const row = matter.store.documents.get(documentId, null)
  checkPages(matter, row, pages)
  const unasked = pages.filter((page) => !row.ocrPages.includes(page))
  if (unasked.length > 0)
    throw new Failure(
      'WRONG_USE',
      message('failures.documents.notReadByOcr', {
        pages: { all: unasked.map(String) },
        count: unasked.length,
        document: row.document,
      }),
    )
  const ocrPages = row.ocrPages.filter((page) => !pages.includes(page))
  readPagesAgain(matter, queue, { ...row, ocrPages }, pages)
}

/** Reads these pages of a document in the way that `row` says, which becomes its own. */
function readPagesAgain(matter: OpenMatter, queue: ReadingQueue, row: DocumentRow, pages: readonly number[]): void {
  const { documents, database } = matter.store
  const { documentId, ocrPages } = row
  database.transaction(() => {
    documents.change(documentId, { ocrPages })
    beginWithout(matter, row, pages)
  })
  readAgain(matter, queue, documentId)
}

/** Tries again what was of no type that could be read. */
export function readUnsupported({ store }: OpenMatter, queue: ReadingQueue): void {
  for (const { documentId, state } of store.documents.list(null)) if (state === 'unsupported') queue.retry(documentId)
}

/**
 * Tries again what failed: one document, or (null) all where another try makes sense. `limitMs`: how long it may take then. Of a
 * partial document only the pages that failed are read again.
 */
export function retryReading(
  matter: OpenMatter,
  queue: ReadingQueue,
  documentId: string | null,
  limitMs: number | null,
): void {
  const row = documentId === null ? null : matter.store.documents.get(documentId, null)
  if (row?.state !== 'partial') return queue.retry(documentId, limitMs)
  forgetFailedPages(matter, row)
  readAgain(matter, queue, row.documentId, limitMs)
}

function forgetFailedPages(matter: OpenMatter, row: DocumentRow): void {
  const rows = row.textVersionId === null ? [] : matter.store.pages.list(row.textVersionId)
  const failed = rows.flatMap(({ state, page }) => (state === 'failed' ? [page ?? 1] : []))
  matter.store.database.transaction(() => beginWithout(matter, row, failed))
}

/**
 * Begins a reading that takes over the pages that are shown, but for some, where these were read in the same way. The document
 * goes on showing what it shows until the new reading is complete.
 */
function beginWithout({ store }: OpenMatter, row: DocumentRow, pages: readonly number[]): void {
  const { textVersionId } = row
  if (textVersionId === null) return
  const shown = store.textVersions.get(textVersionId)
  if (shown.sha256 !== row.sha256) return
  const source = readingSource(store.settings, row)
  const { id } = store.textVersions.begin(source, true)
  const [before, now] = [splitKey(shown.options), splitKey(source.options)]
  if (before.rest !== now.rest || shown.reader !== source.reader) return
  const asked = now.pages.filter((page) => !before.pages.includes(page))
  store.pages.takeOver(id, textVersionId, [...pages, ...asked])
}

function checkPages({ store }: OpenMatter, row: DocumentRow, pages: readonly number[]): void {
  const { document, mediaType, textVersionId } = row
  if (textVersionId === null) throw new Failure('WRONG_USE', message('failures.documents.notReadForOcr', { document }))
  if (mediaType !== 'application/pdf')
    throw new Failure('WRONG_USE', message('failures.documents.ocrOfPdfOnly', { document }))
  const last = store.pages.list(textVersionId).length
  const beyond = pages.filter((page) => page > last)
  if (beyond.length > 0)
    throw new Failure(
      'WRONG_USE',
      message('failures.documents.noPage', { page: { any: beyond.map(String) }, document, last }),
    )
}

/** Its bytes are in the store; a document whose bytes never came is read from its file, as a retry does. */
function readAgain(
  { store }: OpenMatter,
  queue: ReadingQueue,
  documentId: string,
  limitMs: number | null = null,
): void {
  const { sha256 } = store.documents.get(documentId, null)
  if (sha256 === '') return queue.retry(documentId, limitMs)
  store.documents.change(documentId, { state: 'queued', error: null })
  queue.add(documentId, null, limitMs)
  queue.run()
}
