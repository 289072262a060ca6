import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import type { PageBoxes } from '../../contract/document.ts'
import { BoxMarks } from './box-marks.tsx'
import { drawPage } from './draw-page.ts'

type Props = {
  readonly pdf: PDFDocumentProxy
  /** 1 is the first. */
  readonly page: number
  readonly boxes: PageBoxes | null
  readonly name: string
  /** Whether the first mark is brought into view. */
  readonly isTarget: boolean
}

/** One page as it was typeset or scanned, with the cited words marked. */
export function PdfPage({ pdf, page, boxes, name, isTarget }: Props) {
  const sheet = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<{ readonly page: number; readonly ratio: number } | null>(null)
  const [failedPage, setFailedPage] = useState<number | null>(null)
  useEffect(() => {
    const [frame, target] = [sheet.current, canvas.current]
    if (!frame || !target) return
    const abort = new AbortController()
    const draw = async () => {
      try {
        const ratio = await drawPage(pdf, page, target, frame.clientWidth, abort.signal)
        setDrawn({ page, ratio })
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
  const ratio = drawn?.ratio ?? (boxes ? boxes.height / boxes.width : Math.SQRT2)
  return (
    <div
      ref={sheet}
      className="sheet"
      role="img"
      aria-label={name}
      data-testid="page"
      data-page={page}
      data-drawn={drawn?.page === page}
      style={{ aspectRatio: `1 / ${ratio}` }}
    >
      <canvas ref={canvas} />
      {boxes && drawn?.page === page ? (
        <BoxMarks key={`${boxes.boxes[0]?.x} ${boxes.boxes[0]?.y}`} boxes={boxes} isTarget={isTarget} />
      ) : null}
      {failedPage === page ? (
        <p className="message">This page could not be drawn. Its text is kept and searched.</p>
      ) : null}
    </div>
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
