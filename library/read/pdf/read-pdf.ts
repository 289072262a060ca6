import {
  type DocumentAnnotation,
  type DocumentMetadata,
  LiteParse,
  type LiteParseConfig,
  type ParsedPage,
  type ParseResult,
} from '@llamaindex/liteparse'
import { createPdfRecogniser } from './create-pdf-recogniser.ts'
import { pdfPageText } from './pdf-page.ts'
import { pdfStart } from './pdf-start.ts'
import { damagedFailure, gateFailure, ReadFailedError } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { noWords, type ReadPage, type ReadRequest } from '../read-page.ts'
import type { FormatRead, ReadSource } from '../read-source.ts'

/**
 * Ten pages a call cost the same as all at once (1,000 pages: 3.0 s against 4.4 s) and lose at most ten to a crash; one
 * page a call costs a third more and misjudges headings, whose size is compared within a call.
 */
const PAGES_PER_CALL = 10
/** Beyond every document: only the number of pages comes back. A page that killed the parser is not touched again. */
const NO_PAGE = '1000000'
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
  extractLinks: false,
  imageMode: 'off',
  numWorkers: 1,
}
/** More unreadable characters than this, and the page's text layer is not to be trusted. */
const GARBLED_SHARE = 0.1

/** Page numbers alone are no news; more than this share of the words, and the layout was not understood. */
const APPENDED_SHARE = 0.02

const ALL_ALLOWED = -1

type Found = {
  scanned: number[]
  failed: number[]
  garbled: number[]
  appendedWords: number
  words: number
  comments: number
  noCopying: boolean
}

/** Reads a PDF page by page in order, leaving out `request.skipPages`. Throws `ReadFailedError`. */
export async function* readPdf(source: ReadSource): AsyncGenerator<ReadPage, FormatRead, void> {
  const { bytes, request, limits, signal } = source
  const content = bytes.subarray(pdfStart(bytes))
  const parse = (pages: string, more: Partial<LiteParseConfig> = {}) =>
    parsePages(content, request, limits, pages, more)
  const done = new Set(request.skipPages)
  const found: Found = {
    scanned: [],
    failed: [],
    garbled: [],
    appendedWords: 0,
    words: 0,
    comments: 0,
    noCopying: false,
  }
  const perCall = request.pagesPerCall ?? PAGES_PER_CALL
  const recogniser = createPdfRecogniser(source, content)
  let pages = 1
  for (let first = 1; first <= pages; first += perCall) {
    signal.throwIfAborted()
    const last = first + perCall - 1
    // The number of pages is known only after a first call.
    const wanted = range(first, first === 1 && pages === 1 ? last : Math.min(last, pages)).filter(
      (page) => !done.has(page),
    )
    if (wanted.length === 0 && pages > 1) continue
    // The metadata cost 80 ms a call, whatever the pages.
    const result = await parse(wanted.length > 0 ? wanted.join(',') : NO_PAGE, { extractDocumentMetadata: first === 1 })
    pages = result.totalPages
    checkPageCount(pages, limits)
    found.noCopying ||= forbidsCopying(result.docMeta)
    const lookAt = (list: string) => parse(list, { includeComplexity: true })
    const imagePages = await pagesWithImages(result, lookAt)
    await recogniser.look(result, lookAt)
    for (const page of wanted.filter((number) => number <= pages)) {
      const read = readPage(page, result, imagePages, found)
      yield await recogniser.read(read, found.garbled.at(-1) === page)
    }
  }
  const open = (page: number) => !recogniser.hasHandled(page)
  const left = { ...found, scanned: found.scanned.filter(open), garbled: found.garbled.filter(open) }
  return { pages, warnings: [...warningsOf(left), ...recogniser.warnings()] }
}

async function parsePages(
  content: Buffer,
  request: ReadRequest,
  limits: ReadLimits,
  targetPages: string,
  more: Partial<LiteParseConfig>,
): Promise<ParseResult> {
  const password = request.password === undefined ? {} : { password: request.password }
  try {
    return await new LiteParse({ ...PARSER, ...more, ...password, maxPages: limits.pdfPages, targetPages }).parse(
      content,
    )
  } catch (error) {
    throw pdfFailure(error, request.password !== undefined)
  }
}

function checkPageCount(pages: number, limits: ReadLimits): void {
  if (pages > limits.pdfPages)
    throw gateFailure('Too many pages', { value: pages, limit: limits.pdfPages, unit: 'pages' })
  if (pages < 1) throw damagedFailure('it has no pages')
}

