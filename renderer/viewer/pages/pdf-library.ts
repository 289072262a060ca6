// Vite makes the address of a file out of `?url`; the lint rule looks into the file itself.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export type PdfLibrary = typeof import('pdfjs-dist')

/** Loads pdf.js when the first page is opened; its worker comes from our own address, as the content policy demands. */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const library = await import('pdfjs-dist')
  library.GlobalWorkerOptions.workerSrc = workerUrl
  return library
}
