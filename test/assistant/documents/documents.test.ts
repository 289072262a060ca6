import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxesOfSpans, wordsOfPage } from '../../../assistant/documents/page-layout.ts'
import { documentIdsMatching, findDocument } from '../../../assistant/documents/find-document.ts'
import type { PageGeometry, Pages } from '../../../store/matter/pages.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import { enqueue, matterInUse } from '../matter-in-use.ts'
import { until } from '../../patience.ts'

/** Two pages of words of ten points each, five to a line, a line every twenty points. */
function pagesOfWords(words: readonly string[]): Pages {
  const offsets: number[] = []
  const boxes: number[] = []
  let at = 0
  for (const [n, word] of words.entries()) {
    offsets.push(at, at + word.length)
    boxes.push((n % 5) * 12, Math.floor(n / 5) * 20, 10, 10)
    at += word.length + 1
  }
  const text = words.join(' ')
  const geometry: PageGeometry = {
    start: 0,
    characters: text.length,
    width: 100,
    height: 200,
    words: { offsets: Int32Array.from(offsets), boxes: Float32Array.from(boxes) },
    confidences: null,
  }
  const page = (number: number, start: number) => ({ page: number, label: null, start, text })
  return { text: () => [page(1, 0), page(2, text.length + 1)], geometry: () => geometry } as unknown as Pages
}

describe('where words stand on the page', () => {
  const words = ['The', 'rent', 'is', 'paid', 'each', 'quarter', 'in', 'advance']
  const pages = pagesOfWords(words)
  const length = words.join(' ').length

  test('is one box a line, without gaps between its words', () => {
    const start = 'The '.length
    expect(boxesOfSpans(pages, 1, [{ start, end: 'The rent is paid each quarter'.length }])).toEqual([
      {
        page: 1,
        width: 100,
        height: 200,
        boxes: [
          { x: 12, y: 0, width: 46, height: 10 },
          { x: 0, y: 20, width: 10, height: 10 },
        ],
      },
    ])
  })

  test('is on the page that the span lies on, or on both', () => {
    const onPages = (start: number, end: number) => boxesOfSpans(pages, 1, [{ start, end }]).map(({ page }) => page)
    expect([
      onPages(0, 3),
      onPages(length + 1, length + 4),
      onPages(length - 3, length + 4),
      onPages(3 * length, 3 * length + 5),
    ]).toEqual([[1], [2], [1, 2], []])
  })

  test('covers every word that the span touches and no other line', () => {
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: length }), (start, characters) => {
        const end = Math.min(length, start + characters)
        const lines = new Set(boxesOfSpans(pages, 1, [{ start, end }]).flatMap(({ boxes }) => boxes.map(({ y }) => y)))
        let at = 0
        const touched = new Set<number>()
        for (const [n, word] of words.entries()) {
          if (at < end && at + word.length > start) touched.add(Math.floor(n / 5) * 20)
          at += word.length + 1
        }
        expect(lines).toEqual(touched)
      }),
    )
  })
})

describe('references on a drawn page', () => {
  const words = ['subject', 'to', 'the', 'old', 'clause', '7.3', 'of', 'it']
  const length = words.join(' ').length
  const pages = pagesOfWords(words)
  const reference = (text: string, targetStart: number) => {
    const start = words.join(' ').indexOf(text)
    return { start, end: start + text.length, targetStart, targetEnd: targetStart + 5 }
  }
  const linksOn = (references: readonly ReturnType<typeof reference>[]) => {
    const crossReferences = { between: () => references, write: () => {} }
    const store = {
      crossReferences,
      pages: { ...pages, slice: () => words.join(' '), starts: () => pages.text(1) },
    }
    return wordsOfPage(store as unknown as Parameters<typeof wordsOfPage>[0], 1, 1).links
  }

  test('have their words, one box a line, and the page of what they name', () => {
    expect(linksOn([reference('clause 7.3', length + 1), reference('to', 0)])).toEqual([
      {
        text: 'clause 7.3',
        target: length + 1,
        page: 2,
        boxes: [
          { x: 48, y: 0, width: 10, height: 10 },
          { x: 0, y: 20, width: 10, height: 10 },
        ],
      },
      { text: 'to', target: 0, page: 1, boxes: [{ x: 12, y: 0, width: 10, height: 10 }] },
    ])
  })
})

describe('a document', () => {
  test('is told with the vectors that it has of the embedder in use', async () => {
    const embedder = createHashEmbedder(8)
    await using use = await matterInUse({ embedder })
    const id = enqueue(use, await use.write('a.txt', 'the tenant gave notice'), 'a.txt')
    use.queue.run()
    await until(() => !use.queue.progress().running)
    expect(findDocument(use.matter, id, embedder.info.revision)).toMatchObject({ passages: 1, passagesEmbedded: 1 })
    expect(findDocument(use.matter, 'a.txt')).toMatchObject({ passages: 1, passagesEmbedded: 0 })
  })
})

describe('documents that fit a pattern', () => {
  test('are found by glob, by their very name though it looks like one, and by id', async () => {
    await using use = await matterInUse()
    const add = (path: string) =>
      use.matter.store.documents.add({ root: 'r', path, state: 'ready', mediaType: '', bytes: 1, addedAt: '' })
    const [lease, signed, letter] = ['2024/lease.pdf', 'Lease [signed].pdf', '2024/deep/letter.txt'].map(add)
    const match = (...globs: string[]) => documentIdsMatching(use.matter, globs).toSorted()
    expect(match('2024/*')).toEqual([lease].toSorted())
    expect(match('**/*.pdf')).toEqual([lease, signed].toSorted())
    expect(match('Lease [signed].pdf')).toEqual([signed])
    expect(match(letter ?? '', '2024/**')).toEqual([lease, letter].toSorted())
    expect(match('nothing')).toEqual([])
  })
})
