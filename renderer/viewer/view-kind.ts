import type { DocumentDetail } from '../../contract/document.ts'

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
