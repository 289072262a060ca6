import type { ReadingOptions } from '../../contract/document.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { FoundFile } from './find-files.ts'
import { folderLabel } from './folder-labels.ts'
import type { ReadingQueue } from './reading-queue.ts'

export type QueueFileOptions = {
  readonly matter: OpenMatter
  readonly queue: ReadingQueue
  readonly now: () => Date
  /** How scanned pages of the file are read; null: as before, or as in the whole matter. */
  readonly ocr?: ReadingOptions['ocr'] | null
}

/** Makes a document of a file where there is none yet, and queues it; gives its id. */
export function queueFile(
  { file, folder, path, bytes, modifiedMs }: FoundFile,
  { matter, queue, now, ocr = null }: QueueFileOptions,
): string {
  const { documents, settings } = matter.store
  const root = folderLabel(settings, folder)
  const addedAt = now().toISOString()
  const documentId = documents.add({ root, path, state: 'queued', mediaType: '', bytes, addedAt })
  documents.change(documentId, ocr === null ? { modifiedMs } : { modifiedMs, ocr })
  queue.add(documentId, file)
  return documentId
}