/** Pages without text that show a picture, most likely scans. Asked only of pages without text: it costs a second look. */
async function pagesWithImages(
  result: ParseResult,
  parseWithComplexity: (pages: string) => Promise<ParseResult>,
): Promise<ReadonlySet<number>> {
  const textless = result.pages.filter((page) => page.textItems.length === 0).map((page) => page.pageNum)
  if (textless.length === 0) return new Set()
  const looked = await parseWithComplexity(textless.join(','))
  return new Set(looked.pages.filter(hasImage).map((page) => page.pageNum))
}

function hasImage({ complexity }: ParsedPage): boolean {
  return complexity !== undefined && (complexity.fullPageImage || complexity.imageBlockCount > 0)
}

function readPage(number: number, result: ParseResult, imagePages: ReadonlySet<number>, found: Found): ReadPage {
  const page = result.pages.find((parsed) => parsed.pageNum === number)
  const error = result.pageErrors.find((failure) => failure.pageNum === number)
  if (!page || error) {
    found.failed.push(number)
    const reason = `the page is damaged (${error?.message ?? 'nothing came back'})`
    return { ...withoutText(number, page), state: 'failed', reason }
  }
  found.comments += (page.annotations ?? []).filter(isComment).length
  const { text, words, blocks, appendedWords } = pdfPageText(page)
  if (text.trim() === '') {
    const isScan = imagePages.has(number)
    if (isScan) found.scanned.push(number)
    const reason = isScan ? 'scanned page: no text layer' : 'no text is on the page'
    return { ...withoutText(number, page), state: 'empty', reason }
  }
  found.appendedWords += appendedWords
  found.words += words.starts.length
  if (isGarbled(text)) found.garbled.push(number)
  return { ...withoutText(number, page), state: 'text', reason: null, text, words, blocks }
}

/** Bit 5 of the permissions of an encrypted PDF (ISO 32000-1 table 22). Every engine extracts all the same. */
function forbidsCopying(metadata: DocumentMetadata | undefined): boolean {
  return metadata?.isEncrypted === true && ((metadata.permissions ?? ALL_ALLOWED) & 16) === 0
}

/** Notes laid over the page; text boxes are read as text, links and form fields say nothing of their own. */
function isComment({ subtype, contents = '' }: DocumentAnnotation): boolean {
  return contents.trim() !== '' && !['freetext', 'link', 'widget', 'popup'].includes(subtype)
}

function withoutText(number: number, page: ParsedPage | undefined): Omit<ReadPage, 'state' | 'reason'> {
  const { pageLabel = null, width = 0, height = 0 } = page ?? {}
  return { page: number, label: pageLabel, width, height, text: '', words: noWords(), blocks: [] }
}

/** Fonts without a usable character table give replacement and private-use characters. */
function isGarbled(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are the sign that is looked for
  const odd = text.match(/[\uFFFD\uE000-\uF8FF\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0
  return odd > text.replace(/\s+/g, '').length * GARBLED_SHARE
}

function warningsOf(found: Found): readonly string[] {
  return [
    found.noCopying && 'The owner of this PDF does not allow copying its text; it was read for use here only.',
    found.scanned.length > 0 && `${pageList(found.scanned)} scanned, without a text layer, and not recognised.`,
    found.failed.length > 0 && `${pageList(found.failed)} damaged and could not be read.`,
    found.garbled.length > 0 && `${pageList(found.garbled)} not to be trusted: the text layer looks garbled.`,
    found.comments > 0 && `${found.comments} comments laid over the pages are not part of the text.`,
    found.appendedWords > found.words * APPENDED_SHARE &&
      `${found.appendedWords} of ${found.words} words did not fit the layout and stand at the end of their pages.`,
  ].filter((warning) => warning !== false)
}

/** "Page 4 is", "Pages 2-4, 9 are". */
function pageList(pages: readonly number[]): string {
  if (pages.length === 1) return `Page ${pages[0]} is`
  const runs: string[] = []
  for (let at = 0; at < pages.length; ) {
    let end = at
    while (pages[end + 1] === pages[end]! + 1) end += 1
    runs.push(end === at ? `${pages[at]}` : `${pages[at]}-${pages[end]}`)
    at = end + 1
  }
  return `Pages ${runs.join(', ')} are`
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Liteparse tells its errors apart only by their words. */
function pdfFailure(error: unknown, passwordGiven: boolean): ReadFailedError {
  const text = error instanceof Error ? error.message : String(error)
  if (/password/i.test(text)) {
    const message = passwordGiven
      ? 'The password does not open this PDF.'
      : 'This PDF is locked. Give its password to read it.'
    return new ReadFailedError({ code: 'password', message, retry: true }, { cause: error })
  }
  if (/unsupported security handler/i.test(text)) {
    const message =
      'This PDF is locked in a way that cannot be opened here (a certificate). Save it without the lock and add it again.'
    return new ReadFailedError({ code: 'unsupported', message, retry: false }, { cause: error })
  }
  return damagedFailure('it cannot be opened as a PDF', error)
}
