import { AssistantError } from '../home/assistant-error.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { ReadingQueue } from './reading-queue.ts'

/**
 * Removes a document with all that was made from it, from the store and from the index, then looks for leftovers in every
 * table. Returns their number, 0; throws `DAMAGED` when something is left.
 */
export async function removeDocument(
  { store, library }: OpenMatter,
  queue: Pick<ReadingQueue, 'forget'>,
  documentId: string,
): Promise<0> {
  const { sha256, bytes } = store.documents.get(documentId, null)
  await queue.forget(documentId)
  await library.drop(documentId)
  const removed = await store.removal.remove(documentId)
  const left = store.removal.countLeft(removed) + library.countRows(documentId)
  store.ledger.append('document-removed', { documentId, sha256, bytes, left })
  if (left > 0)
    throw new AssistantError(
      'DAMAGED',
      `The document is removed, but ${left} traces of it are left. Remove it again, or export and import the matter.`,
    )
  return 0
}
