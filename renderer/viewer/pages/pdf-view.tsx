import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import type { Turn, Zoom } from '../view-kind.ts'
import { LatePage, PageFrame } from './page-frame.tsx'
import { type JumpOnPage, marksOfPage, type PageMarks, pageName, PageSheet } from './page-sheet.tsx'
import type { Reading } from './open-pdf.ts'
import { useWidth } from '../../state/use-width.ts'
import { drawPage, type OpenedPdf } from './use-pdf.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly pdf: OpenedPdf
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
export function PdfView({
  pdf: { document, failure },
  reading,
  name,
  page,
  isWhole,
  zoom,
  turn,
  marks,
  onShape,
  onJump,
}: Props) {
  if (failure) return <FailureNote failure={failure} />
  if (!document) return <Opening>{t('viewer.page.opening')}</Opening>
  const pages = isWhole ? Array.from({ length: document.numPages }, (_, index) => index + 1) : [page]
  const draw = (number: number) => (
    <PdfPage
      pdf={document}
      reading={reading}
      page={number}
      marks={marks}
      name={name}
      turn={turn}
      onShape={number === page ? onShape : null}
      onJump={onJump}
    />
  )
  return (
    <PageFrame
      zoom={zoom}
      label={isWhole ? t('viewer.page.all', { document: name }) : t('viewer.page.one', { page: String(page) })}
    >
      {isWhole ? (
        <div className="pages">
          {pages.map((number) => (
            <LatePage key={number} page={number} isFirst={number === page}>
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

type PdfPageProps = {
  readonly pdf: PDFDocumentProxy
  readonly reading: Reading
  /** 1 is the first. */
  readonly page: number
  readonly marks: PageMarks
  readonly name: string
  readonly turn: Turn
  readonly onShape: ((ratio: number) => void) | null
  readonly onJump: JumpOnPage
}

/** Milliseconds without a change of its width after which a page is drawn again. */
const RESIZED_MS = 120

/** One page as it was typeset or scanned, with the cited words marked. */
function PdfPage({ pdf, reading, page, marks, name, turn, onShape, onJump }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly ratio: number } | null>(null)
  const [failedPage, setFailedPage] = useState<number | null>(null)
  const tellShape = useEffectEvent((ratio: number) => onShape?.(ratio))
  const width = useWidth(sheet)
  const pauseMs = useEffectEvent(() => (drawn?.page === page ? RESIZED_MS : 0))
  useEffect(() => {
    const target = canvas.current
    if (!target || width === null) return
    const abort = new AbortController()
    const draw = async () => {
      try {
        const ratio = await drawPage(pdf, page, target, width, abort.signal)
        setDrawn({ page, ratio })
        tellShape(ratio)
        setFailedPage(null)
      } catch {
        if (abort.signal.aborted) return
        // Else the page before stays and looks like this one. Why it failed does not matter to the reader.
        target.getContext('2d')?.clearRect(0, 0, target.width, target.height)
        setDrawn(null)
        setFailedPage(page)
      }
    }
    const timer = setTimeout(() => void draw(), pauseMs())
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [pdf, page, width])
  const known = marksOfPage(marks, page)[0]?.boxes[0]
  return (
    <PageSheet
      reading={reading}
      page={page}
      marks={marks}
      turn={turn}
      ratio={drawn?.ratio ?? (known ? known.height / known.width : Math.SQRT2)}
      isDrawn={drawn?.page === page}
      failure={failedPage === page ? t('viewer.page.failed') : null}
      sheet={sheet}
      onJump={onJump}
    >
      <canvas ref={canvas} role="img" aria-label={pageName(page, name, marks)} />
    </PageSheet>
  )
}
