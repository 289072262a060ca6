import { extname } from 'node:path'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { Original } from '../../store/matter/originals.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { ReadingQueue } from '../reading/queue/reading-queue.ts'
import { leaveOut } from '../reading/intake/left-out.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { findDocument } from './find-document.ts'

type Replacement = {
  /** As the user knows it; its ending tells what kind of text it is. */
  readonly name: string
  readonly original: Original
}

/**
 * Makes a file the new version of a document, and queues it. The old version stays for comparing and for the answers that cite it. Where
 * the document came from a folder, the file there is passed over until it changes.
 */
export async function replaceDocument(
  { store }: Pick<OpenMatter, 'store'>,
  queue: ReadingQueue,
  documentId: string,
  { name, original }: Replacement,
): Promise<void> {
  const { documents, settings } = store
  const row = replaceable(documents.get(documentId, null))
  // What is being read of it has other bytes, and could not be shown any more.
  await queue.forget(documentId)
  store.database.transaction(() => {
    if (row.modifiedMs !== null) leaveOut(settings, row.root, row.path, row, 'replaced')
    const path = pathFor(row, name, (free) => documents.at(row.root, free) === null)
    if (path !== row.path) documents.move(documentId, path)
    documents.setContent(documentId, original.sha256)
    documents.change(documentId, { state: 'queued', error: null, modifiedMs: null, mediaType: '', notices: [] })
  })
  queue.add(documentId, null)
}

/** Throws `WRONG_USE` for one that lies in another: that one would bring the old file back. */
export function replaceable(row: DocumentRow): DocumentRow {
  if (row.parent !== null)
    throw new Failure('WRONG_USE', message('failures.documents.insideAnother', { document: row.document }))
  return row
}

/** Its own path, with the ending of the file that takes its place. */
function pathFor({ path }: DocumentRow, name: string, isFree: (path: string) => boolean): string {
  const ending = extname(name)
  if (ending.toLowerCase() === extname(path).toLowerCase()) return path
  const stem = path.slice(0, path.length - extname(path).length)
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? `${stem}${ending}` : `${stem} (${number})${ending}`
    if (isFree(candidate)) return candidate
  }
}

/**
 * Removes what is kept of a document from before its file was replaced. Where an answer or a fact cites that version, or another document has
 * its bytes, these stay (`kept`), and are no longer compared. Overwritten on the disk when it returns. Throws `NOT_FOUND` where nothing is kept.
 */
export async function removePrevious(
  matter: OpenMatter,
  nameOrId: string,
): Promise<{ readonly document: string; readonly kept: boolean }> {
  const { documents, originals, removal, textVersions, database, ledger } = matter.store
  const { document, documentId, previous } = findDocument(matter, nameOrId)
  if (previous === null) throw new Failure('NOT_FOUND', message('failures.comparison.noPrevious', { document }))
  const { sha256 } = textVersions.get(previous.textVersion)
  database.transaction(() => {
    documents.forgetPrevious(documentId)
    removal.forgetFound()
  })
  await originals.sweepOne(sha256)
  database.flush()
  const kept = originals.find(sha256) !== null
  ledger.append('version-removed', { documentId, sha256, bytes: previous.bytes, kept })
  return { document, kept }
}
