import type { DocumentDetail } from '../../contract/document.ts'

/** How a document is shown: by pdf.js, by the browser as a picture, or as its text. */
export type ViewKind = 'pdf' | 'image' | 'text'

/** What browsers draw; TIFF is not among it. */
const DRAWN = ['image/png', 'image/jpeg', 'image/gif']

export function viewKind({ mediaType }: Pick<DocumentDetail, 'mediaType'>): ViewKind {
  if (mediaType === 'application/pdf') return 'pdf'
  return DRAWN.includes(mediaType) ? 'image' : 'text'
}
