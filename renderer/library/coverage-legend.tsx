import type { DocumentRow } from '../../contract/document.ts'
import { formatCount, formatNumber } from '../wording/format-count.ts'
import { coverageSegments, SEGMENT_WORDS, sumCoverage } from './coverage.ts'
import { CoverageSample } from './coverage-strip.tsx'

/** All pages of a matter, by how they were read: no page is lost from the count. */
export function CoverageLegend({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const coverage = sumCoverage(documents)
  return (
    <p className="legend">
      <b>{formatCount(coverage.pages, 'page')}</b>
      {coverageSegments(coverage).map(({ kind, pages }) => (
        <span key={kind}>
          <CoverageSample kind={kind} />
          {formatNumber(pages)} {SEGMENT_WORDS[kind]}
        </span>
      ))}
    </p>
  )
}
