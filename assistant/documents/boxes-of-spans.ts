import type { Box, PageBoxes } from '../../contract/document.ts'
import type { PageGeometry, Pages } from '../../store/matter/pages.ts'

type Span = { readonly start: number; readonly end: number }

/** Words on a line nearer than this share of their height are one box. */
const GAP = 1

/** Where spans of a text lie on its pages, one box a line; empty for formats without pages. */
export function boxesOfSpans(pages: Pages, textVersionId: number, spans: readonly Span[]): PageBoxes[] {
  return pages.text(textVersionId).flatMap(({ page, start, text }) => {
    const concerned = spans.filter((span) => span.start < start + text.length && span.end > start)
    if (page === null || concerned.length === 0) return []
    const geometry = pages.geometry(textVersionId, page)
    if (!geometry?.words || geometry.width === null || geometry.height === null) return []
    const boxes = concerned.flatMap((span) =>
      lineBoxes(wordBoxes(geometry, { start: span.start - start, end: span.end - start })),
    )
    return [{ page, width: geometry.width, height: geometry.height, boxes }]
  })
}

function wordBoxes({ words }: PageGeometry, { start, end }: Span): readonly Box[] {
  if (!words) return []
  const { offsets, boxes } = words
  return Array.from({ length: offsets.length / 2 }, (_, word) => word)
    .filter((word) => (offsets[2 * word] ?? 0) < end && (offsets[2 * word + 1] ?? 0) > start)
    .map((word) => {
      const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(4 * word, 4 * word + 4)
      return { x, y, width, height }
    })
}

/** Joins neighbouring words of a line, so that a mark has no gaps. */
function lineBoxes(words: readonly Box[]): readonly Box[] {
  const lines: Box[] = []
  for (const word of words) {
    const line = lines.at(-1)
    const isSameLine = line && Math.abs(line.y + line.height / 2 - word.y - word.height / 2) < 0.5 * line.height
    const gap = line ? word.x - line.x - line.width : 0
    if (!line || !isSameLine || gap < -line.height || gap > GAP * line.height) lines.push({ ...word })
    else {
      const top = Math.min(line.y, word.y)
      const bottom = Math.max(line.y + line.height, word.y + word.height)
      Object.assign(line, { y: top, height: bottom - top, width: Math.max(line.width, word.x + word.width - line.x) })
    }
  }
  return lines
}
