import { useEffect, useEffectEvent, useState } from 'react'
import type { DocumentDetail, PageBoxes, PageText } from '../../contract/document.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import type { Reading } from './pages/open-pdf.ts'
import { type OpenedPdf, usePdf } from './pages/use-pdf.ts'
import { type Search, useSearch } from './search-bar.tsx'
import type { Span, Target } from './text/text-context.ts'
import { type Look, marginOf, type Turn, type ViewKind } from './view-kind.ts'

type Opened = {
  readonly reading: Reading
  readonly document: DocumentDetail
  readonly kind: ViewKind
  readonly page: number | null
  readonly spans: readonly Span[]
  readonly boxes: readonly PageBoxes[]
  /** Whether its headings are shown. */
  readonly isOutlined: boolean
}

export type OpenedDocument = {
  readonly document: DocumentDetail
  /** The page that is shown; null for a format without pages. */
  readonly page: number | null
  readonly place: ViewerPlace
  readonly text: Loaded<readonly PageText[]>
  readonly pdf: OpenedPdf
  readonly search: Search
  readonly turn: Turn
  /** Whether the page is higher than wide, as it is turned (so it is taken to be before it is drawn), and the room beside its words. */
  readonly look: Look
  readonly isWhole: boolean
  /** Whether a page's number is being typed. */
  readonly isGoing: boolean
  setWhole(isWhole: boolean): void
  setGoing(isGoing: boolean): void
  turnOn(): void
  /** Height of the page by its width, before it is turned. */
  setShape(ratio: number): void
  beginSearch(): void
  leafTo(page: number): void
  /** Null where there is nothing to leaf. */
  readonly leafBy: ((by: 1 | -1) => void) | null
  /** To an offset of the whole text. */
  jump(offset: number): void
}

/** Where one is in a document and how it is shown. Its text is read only when it is shown or searched. */
export function useOpenDocument({ reading, ...opened }: Opened): OpenedDocument {
  const { document, kind, page, spans } = opened
  const [isWhole, setWhole] = useState(false)
  const [isGoing, setGoing] = useState(false)
  const [turn, setTurn] = useState<Turn>(0)
  const [shape, setShape] = useState(Math.SQRT2)
  const [isSearched, setSearched] = useState(false)
  const text = useText(reading, kind === 'text' || isSearched || opened.isOutlined)
  const pdf = usePdf(reading, kind === 'pdf')
  const first = beginning(opened)
  const { hasPages } = first
  const place = useViewerPlace(`${reading.document} ${page} ${spans[0]?.start}`, first)
  const search = useSearch(text.value, hasPages ? place.page : null)
  useFollowHits(search, place)
  const margin = useLeastMargin(reading, kind === 'pdf' ? place.page : null, turn)
  const leafTo = (to: number) => place.leaf(Math.min(document.pages, Math.max(1, to)))
  const canLeaf = hasPages && !isWhole && document.pages > 1
  return {
    document,
    page: hasPages ? place.page : null,
    place,
    text,
    pdf,
    search,
    turn,
    look: { isUpright: shape >= 1 === (turn % 2 === 0), margin },
    setShape,
    isWhole,
    isGoing,
    setWhole,
    setGoing,
    turnOn: () => setTurn(((turn + 1) % 4) as Turn),
    beginSearch() {
      setSearched(true)
      search.open()
    },
    leafTo,
    leafBy: canLeaf ? (by) => leafTo(place.page + by) : null,
    jump: (offset) => place.jump(pageAt(text.value ?? [], offset) ?? place.page, offset),
  }
}

/** Where a document is opened: boxes know best on which page the marked words are. */
function beginning({ document, kind, page, spans, boxes }: Omit<Opened, 'reading' | 'isOutlined'>) {
  const firstPage = document.pageRows[0]?.page ?? null
  return {
    hasPages: kind !== 'text' || page !== null || firstPage !== null,
    page: boxes[0]?.page ?? page ?? firstPage ?? 1,
    offset: spans[0]?.start ?? null,
  }
}

/** The least of the rooms beside the words of the pages that were shown as they lie: from page to page the size only ever shrinks. */
function useLeastMargin(reading: Reading, page: number | null, turn: Turn): number | null {
  const words = useLoaded((of) => of.library.words, page === null ? null : { ...reading, page })
  const [leasts, setLeasts] = useState<Readonly<Partial<Record<Turn, number>>>>({})
  const margin = words.value ? marginOf(words.value, turn) : null
  const least = leasts[turn]
  if (margin !== null && (least === undefined || margin < least)) setLeasts({ ...leasts, [turn]: margin })
  return least ?? null
}

function useText(reading: Reading, isWanted: boolean): Loaded<readonly PageText[]> {
  return useLoaded((of) => of.library.text, isWanted ? reading : null)
}

function pageAt(pages: readonly PageText[], offset: number): number | null {
  return pages.findLast(({ start }) => start <= offset)?.page ?? null
}

type ViewerPlace = {
  /** The page that is shown, or at which the whole document begins. */
  readonly page: number
  /** What is to be brought into view; null after leafing to another page. */
  readonly target: Target | null
  /** Another value for every going to a place. */
  readonly going: string
  leaf(page: number): void
  /** To a place in the text. */
  jump(page: number, offset: number): void
  /** That page was scrolled into view. */
  see(page: number): void
}

type Moved = {
  readonly from: string
  readonly page: number
  readonly target: Target | null
  /** How often one went elsewhere. */
  readonly times: number
}

/** Where one is in a document; forgotten as soon as something else is opened. `first` is where `opened` begins. */
function useViewerPlace(opened: string, first: { readonly page: number; readonly offset: number | null }): ViewerPlace {
  const [moved, setMoved] = useState<Moved | null>(null)
  const isMoved = moved?.from === opened
  const now = isMoved ? moved : { page: first.page, target: beginningTarget(first.offset), times: 0 }
  const times = now.times + 1
  return {
    page: now.page,
    target: now.target,
    going: `${opened} ${now.times}`,
    leaf: (page) => setMoved({ from: opened, page, target: null, times }),
    jump: (page, offset) => setMoved({ from: opened, page, target: { offset, times }, times }),
    see: (page) => setMoved({ ...now, from: opened, page }),
  }
}

function beginningTarget(offset: number | null): Target | null {
  return offset === null ? null : { offset, times: 0 }
}

/** Goes to the place that was found, as one types and with every step. */
function useFollowHits({ isOpen, hits, at, steps }: Search, place: ViewerPlace): void {
  const current = isOpen ? hits?.[at] : undefined
  const going = current ? `${current.start} ${current.end} ${steps}` : null
  const follow = useEffectEvent((_going: string) => {
    if (current) place.jump(current.page ?? place.page, current.start)
  })
  useEffect(() => {
    if (going !== null) follow(going)
  }, [going])
}

/** The contract's limit for one call. */
const SPANS_AT_MOST = 200

/** Where spans lie on the pages; asks nothing where there are none. */
export function useBoxes(reading: Reading, spans: readonly Span[]): Loaded<readonly PageBoxes[]> {
  const asked = spans.slice(0, SPANS_AT_MOST).map(({ start, end }) => ({ start, end }))
  return useLoaded((of) => of.library.boxes, asked.length === 0 ? null : { ...reading, spans: asked })
}
