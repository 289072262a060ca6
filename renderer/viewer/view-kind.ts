import type { DocumentDetail, PageWords } from '../../contract/document.ts'
import { t } from '../../wording/translate.ts'

/** How a document is shown: by pdf.js, as a picture, or as its text. */
export type ViewKind = 'pdf' | 'image' | 'text'

/** What browsers draw by themselves. */
const DRAWN = ['image/png', 'image/jpeg', 'image/gif']

/** What the engine draws, page by page. */
const DRAWN_FOR_US = ['image/tiff']

export function viewKind({ mediaType }: Pick<DocumentDetail, 'mediaType'>): ViewKind {
  if (mediaType === 'application/pdf') return 'pdf'
  return DRAWN.includes(mediaType) || isDrawnForUs(mediaType) ? 'image' : 'text'
}

/** Whether its pages come as pictures from the engine. */
export function isDrawnForUs(mediaType: string): boolean {
  return DRAWN_FOR_US.includes(mediaType)
}

/** How a page lies: quarter turns to the right. */
export type Turn = 0 | 1 | 2 | 3

/** A page's width by the column's, or so that the whole page is seen. For a text: the size of its letters. */
export type Zoom = number | 'page'

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4] as const

/** What is chosen: a size, or `reading`, the one at which a document is best read as it lies. */
export type ChosenZoom = Zoom | 'reading'

/** As wide as the column without the margins that an upright page usually has. */
const WITHOUT_MARGINS = 1.25

/** Around the words, so that none touches the edge: a share of the page's width. */
const AROUND_WORDS = 0.01

/** How a page is seen: `isUpright` is higher than wide, as it is turned, and in a narrow column. */
export type Look = {
  readonly isUpright: boolean
  /** The room beside its words, of `marginOf`; null while it is not known. */
  readonly margin: number | null
}

/** The size at which a document is shown: nothing of its words is cut where nobody chose another. */
export function zoomOf(chosen: ChosenZoom, kind: ViewKind, { isUpright, margin }: Look): Zoom {
  if (chosen !== 'reading') return chosen
  if (kind !== 'pdf' || !isUpright) return 1
  if (margin === null) return WITHOUT_MARGINS
  const widest = 1 / (1 - 2 * Math.max(0, margin - AROUND_WORDS))
  return Math.min(WITHOUT_MARGINS, Math.floor(100 * widest) / 100)
}

/** So many of the words may stand in the margin, such as the number of a line or a stamp; of more than a few at least one. */
const STRAY = 0.02
const A_FEW = 10

/** The lesser of the rooms left and right of the words of a page, as a share of its width as it is turned; null without words. */
export function marginOf({ width, height, words }: PageWords, turn: Turn): number | null {
  if (words.length === 0) return null
  const isAcross = turn % 2 === 1
  const size = isAcross ? height : width
  const rooms = words.map((word) =>
    isAcross
      ? { before: word.y, behind: height - word.y - word.height }
      : { before: word.x, behind: width - word.x - word.width },
  )
  const stray = Math.max(words.length > A_FEW ? 1 : 0, Math.floor(STRAY * words.length))
  const least = (of: readonly number[]) => of.toSorted((one, other) => one - other)[stray] ?? 0
  const margin = Math.min(least(rooms.map(({ before }) => before)), least(rooms.map(({ behind }) => behind)))
  return Math.max(0, margin / size)
}

/** One step larger or smaller; the same at the ends. */
export function zoomBy(zoom: Zoom, step: 1 | -1): Zoom {
  const now = zoom === 'page' ? 0.9 : zoom
  const next = step > 0 ? STEPS.find((one) => one > now) : STEPS.findLast((one) => one < now)
  return next ?? zoom
}

export function zoomWords(zoom: Zoom): string {
  return zoom === 'page' ? t('viewer.tools.zoomPage') : t('viewer.tools.zoom', { percent: Math.round(100 * zoom) })
}
