import type { Segment } from '../../facts/propose/text-segments.ts'

/** What stands so near the edge of a page may be a header or footer. */
const NEAR_EDGE = 2
const PAGES_AT_LEAST = 3

type SegmentedPage = { readonly text: string; readonly segments: readonly Segment[] }

/** Tells headers and footers: at the edge of at least three pages and of half of them, the same but for numbers. */
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

function formOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}
