import { LiteParse, type LiteParseConfig, type ScreenshotResult } from '@llamaindex/liteparse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ReadLimits } from '../read-limits.ts'
import type { ReadRequest } from '../read-page.ts'
import { openPdfjs, PdfPasswordError } from './open-pdfjs.ts'
import { passwordFailure, pdfFailure } from './pdf-failure.ts'
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
 * Liteparse, and pdf.js for a file that liteparse does not open: with a password of other than English letters, or
 * damaged. `found.isPatched` says of the latter.
 */
export function createParser(content: Buffer, request: ReadRequest, limits: ReadLimits, found: PdfFound): PdfParser {
  const { password } = request
  const config = { ...PARSER, ...(password === undefined ? {} : { password }), maxPages: limits.pdfPages }
  let opened: Promise<PDFDocumentProxy> | undefined
  let isPatient = false

  function pdfjs(): Promise<PDFDocumentProxy> {
    opened ??= openPdfjs(content, password)
    return opened
  }

  async function parsePatiently(pages: readonly number[]) {
    const document = await pdfjs()
    const numbers = pages.filter((number) => number <= document.numPages)
    return { ...(await pdfjsPages(document, numbers, PARSER)), screenshots: [] }
  }

  return {
    async parse(pages, more = {}) {
      if (isPatient) return parsePatiently(pages)
      try {
        return await new LiteParse({ ...config, ...more, targetPages: pages.join(',') }).parse(content)
      } catch (error) {
        const failure = pdfFailure(error, password !== undefined)
        const { code } = failure.failure
        if (code === 'unsupported' || (code === 'password' && password === undefined)) throw failure
        const result = await parsePatiently(pages).catch((cause: unknown) => {
          throw cause instanceof PdfPasswordError ? passwordFailure(password !== undefined, cause) : failure
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
