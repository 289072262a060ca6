import type { ParsedPage, TextItem } from '@llamaindex/liteparse'
import type { Aside } from './align-words.ts'

/** A running line stands within this share of the page's height from its edge. */
const EDGE_SHARE = 0.09
/** From page to page it keeps its height to this many points. */
const SAME_PLACE_POINTS = 6
/** Larger print than this, compared with the page, is a title, even where it is repeated (slides, forms). */
const LARGEST_TO_USUAL = 1.4
/** "7", "- 7 -", "Page 7 of 12", "iv". */
const PAGE_NUMBER = /^[-\u2013\s]*(page\s+)?(\d{1,4}|[ivxl]{1,6})(\s*(of|\/)\s*\d{1,4})?[-\u2013\s]*$/i
/** A page is compared with this many before it; odd and even pages may differ. */
const PAGES_BACK = 4

type Line = { readonly page: number; readonly y: number; readonly numbers: readonly number[] }

export interface RunningLines {
  /** Looks at pages in order, so that they know of each other. */
  add(pages: readonly ParsedPage[]): void
  /** The items of a page that was added which stand at its edge as on the pages next to it, and its page number. */
  of(page: ParsedPage): ReadonlyMap<TextItem, Exclude<Aside, 'hidden'>>
}

/** Finds running headers and footers: lines that come again at the same place, but for numbers that count the pages. */
export function createRunningLines(): RunningLines {
  const lines = new Map<string, Line[]>()

  function add(pages: readonly ParsedPage[]): void {
    for (const page of pages) {
      for (const item of page.textItems) {
        if (edgeOf(item, page) === undefined) continue
        const wording = wordingOf(item)
        const same = lines.get(wording) ?? []
        lines.set(wording, same)
        same.push({ page: page.pageNum, y: item.y, numbers: numbersOf(item) })
      }
    }
  }

  function isRepeated(item: TextItem, page: number): boolean {
    const numbers = numbersOf(item)
    return (lines.get(wordingOf(item)) ?? []).some((other) => {
      const apart = Math.abs(other.page - page)
      if (apart === 0 || apart > PAGES_BACK || Math.abs(other.y - item.y) > SAME_PLACE_POINTS) return false
      return numbers.every((number, at) => [0, page - other.page].includes(number - other.numbers[at]!))
    })
  }

  return {
    add,
    of(page) {
      const usual = usualHeight(page)
      const found = new Map<TextItem, Exclude<Aside, 'hidden'>>()
      const atEdge = page.textItems.filter((item) => edgeOf(item, page) && item.height <= usual * LARGEST_TO_USUAL)
      for (const item of atEdge)
        if (isRepeated(item, page.pageNum) || isPageNumber(item, page)) found.set(item, edgeOf(item, page)!)
      // The name of the chapter changes, and stands in one line with what is repeated.
      const rows = [...found.keys()]
      for (const item of atEdge)
        if (rows.some((row) => Math.abs(row.y - item.y) < row.height / 2)) found.set(item, edgeOf(item, page)!)
      return found
    },
  }
}

function edgeOf({ y, height }: TextItem, page: ParsedPage): Exclude<Aside, 'hidden'> | undefined {
  const middle = y + height / 2
  if (middle < page.height * EDGE_SHARE) return 'header'
  return middle > page.height * (1 - EDGE_SHARE) ? 'footer' : undefined
}

/** The last or first line of a page, and nothing but its number. */
function isPageNumber(item: TextItem, page: ParsedPage): boolean {
  if (!PAGE_NUMBER.test(item.text.trim())) return false
  const isLast = page.textItems.every((other) => other === item || other.y + other.height <= item.y + item.height / 2)
  return isLast || page.textItems.every((other) => other === item || other.y >= item.y + item.height / 2)
}

function wordingOf({ text }: TextItem): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}

function numbersOf({ text }: TextItem): readonly number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

function usualHeight({ textItems }: ParsedPage): number {
  const heights = textItems.map(({ height }) => height).toSorted((one, other) => one - other)
  return heights[heights.length >> 1] ?? 0
}
