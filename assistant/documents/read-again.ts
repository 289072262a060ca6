import type { ReadingOptions } from '../../contract/document.ts'
import type { OpenMatter } from '../open-matters.ts'
import { rememberPassword } from '../reading/known-passwords.ts'
import type { ReadingQueue } from '../reading/reading-queue.ts'

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

/** Its bytes are in the store; a document whose bytes never came is read from its file, as a retry does. */
function readAgain({ store }: OpenMatter, queue: ReadingQueue, documentId: string): void {
  const { sha256 } = store.documents.get(documentId, null)
  if (sha256 === '') return queue.retry(documentId)
  store.documents.change(documentId, { state: 'queued', error: null })
  queue.add(documentId, null)
  queue.run()
}
