import type { DocumentRow } from '../../contract/document.ts'
import { formatCount, formatNumber } from '../wording/format-count.ts'
import { coverageSegments, SEGMENT_WORDS, type SegmentKind, sumCoverage } from './coverage.ts'
import { CoverageSample } from './coverage-strip.tsx'

type Props = {
  readonly documents: readonly DocumentRow[]
  /** The kind of pages that the table is narrowed to; null shows all documents. */
  readonly kind: SegmentKind | null
  readonly onKind: (kind: SegmentKind | null) => void
}

/** All pages of a matter, by how they were read: no page is lost from the count. Each count narrows the table to its documents. */
export function CoverageLegend({ documents, kind: chosen, onKind }: Props) {
  const coverage = sumCoverage(documents)
  return (
    <div className="legend" role="group" aria-label="Pages of this matter">
      <b>{formatCount(coverage.pages, 'page')}</b>
      {coverageSegments(coverage).map(({ kind, pages }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === chosen}
          title={`Show the documents with such pages: ${SEGMENT_WORDS[kind]}`}
          onClick={() => onKind(kind === chosen ? null : kind)}
        >
          <CoverageSample kind={kind} />
          {formatNumber(pages)} {SEGMENT_WORDS[kind]}
        </button>
      ))}
    </div>
  )
}
