import { message } from '../../../wording/message.ts'
import { LiteParse, type LiteParseConfig, type ParseResult, type ScreenshotResult } from '@llamaindex/liteparse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damagedFailure, ReadFailedError, unsupportedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ReadRequest } from '../read-page.ts'
import type { PdfFound } from './pdf-warnings.ts'
import { type ParsedPages, pdfjsPages } from './pdfjs-pages.ts'

export interface PdfParser {
  /** Pages by their numbers, each parsed on its own. Throws `ReadFailedError`. */
  parse(
    pages: readonly number[],
    more?: Partial<LiteParseConfig>,
  ): Promise<ParsedPages & { readonly screenshots: readonly ScreenshotResult[] }>
  /** The same file opened with pdf.js, once; it is closed with the parser. */
  pdfjs(): Promise<PDFDocumentProxy>
  [Symbol.asyncDispose](): Promise<void>
}

/** No network (`ocrEnabled` would fetch models), nothing stripped, no links or pictures marked in the text. */
const PARSER: Partial<LiteParseConfig> = {
  ocrEnabled: false,
  quiet: true,
  keepHeadersFooters: true,
  extractBlocks: true,
  emitWordBoxes: true,
  outputFormat: 'markdown',
  continueOnPageError: true,
  extractFormFields: true,
  extractAnnotations: true,
  extractVectorGraphics: true,
  extractLinks: false,
  imageMode: 'off',
  numWorkers: 1,
}

/**
 * Liteparse, and pdf.js for a file or a page that liteparse does not read: with some passwords, or damaged.
 * `found.isPatched` tells of the latter.
 */
export function createParser(content: Buffer, request: ReadRequest, limits: ReadLimits, found: PdfFound): PdfParser {
  const isLocked = request.password !== undefined
  const withPassword = createPasswordTries(request.password, isPasswordRefused)
  let opened: Promise<PDFDocumentProxy> | undefined
  let isPatient = false

  function pdfjs(): Promise<PDFDocumentProxy> {
    opened ??= withPassword((password) => openPdfjs(content, password))
    return opened
  }

  async function parsePatiently(pages: readonly number[]) {
    const document = await pdfjs()
    const numbers = pages.filter((number) => number <= document.numPages)
    return { ...(await pdfjsPages(document, numbers, PARSER)), screenshots: [] }
  }

  /** Puts in the pages that liteparse gave up and pdf.js reads. */
  async function patched(result: ParseResult): Promise<ParseResult> {
    if (result.pageErrors.length === 0) return result
    const patient = await parsePatiently(result.pageErrors.map(({ pageNum }) => pageNum)).catch(() => null)
    if (!patient || patient.pages.length === 0) return result
    found.isPatched = true
    const read = new Set(patient.pages.map(({ pageNum }) => pageNum))
    return {
      ...result,
      pages: [...result.pages.filter(({ pageNum }) => !read.has(pageNum)), ...patient.pages],
      pageErrors: result.pageErrors.filter(({ pageNum }) => !read.has(pageNum)),
    }
  }

  return {
    async parse(pages, more = {}) {
      if (isPatient) return parsePatiently(pages)
      const config = { ...PARSER, ...more, maxPages: limits.pdfPages, targetPages: pages.join(',') }
      try {
        const result = await withPassword((password) =>
          new LiteParse({ ...config, ...(password !== undefined && { password }) }).parse(content),
        )
        return await patched(result)
      } catch (error) {
        const failure = pdfFailure(error, isLocked)
        const { code } = failure.failure
        if (code === 'unsupported' || (code === 'password' && !isLocked)) throw failure
        const result = await parsePatiently(pages).catch((cause: unknown) => {
          throw cause instanceof PdfPasswordError ? passwordFailure(isLocked, cause) : failure
        })
        isPatient = true
        found.isPatched = code === 'damaged'
        return result
      }
    },
    pdfjs,
    async [Symbol.asyncDispose]() {
      const document = await opened?.catch(() => null)
      await document?.loadingTask.destroy()
    },
  }
}

function isPasswordRefused(error: unknown): boolean {
  return error instanceof PdfPasswordError || pdfFailure(error, true).failure.code === 'password'
}

/** What liteparse says of a file it cannot open; it tells its errors apart only by their words. */
function pdfFailure(error: unknown, passwordGiven: boolean): ReadFailedError {
  const text = error instanceof Error ? error.message : String(error)
  if (/password/i.test(text)) return passwordFailure(passwordGiven, error)
  if (/unsupported security handler/i.test(text))
    return unsupportedFailure('certificatePdf', message('unread.advice.saveWithoutLock'))
  return damagedFailure(message('unread.damage.pdf'), error)
}

function passwordFailure(passwordGiven: boolean, cause: unknown): ReadFailedError {
  const what = message(passwordGiven ? 'unread.wrongPassword' : 'unread.lockedPdf')
  return new ReadFailedError({ code: 'password', message: what, retry: true }, { cause })
}

/**
 * Makes a function that tries something with a password in each of the ways it may be meant, until one is not refused;
 * later calls keep to that one. Throws what `use` throws; when all are refused, the first refusal.
 */
function createPasswordTries(
  given: string | undefined,
  isRefused: (error: unknown) => boolean,
): <T>(use: (password: string | undefined) => Promise<T>) => Promise<T> {
  let passwords = spellingsOf(given)
  return async (use) => {
    let refused: unknown
    for (const password of passwords) {
      try {
        const result = await use(password)
        passwords = [password]
        return result
      } catch (error) {
        if (!isRefused(error)) throw error
        refused ??= error
      }
    }
    throw refused
  }
}

/**
 * As it was typed, and as newer PDFs store it (SASLprep, RFC 4013: one character for a letter with its accent, no soft
 * hyphens, plain spaces).
 */
function spellingsOf(password: string | undefined): readonly (string | undefined)[] {
  if (password === undefined) return [undefined]
  const prepared = password
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFKC')
  return prepared === password ? [password] : [password, prepared]
}

class PdfPasswordError extends Error {
  override name = 'PdfPasswordError'
}

/** Errors only: what it says of a file's faults is of no use to the user. */
const QUIET = 0

/**
 * Opens a PDF with pdf.js, slower than liteparse and more patient: it takes passwords of any letters and files whose
 * parts are out of place. No worker, no network, no fonts of the system; it makes no code from files. Close it with
 * `loadingTask.destroy()`. Throws `PdfPasswordError`, or what pdf.js throws of a file that it cannot open.
 */
async function openPdfjs(content: Buffer, password: string | undefined): Promise<PDFDocumentProxy> {
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
