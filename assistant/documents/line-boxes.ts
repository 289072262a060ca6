import type { Box } from '../../contract/document.ts'
import type { PageGeometry } from '../../store/matter/pages.ts'

type Span = { readonly start: number; readonly end: number }

/** Words on a line nearer than this share of their height are one box. */
const GAP = 1

/** Where a span of a page's own text lies on it, one box a line. */
export function lineBoxes(geometry: Pick<PageGeometry, 'words'>, span: Span): readonly Box[] {
  return joined(wordBoxes(geometry, span))
}

function wordBoxes({ words }: Pick<PageGeometry, 'words'>, { start, end }: Span): readonly Box[] {
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
function joined(words: readonly Box[]): readonly Box[] {
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
