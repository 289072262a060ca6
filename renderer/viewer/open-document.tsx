import { useRef } from 'react'
import type { DocumentDetail, DocumentState, PageBoxes } from '../../contract/document.ts'
import { isOnTheWay } from '../library/document-states.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { type FullWindow, useFullWindow } from '../state/full-window.ts'
import { useShell } from '../state/shell-context.ts'
import { previousPlace } from '../state/place.ts'
import { useAction } from '../state/use-action.ts'
import { useCopied } from '../state/use-copied.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { CitationList } from './citation-list.tsx'
import { citationOf, citedPlace, quoteOfSpans, selectedQuote } from './citation-words.ts'
import { DocumentPages } from './document-pages.tsx'
import { HighlightList, NewNote } from './highlight-list.tsx'
import { PAGE_SELECT, PageLine } from './page-line.tsx'
import { PageStrip } from './page-strip.tsx'
import type { Reading } from './pages/open-pdf.ts'
import { type Search, SearchBar } from './search-bar.tsx'
import type { Span } from './text/text-context.ts'
import { type Highlighting, useHighlights } from './use-highlights.ts'
import { type OpenedDocument, useOpenDocument } from './use-open-document.ts'
import { usePlaceKept } from './place-keeper.ts'
import { useViewerKeys, type ViewerActions } from './use-viewer-keys.ts'
import { type ChosenZoom, type ViewKind, type Zoom, zoomBy, zoomOf } from './view-kind.ts'
import { ViewerTools } from './viewer-bar.tsx'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly reading: Reading
  readonly document: DocumentDetail
  readonly kind: ViewKind
  readonly page: number | null
  readonly spans: readonly Span[]
  readonly boxes: readonly PageBoxes[]
  /** Why it is not known where the words stand. */
  readonly unmarked: UserFailure | null
  readonly zoom: ChosenZoom
  readonly onZoom: (zoom: ChosenZoom) => void
  readonly detail: React.ReactNode
  readonly hasNotes: boolean
}

/** A document that is known: its page or text, and everything that can be done with it. */
export function OpenDocument(props: Props) {
  const { reading, document, kind, onZoom, detail } = props
  const viewer = useRef<HTMLDivElement>(null)
  const { settings } = useShell()
  const isFull = isAlone(useFullWindow())
  const open = useOpenDocument({ ...props, isOutlined: isFull })
  const { page, place, search } = open
  const zoom = zoomOf(props.zoom, kind, { ...open.look, isUpright: open.look.isUpright && !isFull })
  const [copyWords, copy] = useCitation(props, page, viewer)
  const highlighting = useHighlights(reading, document, viewer)
  const actions = useViewerActions({ kind, zoom, onZoom }, open, viewer, copy)
  useViewerKeys(viewer, actions, settings.singleKeys)
  useKept(viewer, open, zoom)
  return (
    <div className="viewer" ref={viewer}>
      {isFull ? <PageStrip open={open} highlights={highlighting?.highlights ?? []} /> : null}
      <div className="viewer-pages">
        {isFull ? null : detail}
        <ReadAnew cited={reading.textVersion} present={document.textVersion} />
        <div className="viewer-tools">
          <PlaceLine {...props} open={open} />
          <ViewerTools
            zoom={zoom}
            onZoom={onZoom}
            onTurn={kind === 'text' ? null : actions.turn}
            onFind={actions.find}
            onCopy={copy}
            copyWords={copyWords}
            highlighting={highlighting}
          />
          <PreviousLink document={document} />
          {search.isOpen ? <Finding {...open} kind={kind} onClose={() => closeSearch(search, viewer)} /> : null}
        </div>
        <DocumentPages
          {...props}
          {...open}
          zoom={zoom}
          target={place.target}
          onJump={open.jump}
          onJumpOnPage={place.jump}
          onShape={open.setShape}
          kept={highlighting?.spans}
        />
        <NewNote matter={reading.matter} highlighting={highlighting} />
      </div>
      {props.hasNotes ? (
        <div className="viewer-beside">
          {isFull ? detail : null}
          <Notes reading={reading} document={document} highlighting={highlighting} place={place} />
        </div>
      ) : null}
    </div>
  )
}

/** Over the whole window, with room for its pages and notes beside it. */
function isAlone(full: FullWindow | null): boolean {
  return full !== null && full.isFull && full.second === null
}

type FindingProps = Pick<OpenedDocument, 'search' | 'text'> & { readonly kind: ViewKind; readonly onClose: () => void }

function Finding({ search, text, kind, onClose }: FindingProps) {
  return (
    <>
      <SearchBar search={search} onClose={onClose} />
      <FailureNote failure={kind === 'text' ? null : text.failure} />
    </>
  )
}

/** Which page is shown, and what can be done about how it was read. */
function PlaceLine(props: Props & { readonly open: OpenedDocument }) {
  const { reading, document, open } = props
  const { page, isWhole } = open
  return (
    <PageLine
      document={document}
      page={page}
      isWhole={isWhole}
      isGoing={open.isGoing}
      onGo={open.leafTo}
      onGoing={open.setGoing}
      onWhole={() => open.setWhole(!isWhole)}
    >
      {canRecognise(props) && page !== null ? (
        <RecognisePage matter={reading.matter} document={document} page={page} />
      ) : null}
    </PageLine>
  )
}

/** Whether pages of the shown reading can be read by OCR. */
function canRecognise({ kind, document, reading }: Props): boolean {
  return kind === 'pdf' && document.textVersion !== null && reading.textVersion === document.textVersion
}

