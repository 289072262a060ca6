import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { drawPage } from './draw-page.ts'
import type { JumpOnPage } from './link-layer.tsx'
import type { Reading } from './open-pdf.ts'
import { marksOfPage, type PageMarks, pageName } from './page-marks.ts'
import { PageSheet, type Turn } from './page-sheet.tsx'

type Props = {
  readonly pdf: PDFDocumentProxy
  readonly reading: Reading
  /** 1 is the first. */
  readonly page: number
  readonly marks: PageMarks
  readonly name: string
  readonly turn: Turn
  /** Whether its marks are brought into view. */
  readonly isTarget: boolean
  readonly onShape: ((ratio: number) => void) | null
  readonly onJump: JumpOnPage
}

/** One page as it was typeset or scanned, with the cited words marked. */
export function PdfPage({ pdf, reading, page, marks, name, turn, isTarget, onShape, onJump }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly ratio: number } | null>(null)
  const [failedPage, setFailedPage] = useState<number | null>(null)
  const tellShape = useEffectEvent((ratio: number) => onShape?.(ratio))
  useEffect(() => {
    const [frame, target] = [sheet.current, canvas.current]
    if (!frame || !target) return
    const abort = new AbortController()
    const draw = async () => {
      try {
        const ratio = await drawPage(pdf, page, target, frame.clientWidth, abort.signal)
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
    const resized = new ResizeObserver(debounced(() => void draw(), 120, abort.signal))
    void draw()
    resized.observe(frame)
    return () => {
      abort.abort()
      resized.disconnect()
    }
  }, [pdf, page])
  const known = marksOfPage(marks, page)[0]?.boxes[0]
  return (
    <PageSheet
      reading={reading}
      page={page}
      marks={marks}
      isTarget={isTarget}
      turn={turn}
      ratio={drawn?.ratio ?? (known ? known.height / known.width : Math.SQRT2)}
      isDrawn={drawn?.page === page}
      sheet={sheet}
      onJump={onJump}
    >
      <canvas ref={canvas} role="img" aria-label={pageName(page, name, marks)} />
      {failedPage === page ? (
        <p className="message">This page could not be drawn. Its text is kept and searched.</p>
      ) : null}
    </PageSheet>
  )
}

/** Calls `act` once the calls have paused; the first call of an observer, which comes at once, is left out. */
function debounced(act: () => void, waitMs: number, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isFirst = true
  return () => {
    clearTimeout(timer)
    if (!isFirst) timer = setTimeout(() => signal.aborted || act(), waitMs)
    isFirst = false
  }
}
