import type { Answer } from '../../contract/answers/answer.ts'
import type { Coverage } from '../../contract/document.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { PageRow } from '../../store/matter/pages.ts'

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
