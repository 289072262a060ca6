import type { Segment } from '../../facts/text-segments.ts'
import { findPartialDates } from './find-partial-dates.ts'

/** What stands so near the edge of a page may be a header or footer. */
const NEAR_EDGE = 2
const PAGES_AT_LEAST = 3

type SegmentedPage = { readonly text: string; readonly segments: readonly Segment[] }

/** Whether a segment of a page, by its place among them, is a header or a footer. */
type IsFurniture = (page: SegmentedPage, at: number) => boolean

/**
 * Tells headers and footers: they number the page, or stand at the edge of at least three pages and of half of them, the same
 * but for numbers that are no date.
 */
export function pageFurniture(pages: readonly SegmentedPage[]): IsFurniture {
  const seenOn = new Map<string, number>()
  for (const page of pages) {
    const edges = page.segments.flatMap((_, at) => (isNearEdge(page, at) ? formOf(wordsOf(page, at)) : []))
    for (const form of new Set(edges)) seenOn.set(form, (seenOn.get(form) ?? 0) + 1)
  }
  const atLeast = Math.max(PAGES_AT_LEAST, pages.length / 2)
  return (page, at) => {
    if (!isNearEdge(page, at)) return false
    const words = wordsOf(page, at)
    return numbersPage(words) || (seenOn.get(formOf(words)) ?? 0) >= atLeast
  }
}

const PAGE_NUMBER = /\bpage \d+ (?:of|\/) \d+\b/i
/** With more than a name beside it, as in "Roe v Doe, page 1 of 3", it may be a sentence that cites a page. */
const WORDS_BESIDE_NUMBER = 3

function numbersPage(text: string): boolean {
  if (!PAGE_NUMBER.test(text) || text.endsWith('.')) return false
  const rest = findPartialDates(text)
    .toReversed()
    .reduce((words, { start, end }) => `${words.slice(0, start)} ${words.slice(end)}`, text)
    .replace(PAGE_NUMBER, ' ')
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length <= WORDS_BESIDE_NUMBER
}

function isNearEdge({ segments }: SegmentedPage, at: number): boolean {
  return at < NEAR_EDGE || at >= segments.length - NEAR_EDGE
}

function wordsOf({ text, segments }: SegmentedPage, at: number): string {
  const { start, end } = segments[at] ?? { start: 0, end: 0 }
  return text.slice(start, end)
}

/** With its dates: a diary that says the same of every day is no header. */
function formOf(text: string): string {
  let form = ''
  let from = 0
  for (const { start, end } of findPartialDates(text)) {
    form += withoutNumbers(text.slice(from, start)) + text.slice(start, end)
    from = end
  }
  return (form + withoutNumbers(text.slice(from))).replace(/\s+/g, ' ').trim().toLowerCase()
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '#')
}
