import type { PDFDataRangeTransport, PDFDocumentProxy } from 'pdfjs-dist'
// Vite makes the address of a file out of `?url`; the lint rule looks into the file itself.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { AssistantClient } from '../../../contract/index.ts'
import { t } from '../../../wording/translate.ts'

/** Read at once, so that a small document needs one call; also the size of each later read. */
const RANGE_BYTES = 256 * 1024

interface OpenPdf {
  readonly document: PDFDocumentProxy
  close(): void
}

/** A document as an answer cites it (`Source.textVersion`), or as it is now (null). */
export type Reading = { readonly matter: string; readonly document: string; readonly textVersion: number | null }

/**
 * Opens a PDF of a matter for drawing. Only the parts that the shown pages need are read. Throws what the assistant throws
 * for its bytes, or pdf.js's own error for a file that it cannot open.
 */
export async function openPdf(client: AssistantClient, reading: Reading, signal: AbortSignal): Promise<OpenPdf> {
  const read = async (from: number, to: number, stop?: AbortSignal) => {
    const { bytes, size } = await client.library.bytes({ ...reading, from, to }, stop && { signal: stop })
    return { size, data: new Uint8Array(await bytes.arrayBuffer()) }
  }
  const [library, first] = await Promise.all([loadPdfLibrary(), read(0, RANGE_BYTES, signal)])
  signal.throwIfAborted()
  const unread = Promise.withResolvers<never>()
  const task = library.getDocument({
    range: rangeTransport(library, first.size, first.data, read, unread.reject),
    rangeChunkSize: RANGE_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    cMapUrl: fileUrl('cmaps'),
    standardFontDataUrl: fileUrl('standard_fonts'),
    // Where the system has no Times or Helvetica, pdf.js would squeeze some other font into their widths.
    useSystemFonts: false,
    wasmUrl: fileUrl('wasm'),
    iccUrl: fileUrl('iccs'),
    verbosity: library.VerbosityLevel.ERRORS,
  })
  // The pages of a locked file are drawn with the password that it was read with.
  task.onPassword = (answer: (password: string | Error) => void, reason: number) => {
    const isWrong = reason === library.PasswordResponses.INCORRECT_PASSWORD
    client.library.password({ matter: reading.matter, document: reading.document }, { signal }).then(
      ({ password }) => answer(isWrong || password === null ? new Error(t('viewer.page.noPassword')) : password),
      (caught: unknown) => answer(caught as Error),
    )
  }
  const opened = Promise.race([task.promise, unread.promise])
  // Closed once it is open: a document that goes while it is being opened is an uncaught error in the worker of pdf.js.
  // And what was still being read of an open one is rejected, which nobody waits for any more.
  const close = () =>
    void opened
      .catch(() => {})
      .then(() => task.destroy())
      .catch(() => {})
  signal.addEventListener('abort', close, { once: true })
  return { document: await opened, close }
}

type Read = (from: number, to: number) => Promise<{ readonly data: Uint8Array }>

function rangeTransport(
  { PDFDataRangeTransport }: PdfLibrary,
  sizeBytes: number,
  first: Uint8Array,
  read: Read,
  onUnread: (caught: unknown) => void,
): PDFDataRangeTransport {
  const transport = new PDFDataRangeTransport(sizeBytes, first)
  transport.requestDataRange = (from, to) => {
    read(from, to).then(
      ({ data }) => transport.onDataRange(from, data),
      // pdf.js has no word for a failed range: it would wait for it.
      (caught: unknown) => {
        transport.abort()
        onUnread(caught)
      },
    )
  }
  return transport
}

/** Below the page's own address; the build puts the files there. */
function fileUrl(folder: string): string {
  return new URL(`pdfjs/${folder}/`, document.baseURI).href
}

type PdfLibrary = typeof import('pdfjs-dist')

/** Loads pdf.js when the first page is opened; its worker comes from our own address, as the content policy demands. */
async function loadPdfLibrary(): Promise<PdfLibrary> {
  const library = await import('pdfjs-dist')
  library.GlobalWorkerOptions.workerSrc = workerUrl
  return library
}
