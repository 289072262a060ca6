import type { OpenMatter } from '../home/open-matters.ts'
import { shownState } from './document-coverage.ts'

/** From now on a document shows this complete reading, in the store and in the index, and is what its pages make it. */
export async function publishReading(
  { store, library }: OpenMatter,
  documentId: string,
  textVersionId: number,
): Promise<'ready' | 'partial'> {
  const shown = shownState(store, textVersionId)
  const { sha256, bytes } = store.documents.get(documentId, null)
  // First, so that a kill between the two leaves an entry too many rather than a document that nobody recorded.
  store.ledger.append('document-added', { documentId, sha256, bytes, state: shown.state })
  store.database.transaction(() => {
    store.documents.publish(documentId, textVersionId)
    store.documents.change(documentId, shown)
  })
  await library.take(documentId)
  return shown.state
}
