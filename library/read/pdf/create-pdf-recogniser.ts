import { message } from '../../../wording/message.ts'
import { LiteParse, type PageComplexityStats } from '@llamaindex/liteparse'
import { decodeGray } from '../image/decode-gray.ts'
import { createPageRecogniser } from '../ocr/create-page-recogniser.ts'
import type { GrayImage } from '../ocr/gray-image.ts'
import { MOST_PIXELS_A_SIDE } from '../ocr/recognise-words.ts'
import { pageReason, type ReadPage } from '../read-page.ts'
import type { ReadSource } from '../read-source.ts'
import type { Notice } from '../../../contract/document.ts'
import type { FoundWord } from './word-aligner.ts'
import type { ParsedPages } from './pdfjs-pages.ts'

/** Recognises pages of one PDF that have no text layer worth the name. */
export interface PdfRecogniser {
  /** Looks at the pages of a call before they are given to `read`. `parse` reads those pages again, with their pictures. */
  look(result: ParsedPages, parse: (pages: readonly number[]) => Promise<ParsedPages>): Promise<void>
  /** The page itself where its text layer stands, else what was recognised. */
  read(page: ReadPage, layer: TextLayer): Promise<ReadPage>
  /** Whether `read` has said all there is to say of a page that has no text or a garbled one. */
  hasHandled(page: number): boolean
  /** Whether the page was to be recognised, and so concerns what `warnings` say. */
  wasNeeded(page: number): boolean
  warnings(): readonly Notice[]
}

/**
 * `isGarbled`: it cannot be read. `isDrawn`: there is no text, or what there is was laid over it (a comment, a stamp), but a
 * picture or a drawing is on the page.
 */
type TextLayer = { readonly isGarbled: boolean; readonly isDrawn: boolean }

/** A stamp, a running title: so few words on a picture of the whole page are not its text. */
const FEW_WORDS = 60

/** Nor are these where a smaller picture, or drawing that may be letters, is on the page as well. */
const STAMP_WORDS = 20

/** Share of the page. A page of a few words and nothing else is no scan: recognising 400 of them took minutes. */
const LEAST_DRAWN = 0.02

/** Share of the page that a picture covers when the page is a scan. */
const SCAN_SHARE = 0.6

/** Leaves every page as it is when the request wants no recognition. */
export function createPdfRecogniser({ request, signal }: ReadSource, content: Buffer): PdfRecogniser {
  const { ocr } = request
  if (!ocr) return NO_RECOGNISER
  const recogniser = createPageRecogniser(ocr)
  const asked = new Set(ocr.pages)
  const scans = new Set<number>()
  const handled = new Set<number>()
  const needed = new Set(request.noticed?.flatMap(({ page, kinds }) => (kinds.includes('ocr') ? [page] : [])))

  function wayOf(page: ReadPage, layer: TextLayer): Way {
    if (page.state === 'failed') return 'none'
    if (asked.has(page.page!)) return 'asked'
    if (ocr!.mode === 'never') return 'none'
    return wayByLayer(page, layer, ocr!.mode === 'always' || scans.has(page.page!))
  }

  async function recognised(page: ReadPage, way: Exclude<Way, 'none'>): Promise<ReadPage> {
    const own = way === 'beside' ? wordsOf(page) : []
    const found = await recogniser.recognise(await drawPage(content, page, request.password), page, own)
    if (page.text === '') {
      handled.add(page.page!)
      return found
        ? { ...page, ...found, state: 'ocr', reason: null }
        : { ...page, reason: pageReason('noPrintOnPage') }
    }
    if (!found) return way === 'asked' ? { ...page, reason: pageReason('noPrintInstead') } : page
    // A layer that reads like the picture is no garbled one, whatever its letters look like.
    if (way === 'instead' && sharesWords(page.text, found.text)) return page
    handled.add(page.page!)
    return { ...page, ...found, state: 'ocr', reason: pageReason(way) }
  }

  return {
    async look(result, parse) {
      const sparse = result.pages.filter(({ text, textItems }) => textItems.length > 0 && wordCount(text) <= FEW_WORDS)
      if (!recogniser.isReady || ocr.mode === 'never' || sparse.length === 0) return
      const looked = await parse(sparse.map(({ pageNum }) => pageNum))
      for (const { pageNum, complexity, text } of looked.pages)
        if (isScan(complexity) || (wordCount(text) <= STAMP_WORDS && hasMore(complexity))) scans.add(pageNum)
    },
    async read(page, layer) {
      signal.throwIfAborted()
      const way = wayOf(page, layer)
      if (way !== 'none') needed.add(page.page!)
      if (way === 'none' && page.state === 'text') recogniser.noteText(page.text)
      if (way === 'none' || !recogniser.isReady) return page
      return recognised(page, way).catch((error: unknown) => withoutRecognition(page, way, error))
    },
    hasHandled: (page) => handled.has(page),
    wasNeeded: (page) => needed.has(page),
    // Missing data is no news to a document that has no use for it.
    warnings: () => (needed.size > 0 ? recogniser.warnings : []),
  }
}

