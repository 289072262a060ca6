import type { PageWords } from '../../contract/document.ts'
import type { Pages } from '../../store/matter/pages.ts'

const NO_WORDS: PageWords = { width: 0, height: 0, words: [] }

/** The words of a page with their places; none for formats without pages, or a page that is not there. */
export function wordsOfPage(pages: Pages, textVersionId: number, page: number): PageWords {
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
  return { width, height, words: words.toSorted((one, other) => one.start - other.start) }
}
