import type { Answer } from '../../contract/answers/answer.ts'
import type { Box, PageBoxes, PageLink, PageText, PageWords } from '../../contract/document.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { PageGeometry, Pages } from '../../store/matter/pages.ts'

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

/** Words on a line nearer than this share of their height are one box. */
const GAP = 1

/** Where a span of a page's own text lies on it, one box a line. */
function lineBoxes(geometry: Pick<PageGeometry, 'words'>, span: Span): readonly Box[] {
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

type Texts = Pick<MatterStore<Answer>, 'pages' | 'crossReferences'>

const NO_WORDS: PageWords = { width: 0, height: 0, words: [], links: [] }

/** The words of a page with their places, and the references among them that lead to a part of the document; none for formats without pages, or a page that is not there. */
export function wordsOfPage(store: Texts, textVersionId: number, page: number): PageWords {
  const { pages } = store
  const geometry = pages.geometry(textVersionId, page)
  if (!geometry?.words || geometry.width === null || geometry.height === null) return NO_WORDS
  const { start: pageStart, characters, width, height, confidences } = geometry
  const { offsets, boxes } = geometry.words
  const text = pages.slice(textVersionId, pageStart, pageStart + characters)
  const words = Array.from({ length: offsets.length / 2 }, (_, word) => {
    const [start = 0, end = 0] = offsets.subarray(2 * word, 2 * word + 2)
    const [x = 0, y = 0, boxWidth = 0, boxHeight = 0] = boxes.subarray(4 * word, 4 * word + 4)
    const box = { x, y, width: boxWidth, height: boxHeight }
    const confidence = confidences?.[word] ?? null
    return { ...box, start: pageStart + start, end: pageStart + end, text: text.slice(start, end), confidence }
  })
  const links = linksOf(store, textVersionId, geometry, text)
  return { width, height, words: words.toSorted((one, other) => one.start - other.start), links }
}

function linksOf(
  { pages, crossReferences }: Texts,
  textVersionId: number,
  geometry: PageGeometry,
  text: string,
): readonly PageLink[] {
  const { start: pageStart, characters } = geometry
  const references = crossReferences.between(textVersionId, pageStart, pageStart + characters)
  if (references.length === 0) return []
  const starts = pages.starts(textVersionId)
  return references.flatMap(({ start, end, targetStart }) => {
    const span = { start: start - pageStart, end: end - pageStart }
    const boxes = lineBoxes(geometry, span)
    const page = starts.findLast((one) => one.start <= targetStart)?.page ?? null
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    return boxes.length === 0 ? [] : [{ text: words, boxes, target: targetStart, page }]
  })
}

/** The pages of a text with their structure and their cross-references. Offsets of blocks and links are those of their page. */
export function textWithBlocks(
  { pages, crossReferences }: Pick<MatterStore<Answer>, 'pages' | 'crossReferences'>,
  textVersionId: number,
): PageText[] {
  const layouts = pages.layout(textVersionId)
  return pages.text(textVersionId).map((page, at) => {
    const references = crossReferences.between(textVersionId, page.start, page.start + page.text.length)
    const links = references.map(({ start, end, targetStart }) => ({
      start: start - page.start,
      end: end - page.start,
      target: targetStart,
    }))
    return { ...page, blocks: layouts[at]?.blocks ?? [], links }
  })
}
