import type { Answer } from '../../contract/answers/answer.ts'
import type { PageLink, PageWords } from '../../contract/document.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { PageGeometry } from '../../store/matter/pages.ts'
import { lineBoxes } from './line-boxes.ts'

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
