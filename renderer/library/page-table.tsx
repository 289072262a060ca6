import type { PageRow } from '../../contract/document.ts'
import { formatCount } from '../wording/format-count.ts'
import { coverageSegments, coverageWords, pageRuns, SEGMENT_WORDS } from './coverage.ts'
import { CoverageSample } from './coverage-strip.tsx'

/** How each page was read; pages alike stand in one row. */
export function PageTable({ rows }: { readonly rows: readonly PageRow[] }) {
  const count = (state: PageRow['state']) => rows.filter((row) => row.state === state).length
  const segments = coverageSegments({
    pages: rows.length,
    pagesDone: rows.length,
    pagesWithText: count('text'),
    pagesByOcr: count('ocr'),
    pagesEmpty: count('empty'),
    pagesFailed: count('failed'),
  })
  return (
    <section className="rule-top" aria-label="Pages">
      <h3 className="h">
        Pages <span className="muted">{coverageWords(segments)}</span>
      </h3>
      <table className="calc">
        <tbody>
          {pageRuns(rows).map(({ from, to, state, reason, characters }) => (
            <tr key={from ?? 0}>
              <th scope="row" className="w-16">
                {from === null ? 'all' : from === to ? from : `${from}–${to}`}
              </th>
              <td>
                <CoverageSample kind={state} />
                {SEGMENT_WORDS[state]}
                {reason ? `: ${reason}` : ''}
              </td>
              <td className="n muted">{characters > 0 ? formatCount(characters, 'character') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
