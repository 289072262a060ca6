import type { LiteParseConfig, ParsedPage } from '@llamaindex/liteparse'
import type { PdfParser } from './pdf-parser.ts'
import type { ParsedPages } from './pdfjs-pages.ts'

type ParsedBatch = {
  readonly parsed: ParsedPages
  /** Those of its pages that are to be read; the last may lie beyond the document. */
  readonly wanted: readonly number[]
}

export type BatchOptions = {
  readonly perCall: number
  /** Pages that have been read before. */
  readonly done: ReadonlySet<number>
  /** Pages that are not even looked at: one of them may have killed the parser. */
  readonly untouched: ReadonlySet<number>
  /** Throws for a number of pages that is not read. */
  readonly checkPages: (pages: number) => void
  /** So many batches are parsed, or wait for the parser's own thread, while the caller works on one. */
  readonly ahead: number
  /** Whether the first batch comes with the document's metadata. */
  readonly hasMetadata: boolean
}

/** Beyond every document: only the number of pages comes back. */
const NO_PAGE = [1_000_000]

/**
 * The pages of a document in order, `perCall` at a time. Where a batch holds one page to be read, it is parsed as a whole
 * and after the one before it, so that what depends on the pages around comes out as if nothing had been read before.
 */
export async function* parsedBatches(
  parser: PdfParser,
  options: BatchOptions,
): AsyncGenerator<ParsedBatch, void, void> {
  const { perCall, done, untouched, checkPages, ahead, hasMetadata } = options
  const pagesFrom = (first: number, pages = Infinity) => {
    const all = Array.from({ length: Math.max(0, Math.min(perCall, pages - first + 1)) }, (_, at) => first + at)
    return all.filter((page) => !untouched.has(page))
  }
  const isWanted = (page: number) => !done.has(page)
  const isNeeded = (first: number, pages?: number) => pagesFrom(first, pages).some(isWanted)

  async function parse(asked: readonly number[], extractDocumentMetadata = false): Promise<ParsedBatch> {
    const parsed = await parser.parse(asked.length > 0 ? asked : NO_PAGE, { extractDocumentMetadata })
    return { parsed, wanted: asked.filter(isWanted) }
  }
  function* callsAfter(first: number, pages: number): Generator<Promise<ParsedBatch>, void, void> {
    for (let next = first + perCall; next <= pages; next += perCall)
      if (isNeeded(next, pages) || isNeeded(next + perCall, pages)) yield parse(pagesFrom(next, pages))
  }

  // The number of pages is known only after a first call.
  const first = await parse(isNeeded(1) || isNeeded(1 + perCall) ? pagesFrom(1) : [], hasMetadata)
  const { totalPages } = first.parsed
  checkPages(totalPages)
  const calls = callsAfter(1, totalPages)
  const underWay: Promise<ParsedBatch>[] = []
  const fillTo = (count: number) => {
    while (underWay.length < count) {
      const { value: call } = calls.next()
      if (!call) return
      // It fails where it is waited for, which a caller that leaves early does not do.
      call.catch(() => {})
      underWay.push(call)
    }
  }
  let now: ParsedBatch | undefined = first
  while (now) {
    fillTo(ahead)
    yield now
    fillTo(1)
    now = await underWay.shift()
  }
}

/** How a page's content lies on the page as it is shown, clockwise. */
type Turn = 90 | 180 | 270

export type UprightPages = {
  readonly result: ParsedPages
  /** The pages whose content was turned upright: their coordinates are those of the upright page. */
  readonly turned: ReadonlyMap<number, TurnedPage>
  /** For looking at the same pages again. */
  readonly config: Partial<LiteParseConfig>
}

/** Width and height as the page is shown. */
type TurnedPage = { readonly turn: Turn; readonly width: number; readonly height: number }

/** A page is turned when more than this share of its letters is. */
const MOST_SHARE = 0.6

/**
 * Parses pages again whose text lies on its side or on its head (a wide table on an upright page): as it lies, letters
 * come one by one and words and order are lost.
 */
export async function uprightPages(result: ParsedPages, parser: PdfParser): Promise<UprightPages> {
  const turned = new Map<number, TurnedPage>()
  for (const page of result.pages) {
    const turn = turnOf(page)
    if (turn !== undefined) turned.set(page.pageNum, { turn, width: page.width, height: page.height })
  }
  if (turned.size === 0) return { result, turned, config: {} }
  const config = { pageOrientationCorrections: Array.from(turned, ([page, { turn }]) => ({ page, angle: turn })) }
  const upright = await parser.parse([...turned.keys()], config)
  const pages = result.pages.map((page) => upright.pages.find(({ pageNum }) => pageNum === page.pageNum) ?? page)
  return { result: { ...result, pages }, turned, config }
}

/** Boxes of the upright page (x, y, width, height one after the other) where they lie on the page as it is shown. */
export function turnedBack(boxes: Float32Array, { turn, width, height }: TurnedPage): Float32Array {
  const back = new Float32Array(boxes.length)
  for (let at = 0; at < boxes.length; at += 4) {
    const [x, y, wide, high] = boxes.subarray(at, at + 4) as unknown as [number, number, number, number]
    if (turn === 180) back.set([width - x - wide, height - y - high, wide, high], at)
    else if (turn === 90) back.set([width - y - high, x, high, wide], at)
    else back.set([y, height - x - wide, high, wide], at)
  }
  return back
}

function turnOf({ textItems }: ParsedPage): Turn | undefined {
  const letters = new Map<number, number>()
  let all = 0
  for (const { text, rotation = 0 } of textItems) {
    const turn = (Math.round(rotation / 90) * 90 + 360) % 360
    letters.set(turn, (letters.get(turn) ?? 0) + text.length)
    all += text.length
  }
  return ([90, 180, 270] as const).find((turn) => (letters.get(turn) ?? 0) > all * MOST_SHARE)
}
