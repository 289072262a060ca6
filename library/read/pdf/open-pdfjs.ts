import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export class PdfPasswordError extends Error {
  override name = 'PdfPasswordError'
}

/** Errors only: what it says of a file's faults is of no use to the user. */
const QUIET = 0

/**
 * Opens a PDF with pdf.js, slower than liteparse and more patient: it takes passwords of any letters and files whose
 * parts are out of place. No worker, no network, no fonts of the system; it makes no code from files. Close it with
 * `loadingTask.destroy()`. Throws `PdfPasswordError`, or what pdf.js throws of a file that it cannot open.
 */
export async function openPdfjs(content: Buffer, password: string | undefined): Promise<PDFDocumentProxy> {
  const { getDocument, PasswordException } = await loadPdfjs()
  const task = getDocument({
    // A copy: pdf.js takes what it is given away from its owner.
    data: Uint8Array.from(content),
    ...(password === undefined ? {} : { password }),
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    verbosity: QUIET,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    if (error instanceof PasswordException) throw new PdfPasswordError(error.message, { cause: error })
    throw error
  }
}

/** What pdf.js calls a fault of a file. Some of its promises fail with it when nobody waits for them any more. */
const FAULTS = new Set(['XRefEntryException', 'XRefParseException', 'FormatError', 'MissingDataException'])
let isGuarded = false

/** A fault that nobody waits for would end the process; any other error still does. */
function guardProcess(): void {
  if (isGuarded) return
  isGuarded = true
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof Error && FAULTS.has(error.name))) throw error
  })
}

/** With its worker's program in this thread: it looks for it under this name before it would load a file. */
async function loadPdfjs() {
  guardProcess()
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
