import { LiteParse, type LiteParseConfig, type ParseResult, type ScreenshotResult } from '@llamaindex/liteparse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ReadLimits } from '../read-limits.ts'
import type { ReadRequest } from '../read-page.ts'
import { openPdfjs, PdfPasswordError } from './open-pdfjs.ts'
import { createPasswordTries } from './password-tries.ts'
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
