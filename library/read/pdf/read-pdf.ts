import { message } from '../../../wording/message.ts'
import type { DocumentMetadata, ParsedPage, TextItem } from '@llamaindex/liteparse'
import {
  type AttachedPiece,
  attachedPieces,
  createAttachedNames,
  type FormatRead,
  type ReadItem,
  type ReadSource,
} from '../read-source.ts'
import { damagedFailure, gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { noWords, pageReason, type ReadPage } from '../read-page.ts'
import type { Aside } from './word-aligner.ts'
import { createPdfRecogniser } from './create-pdf-recogniser.ts'
import { hiddenText, isGarbled, mayBeCovered } from './untrusted-text.ts'
import { pdfPageText } from './pdf-page.ts'
import { parsedBatches, turnedBack, uprightPages, type UprightPages } from './parse-pages.ts'
import { emptyFound, inOrder, noteEarlier, noticedOn, type PdfFound, pdfWarnings } from './pdf-warnings.ts'
import { createParser, type PdfParser } from './pdf-parser.ts'
import { hasLargerStream, isEncrypted, pdfSigns, type PdfSigns } from './pdf-signs.ts'
import { pdfStart } from '../media-type.ts'
import type { ParsedPages } from './pdfjs-pages.ts'
import { createRunningLines, type RunningLines } from './running-lines.ts'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Each call costs some 6 ms (1,000 pages: 2.0 s in tens, 1.65 s in 25s, 1.5 s in fifties; the whole add was .69 as fast as the bare
 * parser in 25s, .72 in forties), and its pages come, are lost to a crash, and take memory together. One page a call costs a third more and misjudges headings, whose size is compared
 * within a call.
 */
export const PAGES_PER_CALL = 40
/**
 * They are parsed while the pages of the one before are laid out. With one ahead the parser's own thread waits while the main
 * thread takes its results over: 1,000 pages were read in 1.2 to 1.4 s with one, and in 0.9 to 1.0 s with two, when both
 * cores were free (three and six runs, not side by side). On a busy computer it makes no difference. The processor time is
 * the same; it takes 5 to 15 % more memory (400 pages of small print: 391 MB against 344).
 */
const CALLS_AHEAD = 2

type KnownOfPages = UprightPages & {
  readonly imagePages: ReadonlySet<number>
  readonly running: RunningLines
  readonly hidden: ReadonlySet<TextItem>
}

const ALL_ALLOWED = -1
/** PDFium's name for a form whose fields are drawn by a program of their own (XFA). */
const XFA_FORM = 2
/** Coarse, but print of 6 points still leaves its trace. */
const LOOK_DPI = 60

/**
 * Reads a PDF page by page in order, leaving out `request.skipPages`, then the files inside it. Throws
 * `ReadFailedError`.
 */
export async function* readPdf(source: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  const { bytes, request, limits, signal } = source
  const content = bytes.subarray(pdfStart(bytes))
  const found = emptyFound()
  found.signatures = pdfSignatures(content)
  noteEarlier(found, request)
  await using parser = createParser(content, request, limits, found)
  const running = createRunningLines()
  const recogniser = createPdfRecogniser(source, content)
  const perCall = request.pagesPerCall ?? PAGES_PER_CALL
  const batches = parsedBatches(parser, {
    perCall,
    done: new Set(request.skipPages),
    untouched: new Set(request.failedPages),
    checkPages: (count) => checkPageCount(count, limits),
    // One page a call is how a page is found that kills the process: then nothing else may be under way.
    ahead: perCall > 1 ? CALLS_AHEAD : 0,
    // They cost 80 ms, whatever the pages, and tell only what an encrypted file permits.
    hasMetadata: isEncrypted(content),
  })
  let pages = 0
  let signs: PdfSigns | undefined
  for await (const { wanted, parsed } of batches) {
    signal.throwIfAborted()
    pages = parsed.totalPages
    noteDocument(parsed, found)
    // Not before: now the parser is at work on the next pages.
    signs ??= pdfSigns(content)
    const upright = await uprightPages(parsed, parser)
    running.add(upright.result.pages)
    if (wanted.length === 0) continue
    const imagePages = await pagesWithImages(parsed, parser)
    const hidden = await hiddenItems(upright, signs, parser, found)
    await recogniser.look(parsed, (numbers) => parser.parse(numbers, { includeComplexity: true }))
    for (const page of wanted.filter((number) => number <= pages)) {
      const { words, appendedWords } = found
      const layer = readPage(page, { ...upright, imagePages, running, hidden }, found)
      const isGarbledPage = found.garbled.at(-1) === page
      const read = await recogniser.read(layer, { isGarbled: isGarbledPage, isDrawn: imagePages.has(page) })
      yield { ...read, of: pages, noticed: noticedOn(page, found, { words, appendedWords }, recogniser) }
    }
  }
  if (signs?.mayAttach) yield* attachments(content, signs, parser, limits, found)
  const isLeft = (page: number) => !recogniser.hasHandled(page)
  const all = inOrder(found)
  const left = { ...all, scanned: all.scanned.filter(isLeft), garbled: all.garbled.filter(isLeft) }
  return { pages, warnings: [...pdfWarnings(left), ...recogniser.warnings()] }
}

function checkPageCount(pages: number, limits: ReadLimits): void {
  if (pages > limits.pdfPages) throw gateFailure('pages', { value: pages, limit: limits.pdfPages })
  if (pages < 1) throw damagedFailure(message('unread.damage.noPages'))
}

/** Pages without text that show a picture or a drawing, most likely scans. Asked only of pages without text: it costs a second look. */
async function pagesWithImages(result: ParsedPages, parser: PdfParser): Promise<ReadonlySet<number>> {
  const textless = result.pages.filter((page) => page.textItems.length === 0).map((page) => page.pageNum)
  if (textless.length === 0) return new Set()
  const looked = await parser.parse(textless, { includeComplexity: true })
  return new Set(looked.pages.filter(hasImage).map((page) => page.pageNum))
}

/**
 * The text that cannot be seen on the pages of a result. A page that is one picture is left as it is: its text is what
 * was recognised in a scan, and invisible for that reason.
 */
async function hiddenItems(
  { result, config }: UprightPages,
  signs: PdfSigns,
  parser: PdfParser,
  found: PdfFound,
): Promise<ReadonlySet<TextItem>> {
  const hidden = new Set<TextItem>()
  const doubted = result.pages.filter((page) => page.textItems.length > 0 && (signs.mayHideText || mayBeCovered(page)))
  if (doubted.length === 0) return hidden
  const looked = await parser.parse(
    doubted.map((page) => page.pageNum),
    { ...config, includeComplexity: true, extractScreenshots: true, dpi: LOOK_DPI },
  )
  for (const page of doubted) {
    const number = page.pageNum
    const isScan = looked.pages.find(({ pageNum }) => pageNum === number)?.complexity?.fullPageImage ?? false
    const screenshot = looked.screenshots.find(({ pageNum }) => pageNum === number)
    if (isScan || !screenshot) continue
    const { items, isAll } = hiddenText(page, screenshot)
    if (isAll) found.invisible.push(number)
    else if (items.size > 0) found.hidden.push(number)
    for (const item of items) hidden.add(item)
  }
  return hidden
}

/** The files inside; liteparse does not tell of them, and opening the file anew is only worth it where there may be any. */
async function* attachments(
  content: Buffer,
  signs: PdfSigns,
  parser: PdfParser,
  limits: ReadLimits,
  found: PdfFound,
): AsyncGenerator<AttachedPiece> {
  // Of encrypted streams the size cannot be told; what bounds them is the memory of the process.
  if (!signs.isEncrypted && hasLargerStream(content, limits.zipInflatedMb * BYTES_PER_MB)) {
    found.attachmentsTooLarge = true
    return
  }
  const document = await parser.pdfjs().catch(() => null)
  if (document) yield* pdfAttachments(document, { limit: limits.zipEntries, failed: found.attachmentsFailed })
}

function noteDocument({ docMeta, formType }: ParsedPages, found: PdfFound): void {
  found.noCopying ||= forbidsCopying(docMeta)
  found.isXfaForm ||= formType === XFA_FORM
}

function hasImage({ complexity }: ParsedPage): boolean {
  if (!complexity) return false
  // Letters may be drawn as outlines, which count as figures.
  const { fullPageImage, imageBlockCount, layout } = complexity
  return fullPageImage || imageBlockCount > 0 || (layout?.figureCount ?? 0) > 0
}

function readPage(number: number, known: KnownOfPages, found: PdfFound): ReadPage {
  const { result, turned } = known
  const page = result.pages.find((parsed) => parsed.pageNum === number)
  const error = result.pageErrors.find((failure) => failure.pageNum === number)
  if (!page || error) {
    found.failed.push(number)
    const reason = error ? message('reading.pages.damaged', { why: error.message }) : pageReason('nothingCame')
    return { ...withoutText(number, page), state: 'failed', reason }
  }
  const asides = asidesOf(page, known)
  const { text, words, blocks, appendedWords } = pdfPageText(page, asides)
  // Also where a comment lies over the scan, and is all the text there is.
  const isScan = known.imagePages.has(number)
  if (isScan) found.scanned.push(number)
  if (text.trim() === '') {
    const reason = pageReason(isScan ? 'scanned' : 'noTextOnPage')
    return { ...withoutText(number, page), state: 'empty', reason }
  }
  found.appendedWords += appendedWords
  found.words += words.starts.length
  if (isGarbled(text)) found.garbled.push(number)
  const read: ReadPage = { ...withoutText(number, page), state: 'text', reason: null, text, words, blocks }
  const turn = turned.get(number)
  if (!turn) return read
  return { ...read, width: turn.width, height: turn.height, words: { ...words, boxes: turnedBack(words.boxes, turn) } }
}

/** Bit 5 of the permissions of an encrypted PDF (ISO 32000-1 table 22). Every engine extracts all the same. */
function forbidsCopying(metadata: DocumentMetadata | undefined): boolean {
  return metadata?.isEncrypted === true && ((metadata.permissions ?? ALL_ALLOWED) & 16) === 0
}

function asidesOf(page: ParsedPage, { running, hidden }: KnownOfPages): ReadonlyMap<TextItem, Aside> {
  const asides = new Map<TextItem, Aside>(running.of(page))
  for (const item of page.textItems) if (hidden.has(item)) asides.set(item, 'hidden')
  return asides
}

function withoutText(number: number, page: ParsedPage | undefined): Omit<ReadPage, 'state' | 'reason'> {
  const { pageLabel = null, width = 0, height = 0 } = page ?? {}
  return { page: number, label: pageLabel, width, height, text: '', words: noWords(), blocks: [] }
}

type Found = { readonly id: string; readonly name: string }

/**
 * The files inside a PDF: those of the document (a portfolio's too) and those that are pinned to a page. `failed` gets
 * the names of those that cannot be unpacked. At most `limit` files.
 */
async function* pdfAttachments(
  document: PDFDocumentProxy,
  { limit, failed }: { readonly limit: number; readonly failed: string[] },
): AsyncGenerator<AttachedPiece> {
  const nameOf = createAttachedNames()
  const given = new Set<string>()
  for await (const { id, name } of filesOf(document)) {
    if (given.has(id) || given.size >= limit) continue
    given.add(id)
    const bytes = await document.getAttachmentContent(id).catch(() => null)
    if (bytes === null) failed.push(name)
    else yield* attachedPieces(nameOf(name, `attachment ${given.size}`), bytes)
  }
}

async function* filesOf(document: PDFDocumentProxy): AsyncGenerator<Found> {
  for (const [id, { rawFilename }] of (await document.getAttachments()) ?? []) yield { id, name: rawFilename || id }
  for (let number = 1; number <= document.numPages; number += 1) {
    const annotations = await (await document.getPage(number)).getAnnotations()
    for (const { subtype, fileId, file } of annotations)
      if (subtype === 'FileAttachment' && fileId) yield { id: fileId, name: file?.rawFilename ?? '' }
  }
}

/** A signature's dictionary with its certificate is seldom larger. */
const LARGEST_BYTES = 2 ** 20
const MOST = 100

/**
 * Who signed a PDF and when, as its signatures say ("Jane Doe, 2024-03-01"); an empty text where they say nothing. They
 * are looked for in the raw file: what is signed must lie there in the open. Nothing is verified.
 */
export function pdfSignatures(bytes: Buffer): readonly string[] {
  const found: string[] = []
  let at = bytes.indexOf('/ByteRange', 0, 'latin1')
  while (at >= 0 && found.length < MOST) {
    const from = Math.max(bytes.lastIndexOf(' obj', at, 'latin1'), at - LARGEST_BYTES)
    const end = bytes.indexOf('endobj', at, 'latin1')
    const to = end < 0 ? bytes.length : end
    const dictionary = bytes.toString('latin1', from, Math.min(to, from + LARGEST_BYTES))
    const name = textOf(/\/Name\s*\(((?:[^\\()]|\\.)*)\)/s.exec(dictionary)?.[1] ?? '')
    const [, year, month, day] = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)/.exec(dictionary) ?? []
    found.push([name, year && `${year}-${month}-${day}`].filter(Boolean).join(', '))
    at = bytes.indexOf('/ByteRange', to, 'latin1')
  }
  return found
}

/** A text string: UTF-16 where it begins with a byte order mark, else as good as Latin-1. */
function textOf(raw: string): string {
  const bytes = Buffer.from(raw.replace(/\\([\\()])/g, '$1'), 'latin1')
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0)
    return bytes.subarray(2).swap16().toString('utf16le').trim()
  return bytes
    .toString('latin1')
    .replace(/\p{Cc}/gu, '')
    .trim()
}
