import type { Coverage } from '../../contract/document.ts'
import type { PageRow } from '../../store/matter/pages.ts'

/** Counts pages by how they ended; `pages` is how many there are in all, read or not. */
export function documentCoverage(rows: readonly PageRow[], pages: number): Coverage {
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
