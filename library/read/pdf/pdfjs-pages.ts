import {
  LiteParse,
  type LiteParseConfig,
  type PageInput,
  type ParseResult,
  type TextItem,
  type WordBox,
} from '@llamaindex/liteparse'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ParsedPages = Pick<ParseResult, 'totalPages' | 'pages' | 'pageErrors' | 'docMeta' | 'formType'>

/** Six numbers: what a text matrix or a view does to a point. */
type Matrix = readonly number[]
type PlacedText = { readonly text: string; readonly width: number; readonly transform: Matrix }

/** Pages by their numbers as liteparse lays them out, with the text that pdf.js finds. */
export async function pdfjsPages(
  document: PDFDocumentProxy,
  numbers: readonly number[],
  layout: Partial<LiteParseConfig>,
): Promise<ParsedPages> {
  const inputs: PageInput[] = []
  const pageErrors: { pageNum: number; message: string }[] = []
  for (const number of numbers) {
    try {
      inputs.push(await pageInput(await document.getPage(number), number))
    } catch (error) {
      pageErrors.push({ pageNum: number, message: error instanceof Error ? error.message : String(error) })
    }
  }
  const { pages } = new LiteParse(layout).parsePages(inputs)
  const labels = await document.getPageLabels().catch(() => null)
  return {
    totalPages: document.numPages,
    pages: pages.map((page) => {
      const label = labels?.[page.pageNum - 1]
      // Laying out forgets the words of an item.
      const textItems = inputs.find(({ pageNumber }) => pageNumber === page.pageNum)?.textItems ?? page.textItems
      return { ...page, textItems, ...(label ? { pageLabel: label } : {}) }
    }),
    pageErrors,
  }
}

async function pageInput(page: PDFPageProxy, pageNumber: number): Promise<PageInput> {
  const view = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  page.cleanup()
  const textItems = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, c, d, e, f] = view.transform as number[]
    const [ta, tb, tc, td, te, tf] = item.transform as number[]
    const transform = [
      a! * ta! + c! * tb!,
      b! * ta! + d! * tb!,
      a! * tc! + c! * td!,
      b! * tc! + d! * td!,
      a! * te! + c! * tf! + e!,
      b! * te! + d! * tf! + f!,
    ]
    return [placed({ text: item.str, width: item.width, transform })]
  })
  return { pageNumber, pageWidth: view.width, pageHeight: view.height, textItems }
}

function placed(item: PlacedText): TextItem {
  const size = Math.hypot(item.transform[2]!, item.transform[3]!)
  const angle = (Math.atan2(item.transform[1]!, item.transform[0]!) * 180) / Math.PI
  const words = [...item.text.matchAll(/\S+/g)].map((match): WordBox => {
    const from = match.index / item.text.length
    const to = (match.index + match[0].length) / item.text.length
    return { text: match[0], ...boxOf(item, from, to) }
  })
  return { text: item.text, ...boxOf(item, 0, 1), fontSize: size, rotation: (Math.round(angle) + 360) % 360, words }
}

/** The box of the part of a text between two shares of its length, as if all letters were equally wide. */
function boxOf({ width, transform }: PlacedText, from: number, to: number): Omit<WordBox, 'text'> {
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number]
  const along = Math.hypot(a, b) || 1
  const corners = [from, to].flatMap((share) => {
    const [x, y] = [e + (a / along) * width * share, f + (b / along) * width * share]
    return [
      [x, y],
      [x + c, y + d],
    ] as const
  })
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
