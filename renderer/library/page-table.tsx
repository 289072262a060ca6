import type { PageRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { formatCount } from '../wording/format-count.ts'
import { coverageSegments, coverageWords, pageRuns, SEGMENT_WORDS } from './coverage.ts'
import { CoverageSample } from './coverage-strip.tsx'

type Props = {
  readonly rows: readonly PageRow[]
  /** Opens a page; null where nothing can be shown. */
  readonly onPage: ((page: number) => void) | null
}

/** How each page was read; pages alike stand in one row, which opens its first. */
export function PageTable({ rows, onPage }: Props) {
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
                {from === null || !onPage ? (
                  runWords(from, to)
                ) : (
                  <Button
                    look="link"
                    aria-label={`${runWords(from, to)}: open page ${from}`}
                    onClick={() => onPage(from)}
                  >
                    {runWords(from, to)}
                  </Button>
                )}
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

function runWords(from: number | null, to: number | null): string {
  if (from === null) return 'all'
  return from === to ? String(from) : `${from}–${to}`
}
