import type { Answer } from '../../contract/answers/answer.ts'
import type { Coverage } from '../../contract/document.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { PageRow } from '../../store/matter/pages.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { followHighlights } from './follow-highlights.ts'

/** From now on a document shows this complete reading, in the store and in the index, and is what its pages make it. */
export async function publishReading(
  matter: OpenMatter,
  documentId: string,
  textVersionId: number,
): Promise<'ready' | 'partial'> {
  const { store, library } = matter
  const shown = shownState(store, textVersionId)
  const { sha256, bytes } = store.documents.get(documentId, null)
  // First, so that a kill between the two leaves an entry too many rather than a document that nobody recorded.
  store.ledger.append('document-added', { documentId, sha256, bytes, state: shown.state })
  store.database.transaction(() => {
    followHighlights(matter, documentId, textVersionId)
    store.documents.publish(documentId, textVersionId)
    store.documents.change(documentId, shown)
  })
  await library.take(documentId)
  return shown.state
}

/** Counts pages by how they ended; `pages` is how many there are in all, read or not. */
export function documentCoverage(rows: readonly Pick<PageRow, 'state'>[], pages: number): Coverage {
  const count = (state: PageRow['state']) => rows.filter((row) => row.state === state).length
  return {
    pages: Math.max(pages, rows.length),
    pagesDone: rows.length,
    pagesWithText: count('text'),
    pagesByOcr: count('ocr'),
    pagesEmpty: count('empty'),
    pagesFailed: count('failed'),
  }
}

/** What a document is by the text that it shows, whatever was tried with it since. */
export function shownState(
  { pages }: MatterStore<Answer>,
  textVersionId: number,
): Coverage & { readonly state: 'ready' | 'partial'; readonly error: null } {
  const rows = pages.list(textVersionId)
  const coverage = documentCoverage(rows, rows.length)
  return { ...coverage, state: coverage.pagesFailed > 0 ? 'partial' : 'ready', error: null }
}
