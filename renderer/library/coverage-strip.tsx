import type { Coverage } from '../../contract/document.ts'
import { coverageSegments, coverageWords, type SegmentKind } from './coverage.ts'

/** A document's pages as a strip; its parts add up to the page count. */
export function CoverageStrip({ coverage }: { readonly coverage: Coverage }) {
  const segments = coverageSegments(coverage)
  if (segments.length === 0) return null
  return (
    <span className="cov" role="img" aria-label={coverageWords(segments)}>
      {segments.map(({ kind, pages }) => (
        <i key={kind} className={kind} style={{ flex: pages }} />
      ))}
    </span>
  )
}

/** One piece of the strip, as the key to it. */
export function CoverageSample({ kind }: { readonly kind: SegmentKind }) {
  return (
    <span className="cov" aria-hidden="true">
      <i className={kind} />
    </span>
  )
}
