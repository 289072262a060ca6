import type { DocumentDetail } from '../../contract/document.ts'
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

/** As wide as the column without the margins that an upright page has. */
const WITHOUT_MARGINS = 1.25

/** `isUpright`: higher than wide, as it is turned, and in a narrow column. */
export function zoomOf(chosen: ChosenZoom, kind: ViewKind, isUpright: boolean): Zoom {
  if (chosen !== 'reading') return chosen
  return kind === 'pdf' && isUpright ? WITHOUT_MARGINS : 1
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
