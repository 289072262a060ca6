import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { t } from '../../../wording/translate.ts'
import { useClient } from '../../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import { openPdf, type Reading } from './open-pdf.ts'

export type OpenedPdf = { readonly document: PDFDocumentProxy | null; readonly failure: UserFailure | null }

const NOTHING: OpenedPdf = { document: null, failure: null }

/** A PDF for as long as it is shown, once for its page and its list of pages; opened anew for another document. Nothing for what is no PDF. */
export function usePdf({ matter, document: id, textVersion }: Reading, isPdf: boolean): OpenedPdf {
  const client = useClient()
  const key = `${id} ${textVersion}`
  const [held, setHeld] = useState<OpenedPdf & { readonly of: string }>({ ...NOTHING, of: '' })
  useEffect(() => {
    if (!isPdf) return
    const abort = new AbortController()
    openPdf(client, { matter, document: id, textVersion }, abort.signal).then(
      ({ document }) => abort.signal.aborted || setHeld({ document, failure: null, of: key }),
      (caught: unknown) => {
        const failure = userFailure(caught, t('viewer.page.textKept'))
        if (!abort.signal.aborted) setHeld({ document: null, failure, of: key })
      },
    )
    return () => abort.abort()
  }, [client, matter, id, textVersion, key, isPdf])
  return held.of === key ? held : NOTHING
}

/** More would cost memory that nobody sees. */
const SHARPEST = 3

/**
 * Draws a page into the canvas, as wide as `width` CSS pixels and as sharp as the screen, and returns its height by its
 * width. Drawn aside first, so that the old picture stays until the new one is whole. Throws what pdf.js throws.
 */
export async function drawPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<number> {
  const page = await pdf.getPage(pageNumber)
  signal.throwIfAborted()
  const natural = page.getViewport({ scale: 1 })
  const sharpness = Math.min(SHARPEST, window.devicePixelRatio || 1)
  const viewport = page.getViewport({ scale: (width * sharpness) / natural.width })
  const aside = document.createElement('canvas')
  aside.width = Math.round(viewport.width)
  aside.height = Math.round(viewport.height)
  const task = page.render({ canvas: aside, viewport })
  const cancel = () => task.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  await task.promise
  signal.removeEventListener('abort', cancel)
  signal.throwIfAborted()
  canvas.width = aside.width
  canvas.height = aside.height
  canvas.getContext('2d')?.drawImage(aside, 0, 0)
  return natural.height / natural.width
}
