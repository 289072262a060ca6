import type { ReadingOptions } from '../../contract/document.ts'
import type { OpenMatter } from '../open-matters.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { rememberPassword } from '../reading/known-passwords.ts'
import type { ReadingQueue } from '../reading/reading-queue.ts'
import { readingSource } from '../reading/reading-source.ts'

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
  matter.store.documents.change(documentId, { ocr })
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

/** The document goes on showing what it shows until the new reading is complete. */
function forgetFailedPages({ store }: OpenMatter, row: DocumentRow): void {
  const { textVersionId } = row
  if (textVersionId === null || store.textVersions.get(textVersionId).sha256 !== row.sha256) return
  store.database.transaction(() => {
    const source = readingSource(store.settings, row)
    const shown = store.textVersions.get(textVersionId)
    const isSame = shown.options === source.options && shown.reader === source.reader
    const { id } = store.textVersions.begin(source, true)
    if (isSame) store.pages.takeOver(id, textVersionId)
  })
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
