import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { findDocument } from './find-document.ts'

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
