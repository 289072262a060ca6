import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/opening.tsx'
import type { Zoom } from '../zoom.ts'
import type { JumpOnPage } from './link-layer.tsx'
import type { Reading } from './open-pdf.ts'
import { LatePage } from './late-page.tsx'
import { PageFrame } from './page-frame.tsx'
import type { PageMarks } from './page-marks.ts'
import type { Turn } from './page-sheet.tsx'
import { PdfPage } from './pdf-page.tsx'
import { usePdf } from './use-pdf.ts'

type Props = {
  readonly reading: Reading
  readonly name: string
  readonly page: number
  readonly isWhole: boolean
  readonly zoom: Zoom
  readonly turn: Turn
  readonly marks: PageMarks
  readonly onShape: (ratio: number) => void
  readonly onJump: JumpOnPage
}

/** A PDF's page, or all of its pages below each other. */
export function PdfView({ reading, name, page, isWhole, zoom, turn, marks, onShape, onJump }: Props) {
  const { document, failure } = usePdf(reading)
  if (failure) return <FailureNote failure={failure} />
  if (!document) return <Opening>Opening the page.</Opening>
  const pages = isWhole ? Array.from({ length: document.numPages }, (_, index) => index + 1) : [page]
  const draw = (number: number) => (
    <PdfPage
      pdf={document}
      reading={reading}
      page={number}
      marks={marks}
      name={name}
      turn={turn}
      isTarget={number === page}
      onShape={number === page ? onShape : null}
      onJump={onJump}
    />
  )
  return (
    <PageFrame zoom={zoom} label={isWhole ? `All pages of ${name}` : `Page ${page}`}>
      {isWhole ? (
        <div className="pages">
          {pages.map((number) => (
            <LatePage key={number} isFirst={number === page}>
              {draw(number)}
            </LatePage>
          ))}
        </div>
      ) : (
        draw(page)
      )}
    </PageFrame>
  )
}
