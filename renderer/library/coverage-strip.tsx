import type { Coverage, DocumentRow } from '../../contract/document.ts'
import { t } from '../../wording/translate.ts'
import { coverageSegments, coverageWords, type SegmentKind, segmentWords, sumCoverage } from './page-coverage.ts'

type Props = {
  readonly coverage: Coverage
  /** Opens the first page of a kind. */
  readonly onOpen: (kind: SegmentKind) => void
}

/**
 * A document's pages as a strip; its parts add up to the page count. A part opens its first page: for the pointer only, since
 * the same is in the list of pages beside it, and a strip would take five stops of the tab key.
 */
export function CoverageStrip({ coverage, onOpen }: Props) {
  const segments = coverageSegments(coverage)
  if (segments.length === 0) return null
  return (
    <span className="cov" role="group" aria-label={coverageWords(segments)}>
      {segments.map((segment) => {
        const { kind, pages } = segment
        const words = segmentWords(segment)
        const opening = t('library.coverage.openFirst', { part: words })
        if (kind === 'waiting') return <i key={kind} className={kind} style={{ flex: pages }} title={words} />
        return (
          <button
            key={kind}
            type="button"
            tabIndex={-1}
            style={{ flex: pages }}
            title={opening}
            aria-label={opening}
            onClick={() => onOpen(kind)}
          >
            <i className={kind} />
          </button>
        )
      })}
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

type CoverageLegendProps = {
  readonly documents: readonly DocumentRow[]
  /** The kind of pages that the table is narrowed to; null shows all documents. */
  readonly kind: SegmentKind | null
  readonly onKind: (kind: SegmentKind | null) => void
}

/** All pages of a matter, by how they were read: no page is lost from the count. Each count narrows the table to its documents. */
export function CoverageLegend({ documents, kind: chosen, onKind }: CoverageLegendProps) {
  const coverage = sumCoverage(documents)
  return (
    <div className="legend" role="group" aria-label={t('library.coverage.ofMatter')}>
      <b>{t('library.coverage.pages', { count: coverage.pages })}</b>
      {coverageSegments(coverage).map((segment) => {
        const { kind } = segment
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === chosen}
            title={t(`library.narrow.${kind}`)}
            onClick={() => onKind(kind === chosen ? null : kind)}
          >
            <CoverageSample kind={kind} />
            {segmentWords(segment)}
          </button>
        )
      })}
    </div>
  )
}
