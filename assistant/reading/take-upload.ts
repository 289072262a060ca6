import type { Original } from '../../store/matter/originals.ts'
import type { OpenMatter } from '../open-matters.ts'
import { folderLabel } from './folder-labels.ts'
import type { ReadingQueue } from './reading-queue.ts'

export type Upload = {
  /** As the page knows it: a file's name, or a path that begins with the name of the folder that was dropped. */
  readonly path: string
  readonly original: Original
  readonly addedAt: string
}

/** Makes a document of what was sent, or gives the one of that path its new bytes, and queues it. Returns its id. */
export async function takeUpload(
  { store }: OpenMatter,
  queue: ReadingQueue,
  { path, original, addedAt }: Upload,
): Promise<string> {
  const { documents, settings } = store
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  const folder = parts.length > 1 ? (parts[0] as string) : 'sent'
  const root = folderLabel(settings, `sent:${parts.length > 1 ? folder : ''}`, folder)
  const within = (parts.length > 1 ? parts.slice(1) : parts).join('/') || 'unnamed'
  const bytes = original.bytes
  const documentId = documents.add({ root, path: within, state: 'queued', mediaType: '', bytes, addedAt })
  // What is being read of it has other bytes, and could not be shown any more.
  await queue.forget(documentId)
  documents.setContent(documentId, original.sha256)
  documents.change(documentId, { state: 'queued', error: null })
  queue.add(documentId, null)
  return documentId
}