const NO_RECOGNISER: PdfRecogniser = {
  look: async () => {},
  read: async (page) => page,
  hasHandled: () => false,
  wasNeeded: () => false,
  warnings: () => [],
}

/** How a page is recognised: beside its text layer, instead of it, instead of it since a person asked, or not at all. */
type Way = 'none' | 'beside' | 'instead' | 'asked'

function wayByLayer(page: ReadPage, { isGarbled, isDrawn }: TextLayer, isWanted: boolean): Way {
  if (page.text === '' && !isDrawn) return 'none'
  if (page.text === '' || isGarbled) return 'instead'
  return isWanted || isDrawn ? 'beside' : 'none'
}

function withoutRecognition(page: ReadPage, way: Way, error: unknown): ReadPage {
  const why = (error as Error).message
  if (page.text === '') return { ...page, state: 'failed', reason: message('reading.pages.notRecognised', { why }) }
  return way === 'asked' ? { ...page, reason: message('reading.pages.notRecognisedOwnText', { why }) } : page
}

function isScan(complexity: PageComplexityStats | undefined): boolean {
  return complexity !== undefined && (complexity.fullPageImage || complexity.largestImageCoverage >= SCAN_SHARE)
}

function hasMore(complexity: PageComplexityStats | undefined): boolean {
  if (!complexity) return false
  return complexity.imageCoverage >= LEAST_DRAWN || (complexity.layout?.figureCoverage ?? 0) >= LEAST_DRAWN
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function wordsOf({ text, words }: ReadPage): readonly FoundWord[] {
  return Array.from(words.starts, (start, index) => {
    const [x = 0, y = 0, width = 0, height = 0] = words.boxes.subarray(index * 4, index * 4 + 4)
    return { text: text.slice(start, words.ends[index]), x, y, width, height }
  })
}

/**
 * Scans are mostly of 200 or 300 dots an inch. Drawing at 300 reads as well or better than at 200 (spoiled scans: 99.5 %
 * of words against 99.2 %) and takes half as long again.
 */
const DRAW_DPI = 300
const POINTS_AN_INCH = 72

/** A page of a PDF as it is shown, in gray; large pages coarser, so that the engine need not shrink them. */
export async function drawPage(
  content: Buffer,
  { page, width, height }: Pick<ReadPage, 'page' | 'width' | 'height'>,
  password: string | undefined,
): Promise<GrayImage> {
  const longer = Math.max(width, height, 1)
  const dpi = Math.min(DRAW_DPI, Math.floor((MOST_PIXELS_A_SIDE * POINTS_AN_INCH) / longer))
  const parser = new LiteParse({ ocrEnabled: false, quiet: true, dpi, ...(password === undefined ? {} : { password }) })
  const [drawn] = await parser.screenshot(content, [page ?? 1])
  if (!drawn) throw new Error(`expected a picture of page ${page}, got none`)
  return decodeGray(drawn.imageBuffer)
}

/** A third of the words in common is no accident. */
const SHARED_WORDS = 0.3

/** Whether two texts are of the same page, as far as their words tell. */
function sharesWords(layer: string, recognised: string): boolean {
  const words = longWords(layer)
  const seen = new Set(longWords(recognised))
  return words.filter((word) => seen.has(word)).length >= words.length * SHARED_WORDS
}

function longWords(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}
