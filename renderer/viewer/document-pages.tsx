import type { DocumentDetail, PageBoxes, PageText } from '../../contract/document.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import type { Loaded } from '../state/use-loaded.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { documentName } from '../../wording/document-name.ts'
import { placeWords } from './citation-words.ts'
import { ImageView } from './pages/image-view.tsx'
import type { Reading } from './pages/open-pdf.ts'
import type { JumpOnPage, PageMarks } from './pages/page-sheet.tsx'
import { PdfView } from './pages/pdf-view.tsx'
import type { OpenedPdf } from './pages/use-pdf.ts'
import type { Search } from './search-bar.tsx'
import { orderedSpans } from './text/marked-text.tsx'
import type { Span, Target } from './text/text-context.ts'
import { TextView } from './text/text-view.tsx'
import { useBoxes } from './use-open-document.ts'
import type { Turn, ViewKind, Zoom } from './view-kind.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly reading: Reading
  readonly document: DocumentDetail
  readonly kind: ViewKind
  readonly spans: readonly Span[]
  readonly boxes: readonly PageBoxes[]
  readonly unmarked: UserFailure | null
  readonly text: Loaded<readonly PageText[]>
  readonly pdf: OpenedPdf
  /** Null for a format without pages. */
  readonly page: number | null
  readonly isWhole: boolean
  readonly zoom: Zoom
  readonly turn: Turn
  readonly target: Target | null
  readonly search: Search
  /** What a person highlighted. */
  readonly kept: readonly Span[] | undefined
  readonly onJump: (offset: number) => void
  readonly onJumpOnPage: JumpOnPage
  /** Tells the height of the shown page by its width. */
  readonly onShape: (ratio: number) => void
}

/** The page that is shown, or all of them, by the kind of the document, with its words marked. */
export function DocumentPages(props: Props) {
  return props.kind === 'text' ? <Text {...props} /> : <Drawn {...props} />
}

function Text({ document, spans, text, page, isWhole, zoom, target, search, kept, onJump }: Props) {
  const { hits, current } = shownHits(search)
  return (
    <TextView
      pages={text.value}
      failure={text.failure}
      page={isWhole ? null : page}
      titleOf={(one) => (one.page === null ? null : placeWords(document, one.page))}
      isFlowing={document.mediaType === 'text/markdown'}
      zoom={zoom === 'page' ? 1 : zoom}
      marks={{ kept: kept ?? NONE, cited: orderedSpans(spans), found: hits, current }}
      target={target}
      onJump={onJump}
    />
  )
}

function Drawn({
  reading,
  document,
  pdf,
  kind,
  boxes,
  unmarked,
  page,
  isWhole,
  zoom,
  turn,
  target,
  search,
  kept,
  onShape,
  onJumpOnPage,
}: Props) {
  const { hits, current } = shownHits(search)
  const found = useBoxes(
    reading,
    hits.filter((hit) => hit.page === page),
  )
  // Of what a reference led to the first word is marked: its number, or the beginning of its heading.
  const jumped = target && target.times > 0 ? [{ start: target.offset, end: target.offset + 1 }] : []
  const gone = useBoxes(reading, current ? [current] : jumped)
  const highlighted = useBoxes(reading, kept ?? NONE)
  const marks: PageMarks = [
    { kind: 'kept', boxes: highlighted.value ?? [] },
    { kind: 'cited', boxes },
    { kind: 'found', boxes: found.value ?? [] },
    { kind: 'current', boxes: gone.value ?? [] },
  ]
  const name = documentName(document.document)
  const shared = { reading, name, zoom, turn, marks, onJump: onJumpOnPage }
  return (
    <>
      <FailureNote
        // A page without marks looks as if it held no cited words.
        failure={unmarked && { ...unmarked, kept: t('viewer.page.unmarked') }}
      />
      {kind === 'image' ? (
        <ImageView
          {...shared}
          mediaType={document.mediaType}
          page={page ?? 1}
          pages={document.pages}
          isWhole={isWhole}
          onShape={onShape}
        />
      ) : (
        <PdfView {...shared} pdf={pdf} page={page ?? 1} isWhole={isWhole} onShape={onShape} />
      )}
    </>
  )
}

const NONE: readonly Span[] = []

function shownHits({ isOpen, hits, at }: Search) {
  const shown = isOpen && hits ? hits : []
  return { hits: shown, current: shown[at] ?? null }
}