function useKept(viewer: React.RefObject<HTMLElement | null>, open: OpenedDocument, zoom: Zoom): void {
  const { page, place, turn, isWhole } = open
  usePlaceKept(viewer, {
    aim: { page, mark: place.target && place.target.times > 0 ? 'current' : 'cited' },
    going: place.going,
    look: `${zoom} ${turn} ${isWhole}`,
    onSee: place.see,
  })
}

type NotesProps = Pick<Props, 'reading' | 'document'> & {
  readonly highlighting: Highlighting | null
  readonly place: OpenedDocument['place']
}

/** The notes and highlights of the document, and what answers cite of it, each leading to its place. */
function Notes({ reading, document, highlighting, place }: NotesProps) {
  const go = (page: number | null, offset: number) => place.jump(page ?? place.page, offset)
  return (
    <>
      {highlighting ? (
        <HighlightList
          matter={reading.matter}
          documentId={document.documentId}
          highlights={highlighting.highlights}
          failure={highlighting.failure}
          placeOf={(one) =>
            [citedPlace(document, one.place?.page ?? null), one.place?.section].filter(Boolean).join(', ')
          }
          onGo={({ place: at }) => at && go(at.page, at.start)}
        />
      ) : null}
      <CitationList
        reading={reading}
        name={document.document}
        placeOf={(page) => citedPlace(document, page)}
        onGo={({ page, start }) => go(page, start)}
      />
    </>
  )
}

/** What keys and buttons do. Called as a hook, since it is handed a ref, which only its actions look into. */
function useViewerActions(
  { kind, zoom, onZoom }: Pick<Props, 'kind' | 'onZoom'> & { readonly zoom: Zoom },
  { search, leafBy, leafTo, turnOn, beginSearch, setGoing, document }: OpenedDocument,
  viewer: React.RefObject<HTMLElement | null>,
  copy: () => void,
): ViewerActions {
  const find = () => {
    beginSearch()
    viewer.current?.querySelector<HTMLInputElement>('.find-line input')?.select()
  }
  return {
    find,
    copy,
    findStep: (by) => (search.isOpen ? search.step(by) : find()),
    zoomBy: (step) => onZoom(zoomBy(zoom, step)),
    zoomBack: () => onZoom('reading'),
    turn: () => kind !== 'text' && turnOn(),
    leaf: leafBy,
    leafTo: leafBy && ((end) => leafTo(end === 'first' ? 1 : document.pages)),
    goTo() {
      setGoing(document.pages > 1)
      viewer.current?.querySelector<HTMLElement>(`[${PAGE_SELECT}]`)?.focus()
    },
  }
}

/** The field goes; the keys of the viewer need the focus to stay in its column. */
function closeSearch(search: Search, viewer: React.RefObject<HTMLElement | null>): void {
  search.close()
  viewer.current?.closest<HTMLElement>('aside')?.focus({ preventScroll: true })
}

/** Said where the file has changed since an answer cited it. */
function ReadAnew({ cited, present }: { readonly cited: number | null; readonly present: number | null }) {
  if (cited === null || present === null || cited === present) return null
  return <p className="small warn">{t('viewer.reading.changed')}</p>
}

/** Copies what is selected, else what is marked, with the place where it stands. */
function useCitation(
  { reading, document, spans }: Props,
  page: number | null,
  viewer: React.RefObject<HTMLElement | null>,
): readonly [words: string, copy: () => void] {
  const client = useClient()
  const [words, copy] = useCopied(t('viewer.tools.copy'))
  const citation = async () => {
    const selected = selectedQuote(viewer.current)
    if (selected) return citationOf(document, selected.quote, page === null ? null : (selected.page ?? page))
    const marked = spans.length > 0 ? quoteOfSpans(await client.library.text(reading), spans) : null
    return marked && citationOf(document, marked.quote, marked.page)
  }
  return [words, () => copy(citation)]
}

function readingWords(state: DocumentState): string {
  return state === 'queued' || state === 'paused' ? t(`viewer.reading.${state}`) : t('viewer.reading.running')
}

type RecognisePageProps = { readonly matter: string; readonly document: DocumentDetail; readonly page: number }

/** Reads the shown page of a PDF by text recognition instead of by its own text, or by that again; while it is read, says so and can be stopped. */
function RecognisePage({ matter, document, page }: RecognisePageProps) {
  const client = useClient()
  const action = useAction()
  const wanted = { matter, document: document.documentId }
  const isRead = isOnTheWay(document)
  const isByOcr = document.pageRows.some((row) => row.page === page && row.state === 'ocr')
  const isAskedFor = document.ocrPages.includes(page)
  const press = () => (isRead ? client.job.cancel(wanted) : client.library.recognisePages({ ...wanted, pages: [page] }))
  // One button for both, so that the focus stays in the viewer.
  return (
    <div className="by-ocr">
      {isRead ? <span role="status">{readingWords(document.state)}</span> : null}
      <Button look="link" isSmall isBusy={action.isBusy} onClick={() => void action.run(press)}>
        {isRead ? t('frame.buttons.stop') : t(isByOcr ? 'viewer.reading.recogniseAgain' : 'viewer.reading.recognise')}
      </Button>
      {isAskedFor && !isRead ? (
        <Button
          look="link"
          isSmall
          isBusy={action.isBusy}
          onClick={() => void action.run(() => client.library.takeOwnText({ ...wanted, pages: [page] }))}
        >
          {t('viewer.reading.ownText')}
        </Button>
      ) : null}
      <FailureNote failure={action.failure} />
    </div>
  )
}

/** From a document that is read to what changed in it; nothing where no version before is kept. */
function PreviousLink({ document: { documentId, previous } }: { readonly document: DocumentDetail }) {
  if (previous === null) return null
  return (
    <PlaceLink className="btn quiet small" to={previousPlace(documentId)}>
      {t('library.panel.comparePrevious')}
    </PlaceLink>
  )
}
