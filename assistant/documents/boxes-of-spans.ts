import type { PageBoxes } from '../../contract/document.ts'
import type { Pages } from '../../store/matter/pages.ts'
import { lineBoxes } from './line-boxes.ts'

type Span = { readonly start: number; readonly end: number }

/** Where spans of a text lie on its pages, one box a line; empty for formats without pages. */
export function boxesOfSpans(pages: Pages, textVersionId: number, spans: readonly Span[]): PageBoxes[] {
  return pages.text(textVersionId).flatMap(({ page, start, text }) => {
    const concerned = spans.filter((span) => span.start < start + text.length && span.end > start)
    if (page === null || concerned.length === 0) return []
    const geometry = pages.geometry(textVersionId, page)
    if (!geometry?.words || geometry.width === null || geometry.height === null) return []
    const boxes = concerned.flatMap((span) => lineBoxes(geometry, { start: span.start - start, end: span.end - start }))
    return [{ page, width: geometry.width, height: geometry.height, boxes }]
  })
}
