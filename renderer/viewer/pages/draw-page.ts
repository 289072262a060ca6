import type { PDFDocumentProxy } from 'pdfjs-dist'

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
