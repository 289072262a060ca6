import type { ParsedPage, TextItem } from '@llamaindex/liteparse'
import type { Aside } from './word-aligner.ts'

/** A running line stands within this share of the page's height from its edge. */
const EDGE_SHARE = 0.09
/** From page to page it keeps its height to this many points. */
const SAME_PLACE_POINTS = 6
/** Larger print than this, compared with the page, is a title, even where it is repeated (slides, forms). */
const LARGEST_TO_USUAL = 1.4
/** Between a running line and the body lies more than this share of a line; below it, the head of a table goes on. */
const LEAST_DISTANCE = 0.8
/** Parts of a line that stand wider apart are lines of their own: a title at the left, a page number at the right. */
const GAP_POINTS = 30
/** "7", "- 7 -", "Page 7 of 12", "iv". */
const PAGE_NUMBER = /^[-\u2013\s]*(page\s+)?(\d{1,4}|[ivxl]{1,6})(\s*(of|\/)\s*\d{1,4})?[-\u2013\s]*$/i
/** A page is compared with this many before and after it; odd and even pages may differ. */
const PAGES_APART = 4

type Edge = Exclude<Aside, 'hidden'>
type Line = {
  readonly items: readonly TextItem[]
  readonly edge: Edge
  readonly top: number
  readonly bottom: number
  readonly wording: string
  readonly numbers: readonly number[]
}
type Seen = Pick<Line, 'top' | 'numbers'> & { readonly page: number }

export interface RunningLines {
  /** Looks at pages in order, so that they know of each other. */
  add(pages: readonly ParsedPage[]): void
  /** The items of a page that was added which stand at its edge as on the pages next to it, and its page number. */
  of(page: ParsedPage): ReadonlyMap<TextItem, Edge>
}

/** Finds running headers and footers: lines that come again at the same place, but for numbers that count the pages. */
export function createRunningLines(): RunningLines {
  const seen = new Map<string, Seen[]>()

  function isRepeated({ wording, top, numbers }: Line, page: number): boolean {
    return (seen.get(wording) ?? []).some((other) => {
      const apart = Math.abs(other.page - page)
      if (apart === 0 || apart > PAGES_APART || Math.abs(other.top - top) > SAME_PLACE_POINTS) return false
      return numbers.every((number, at) => [0, page - other.page].includes(number - other.numbers[at]!))
    })
  }

  function runningAt(edge: Edge, lines: readonly Line[], page: ParsedPage): readonly Line[] {
    const atEdge = lines.filter((line) => line.edge === edge)
    const found = atEdge.filter((line) => isRepeated(line, page.pageNum) || isPageNumber(line, page))
    // The name of the chapter changes, and stands beside what is repeated.
    const running = atEdge.filter((line) => found.some((other) => Math.abs(other.top - line.top) < heightOf(other) / 2))
    return isApart(running, page) ? running : []
  }

  return {
    add(pages) {
      for (const page of pages)
        for (const { wording, top, numbers } of edgeLines(page))
          seen.set(wording, [
            ...(seen.get(wording) ?? []).slice(-PAGES_APART * 2),
            { page: page.pageNum, top, numbers },
          ])
    },
    of(page) {
      const lines = edgeLines(page)
      const running = [...runningAt('header', lines, page), ...runningAt('footer', lines, page)]
      return new Map(running.flatMap(({ items, edge }) => items.map((item) => [item, edge] as const)))
    },
  }
}

function edgeLines(page: ParsedPage): readonly Line[] {
  const largest = usualHeight(page) * LARGEST_TO_USUAL
  const atEdge = page.textItems.filter((item) => item.height <= largest && edgeOf(item, page) !== undefined)
  const rows: TextItem[][] = []
  for (const item of atEdge.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1)
    if (row && Math.abs(item.y - row[0]!.y) < row[0]!.height / 2) row.push(item)
    else rows.push([item])
  }
  return rows.flatMap(partsOf).map((items) => lineOf(items, page))
}

/** A row from left to right, cut where it has a wide gap. */
function partsOf(row: readonly TextItem[]): readonly (readonly TextItem[])[] {
  const parts: TextItem[][] = []
  for (const item of row.toSorted((one, other) => one.x - other.x)) {
    const last = parts.at(-1)?.at(-1)
    if (last && item.x - last.x - last.width < GAP_POINTS) parts.at(-1)!.push(item)
    else parts.push([item])
  }
  return parts
}

function lineOf(items: readonly TextItem[], page: ParsedPage): Line {
  const text = items.map((item) => item.text.trim()).join(' ')
  return {
    items,
    edge: edgeOf(items[0]!, page)!,
    top: Math.min(...items.map(({ y }) => y)),
    bottom: Math.max(...items.map(({ y, height }) => y + height)),
    wording: text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase(),
    numbers: (text.match(/\d+/g) ?? []).map(Number),
  }
}

function edgeOf({ y, height }: TextItem, page: ParsedPage): Edge | undefined {
  const middle = y + height / 2
  if (middle < page.height * EDGE_SHARE) return 'header'
  return middle > page.height * (1 - EDGE_SHARE) ? 'footer' : undefined
}

/** The last or first line of a page, and nothing but its number. */
function isPageNumber({ items, top, bottom }: Line, page: ParsedPage): boolean {
  if (!PAGE_NUMBER.test(items.map(({ text }) => text).join(' '))) return false
  const others = page.textItems.filter((item) => !items.includes(item))
  return others.every(({ y }) => y < top) || others.every(({ y, height }) => y + height > bottom)
}

/** Whether the lines keep away from all other print of the page. */
function isApart(running: readonly Line[], page: ParsedPage): boolean {
  const own = new Set(running.flatMap(({ items }) => items))
  return running.every((line) => {
    const least = heightOf(line) * LEAST_DISTANCE
    return page.textItems.every((item) => {
      const distance = line.edge === 'header' ? item.y - line.bottom : line.top - item.y - item.height
      const isBeyond = line.edge === 'header' ? item.y < line.top : item.y > line.top
      return own.has(item) || isBeyond || distance >= least
    })
  })
}

function heightOf({ top, bottom }: Line): number {
  return bottom - top
}

function usualHeight({ textItems }: ParsedPage): number {
  const heights = Float64Array.from(textItems, ({ height }) => height).toSorted()
  return heights[heights.length >> 1] ?? 0
}
