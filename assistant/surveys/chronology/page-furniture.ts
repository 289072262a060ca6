import type { Segment } from '../../facts/propose/text-segments.ts'
import { findPartialDates } from './find-partial-dates.ts'

/** What stands so near the edge of a page may be a header or footer. */
const NEAR_EDGE = 2
const PAGES_AT_LEAST = 3

type SegmentedPage = { readonly text: string; readonly segments: readonly Segment[] }

/** Tells headers and footers: at the edge of at least three pages and of half of them, the same but for numbers that are no date. */
export function pageFurniture(pages: readonly SegmentedPage[]): (text: string) => boolean {
  const seenOn = new Map<string, number>()
  for (const { text, segments } of pages) {
    const edges = segments.filter((_, at) => at < NEAR_EDGE || at >= segments.length - NEAR_EDGE)
    for (const form of new Set(edges.map(({ start, end }) => formOf(text.slice(start, end)))))
      seenOn.set(form, (seenOn.get(form) ?? 0) + 1)
  }
  const atLeast = Math.max(PAGES_AT_LEAST, pages.length / 2)
  return (text) => PAGE_NUMBER.test(text) || (seenOn.get(formOf(text)) ?? 0) >= atLeast
}

const PAGE_NUMBER = /\bpage \d+ (?:of|\/) \d+\b/i

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
