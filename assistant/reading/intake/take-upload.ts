import { extname } from 'node:path'
import type { Original } from '../../../store/matter/originals.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { folderLabel } from './find-files.ts'
import type { ReadingQueue } from '../queue/reading-queue.ts'

export type Upload = {
  /** As the page knows it: a file's name, or a path that begins with the name of the folder that was dropped. */
  readonly path: string
  readonly original: Original
  readonly addedAt: string
}

/**
 * Makes a document of what was sent and queues it; returns its id. The file of a folder that was dropped before gets its new
 * bytes. Of single files only the name is known, and two of one name may be different documents: other bytes become
 * "name (2)", so that none takes the place of another without a word.
 *
 * What the user removed comes back when its folder is dropped again. Of a folder that is added by its path it stays out (`left-out.ts`),
 * but a page sends no path and no date by which a file could be known to be that one and unchanged, and nothing is sent that
 * was not dropped. Removing such a document therefore does not say that its file is left out from now on.
 */
export async function takeUpload(
  { store }: OpenMatter,
  queue: ReadingQueue,
  { path, original, addedAt }: Upload,
): Promise<string> {
  const { documents, settings } = store
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  const folder = parts.length > 1 ? (parts[0] as string) : 'sent'
  const root = folderLabel(settings, `sent:${parts.length > 1 ? folder : ''}`, folder)
  const within =
    parts.length > 1 ? parts.slice(1).join('/') : freeName(documents, root, parts[0] ?? 'unnamed', original.sha256)
  const bytes = original.bytes
  const documentId = documents.add({ root, path: within, state: 'queued', mediaType: '', bytes, addedAt })
  // What is being read of it has other bytes, and could not be shown any more.
  await queue.forget(documentId)
  documents.setContent(documentId, original.sha256)
  documents.change(documentId, { state: 'queued', error: null })
  queue.add(documentId, null)
  return documentId
}

/** The name itself where it is free or has the same bytes, else with the first number that is. */
function freeName(documents: OpenMatter['store']['documents'], root: string, name: string, sha256: string): string {
  const taken = new Map(documents.list(null).flatMap((row) => (row.root === root ? [[row.path, row.sha256]] : [])))
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`
    const present = taken.get(candidate)
    if (present === undefined || present === sha256) return candidate
  }
}
