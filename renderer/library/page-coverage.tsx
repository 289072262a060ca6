import type { Coverage, DocumentRow, PageRow, PageState } from '../../contract/document.ts'
import { listWords } from '../../wording/phrases.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'

/** Where the document itself is opened: at its first page, or the first of a kind, or one by its number. */
export type OpenedAt = { readonly kind?: SegmentKind; readonly page?: number | null }

export type SegmentKind = PageState | 'waiting'
type Segment = { readonly kind: SegmentKind; readonly pages: number }

/** The coverage of a document in segments whose numbers add up to its pages; pages not yet counted are waiting. */
export function coverageSegments(coverage: Coverage): readonly Segment[] {
  const { pagesWithText, pagesByOcr, pagesEmpty, pagesFailed } = coverage
  const counted = pagesWithText + pagesByOcr + pagesEmpty + pagesFailed
  const segments: Segment[] = [
    { kind: 'text', pages: pagesWithText },
    { kind: 'ocr', pages: pagesByOcr },
    { kind: 'empty', pages: pagesEmpty },
    { kind: 'failed', pages: pagesFailed },
    { kind: 'waiting', pages: Math.max(0, coverage.pages - counted) },
  ]
  return segments.filter(({ pages }) => pages > 0)
}

/** Whether a document has pages of that kind. */
export function hasPagesOf(coverage: Coverage, kind: SegmentKind): boolean {
  return coverageSegments(coverage).some((segment) => segment.kind === kind)
}

/** The first page that was read in that way; null where there is none, or the format has no pages. */
export function firstPageOf(rows: readonly PageRow[], kind: SegmentKind): number | null {
  return rows.find(({ state }) => state === kind)?.page ?? null
}

/** `21 text`. */
function segmentWords({ kind, pages }: Segment): string {
  return t(`library.parts.${kind}`, { count: pages })
}

/** The same in words, for those who do not see the strip: `22 pages: 21 text and 1 failed`. */
export function coverageWords(segments: readonly Segment[]): string {
  if (segments.length === 0) return t('library.coverage.none')
  const pages = segments.reduce((total, segment) => total + segment.pages, 0)
  return t('library.coverage.summary', { pages, parts: listWords(segments.map(segmentWords)) })
}

/** The sum of several documents' coverage. */
export function sumCoverage(rows: readonly Coverage[]): Coverage {
  const sum = (part: keyof Coverage) => rows.reduce((total, row) => total + row[part], 0)
  return {
    pages: sum('pages'),
    pagesDone: sum('pagesDone'),
    pagesWithText: sum('pagesWithText'),
    pagesByOcr: sum('pagesByOcr'),
    pagesEmpty: sum('pagesEmpty'),
    pagesFailed: sum('pagesFailed'),
  }
}

/** Pages of one kind and reason that follow each other. */
type PageRun = {
  readonly from: number | null
  readonly to: number | null
  readonly state: PageState
  /** In words. */
  readonly reason: string | null
  readonly characters: number
}

export function pageRuns(rows: readonly PageRow[]): readonly PageRun[] {
  const runs: PageRun[] = []
  for (const { page, state, reason: why, characters } of rows) {
    const reason = why && messageText(why)
    const last = runs.at(-1)
    if (last && last.state === state && last.reason === reason)
      runs[runs.length - 1] = { ...last, to: page, characters: last.characters + characters }
    else runs.push({ from: page, to: page, state, reason, characters })
  }
  return runs
}

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
