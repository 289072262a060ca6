import { useEffect, useRef, useState } from 'react'
import type { PageBoxes } from '../../contract/document.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { PdfPage } from './pdf-page.tsx'
import { PageFrame, type Zoom } from './page-frame.tsx'
import { usePdf } from './use-pdf.ts'

type Props = {
  readonly matter: string
  readonly documentId: string
  readonly textVersion: number | null
  readonly name: string
  readonly page: number
  readonly isWhole: boolean
  readonly zoom: Zoom
  readonly boxes: readonly PageBoxes[]
}

/** A PDF's page, or all of its pages below each other. */
export function PdfView({ matter, documentId, textVersion, name, page, isWhole, zoom, boxes }: Props) {
  const { document, failure } = usePdf({ matter, document: documentId, textVersion })
  if (failure) return <FailureNote failure={failure} />
  if (!document) return <Opening>Opening the page.</Opening>
  const boxesOf = (number: number) => boxes.find((one) => one.page === number) ?? null
  const nameOf = (number: number) => {
    const marks = boxesOf(number)?.boxes.length ?? 0
    return `Page ${number} of ${name}${marks > 0 ? ', with the cited words marked' : ''}`
  }
  const pages = isWhole ? Array.from({ length: document.numPages }, (_, index) => index + 1) : [page]
  const draw = (number: number) => (
    <PdfPage pdf={document} page={number} boxes={boxesOf(number)} name={nameOf(number)} isTarget={number === page} />
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
    const watch = new IntersectionObserver(([entry]) => entry && setNear(entry.isIntersecting), { rootMargin: '800px' })
    watch.observe(element)
    return () => watch.disconnect()
  }, [isFirst])
  return (
    <div ref={place} className={isNear ? undefined : 'sheet aspect-[1/1.414]'}>
      {isNear ? children : null}
    </div>
  )
}
