import type { CoverageReport, DocumentState } from '../../contract/document.ts'
import type { Answer } from '../../contract/answers/answer.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'

/** On the way, pages may still be to come. */
const ENDS: readonly DocumentState[] = ['ready', 'partial', 'unchanged']

/** Accounts for every page of every document of a matter. */
export function coverageReport({ documents, pages }: MatterStore<Answer>): CoverageReport {
  const all = documents.list(null)
  const sum = (count: (row: DocumentRow) => number) => all.reduce((total, row) => total + count(row), 0)
  return {
    documents: all.length,
    states: countStates(all),
    pages: sum((row) => row.pages),
    pagesDone: sum((row) => row.pagesDone),
    pagesWithText: sum((row) => row.pagesWithText),
    pagesByOcr: sum((row) => row.pagesByOcr),
    pagesEmpty: sum((row) => row.pagesEmpty),
    pagesFailed: sum((row) => row.pagesFailed),
    pagesUnaccounted: sum((row) => (ENDS.includes(row.state) ? unaccounted(row) : 0)),
    rows: all.map((row) => ({
      ...row,
      notices: [...row.notices],
      withoutText: (row.textVersionId === null ? [] : pages.list(row.textVersionId)).filter(
        ({ state }) => state === 'empty' || state === 'failed',
      ),
    })),
  }
}

function countStates(all: readonly DocumentRow[]): CoverageReport['states'] {
  const states: CoverageReport['states'] = {}
  for (const { state } of all) states[state] = (states[state] ?? 0) + 1
  return states
}

function unaccounted({ pages, pagesWithText, pagesByOcr, pagesEmpty, pagesFailed }: DocumentRow): number {
  return Math.abs(pages - pagesWithText - pagesByOcr - pagesEmpty - pagesFailed)
}
