import type { LiteParseConfig, ParsedPage } from '@llamaindex/liteparse'
import type { PdfParser } from './pdf-parser.ts'
import type { ParsedPages } from './pdfjs-pages.ts'

/** How a page's content lies on the page as it is shown, clockwise. */
export type Turn = 90 | 180 | 270

export type UprightPages = {
  readonly result: ParsedPages
  /** The pages whose content was turned upright: their coordinates are those of the upright page. */
  readonly turned: ReadonlyMap<number, TurnedPage>
  /** For looking at the same pages again. */
  readonly config: Partial<LiteParseConfig>
}
/** Width and height as the page is shown. */
export type TurnedPage = { readonly turn: Turn; readonly width: number; readonly height: number }

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
