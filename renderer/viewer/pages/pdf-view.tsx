import { useEffect, useRef, useState } from 'react'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/opening.tsx'
import type { Zoom } from '../zoom.ts'
import type { JumpOnPage } from './link-layer.tsx'
import type { Reading } from './open-pdf.ts'
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

/** Draws its page only once it comes near the window; a long document would cost too much memory otherwise. */
function LatePage({ isFirst, children }: { readonly isFirst: boolean; readonly children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isFirst)
  useEffect(() => {
    const element = place.current
    if (!element) return
    if (isFirst) element.scrollIntoView({ block: 'start' })
    // The margin of the window does not reach into a column that scrolls; that of its scrolling does.
    const margins = { rootMargin: '800px', scrollMargin: '800px' } as IntersectionObserverInit
    const watch = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), margins)
    watch.observe(element)
    return () => watch.disconnect()
  }, [isFirst])
  return (
    <div ref={place} className={isNear ? undefined : 'sheet aspect-[1/1.414]'}>
      {isNear ? children : null}
    </div>
  )
}
