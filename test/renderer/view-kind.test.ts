import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageWords } from '../../contract/document.ts'
import { marginOf, zoomOf } from '../../renderer/viewer/view-kind.ts'

const [WIDTH, HEIGHT] = [600, 850]

/** A page with a line of words in each hundredth of its height, all from `left` to `right`. */
function pageOf(left: number, right: number): PageWords {
  const words = Array.from({ length: 100 }, (_, line) => ({
    x: left,
    y: (line * HEIGHT) / 100,
    width: right - left,
    height: 6,
    start: line,
    end: line + 1,
    text: 'a',
    confidence: null,
  }))
  return { width: WIDTH, height: HEIGHT, words, links: [] }
}

test('a page with usual margins is shown without them, one with a wide text as wide as its text allows', () => {
  const shown = (left: number, right: number) =>
    zoomOf('reading', 'pdf', { isUpright: true, margin: marginOf(pageOf(left, right), 0) })
  expect(shown(72, 528)).toBe(1.25)
  expect(shown(30, 570)).toBe(1.08)
  expect(shown(0, 600)).toBe(1)
})

test('no word of a page is cut at the size that nobody chose, however the page is turned upright', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 299 }), fc.integer({ min: 301, max: 600 }), (left, right) => {
      const zoom = zoomOf('reading', 'pdf', { isUpright: true, margin: marginOf(pageOf(left, right), 0) })
      const cut = (WIDTH - WIDTH / Number(zoom)) / 2
      expect(left).toBeGreaterThanOrEqual(cut)
      expect(WIDTH - right).toBeGreaterThanOrEqual(cut)
      expect(Number(zoom)).toBeGreaterThanOrEqual(1)
    }),
  )
})

test('a word alone in the margin, such as a stamp, does not shrink the page', () => {
  const page = pageOf(72, 528)
  const stamped = { ...page, words: [{ ...page.words[0]!, x: 2, width: 20 }, ...page.words] }
  expect(marginOf(stamped, 0)).toBe(marginOf(page, 0))
})

test('one stray word of a short page does not fix the size of its document', () => {
  const page = pageOf(72, 528)
  const short = { ...page, words: page.words.slice(0, 20) }
  expect(marginOf({ ...short, words: [{ ...page.words[0]!, x: 2, width: 20 }, ...short.words] }, 0)).toBe(
    marginOf(short, 0),
  )
})

test('without words, as before they are read, the usual margins are taken', () => {
  expect(marginOf({ width: WIDTH, height: HEIGHT, words: [], links: [] }, 0)).toBeNull()
  expect(zoomOf('reading', 'pdf', { isUpright: true, margin: null })).toBe(1.25)
})
