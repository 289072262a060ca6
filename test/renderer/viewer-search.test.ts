import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentDetail, PageText } from '../../contract/document.ts'
import { findHits, firstHitFrom, foldPages, foldText } from '../../renderer/viewer/search-bar.tsx'
import { citationOf, citedPlace, placeWords, quoteOfSpans } from '../../renderer/viewer/citation-words.ts'
import { zoomBy } from '../../renderer/viewer/view-kind.ts'
import { pageUnit, pageWords, shortPageWords } from '../../contract/page-unit.ts'
import { someDocument } from './samples.ts'

const page = (number: number | null, start: number, text: string): PageText => ({
  page: number,
  label: null,
  start,
  text,
  blocks: [],
  links: [],
})

describe('a search inside a document', () => {
  const found = (text: string, words: string) =>
    findHits(foldPages([page(1, 100, text)]), words).map(({ start, end }) => text.slice(start - 100, end - 100))

  test('finds words whatever their capitals, accents, quotes, dashes and ends of lines', () => {
    expect(found('Die Kündigung, KUNDIGUNG und Kündigung', 'kundigung')).toHaveLength(3)
    expect(found('not less\n   than six months’ notice', "less than six months' notice")).toEqual([
      'less\n   than six months’ notice',
    ])
    expect(found('Straße 5–7', 'strasse 5-7')).toEqual(['Straße 5–7'])
    expect(found('the ﬁrst oﬃce', 'office')).toEqual(['oﬃce'])
    expect(found('a soft\u00adhyphen', 'softhyphen')).toEqual(['soft\u00adhyphen'])
  })

  test('finds an accent that is a character of its own, with it', () => {
    expect(found('cafe\u0301 noir', 'café')).toEqual(['cafe\u0301'])
  })

  test('finds every text in itself, and never a place outside of it', () => {
    const letter = fc.constantFrom(
      'a',
      'É',
      'ﬁ',
      'ß',
      '\u0301',
      '’',
      ' ',
      '\n',
      '-',
      '—',
      '𝔸',
      'İ',
      '\ud800',
      '\u00ad',
      '가',
    )
    const letters = fc.array(letter, { minLength: 1, maxLength: 12 }).map((some) => some.join(''))
    fc.assert(
      fc.property(letters, letters, (text, words) => {
        fc.pre(foldText(text.trim()).text !== '')
        expect(found(text, text)).not.toEqual([])
        for (const { start, end } of findHits(foldPages([page(1, 0, text)]), words.slice(0, 2))) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  test('finds nothing for nothing, and begins on the page where one is', () => {
    const pages = foldPages([page(1, 0, 'rent'), page(2, 5, 'rent, rent'), page(4, 16, 'rent')])
    expect(findHits(pages, '  ')).toEqual([])
    const hits = findHits(pages, 'rent')
    expect(hits.map((hit) => [hit.page, hit.start])).toEqual([
      [1, 0],
      [2, 5],
      [2, 11],
      [4, 16],
    ])
    expect([1, 2, 3, 4, 5, null].map((one) => firstHitFrom(hits, one))).toEqual([0, 1, 3, 3, 0, 0])
  })
})

const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const detail = (mediaType: string, labels: readonly (string | null)[]): DocumentDetail => ({
  ...someDocument({ mediaType, pages: labels.length }),
  ocrPages: [],
  pageRows: labels.map((label, at) => ({ page: at + 1, label, state: 'text', reason: null, characters: 1 })),
  reader: '',
  textVersion: 1,
})

test('pages are called what their format calls them', () => {
  expect(placeWords(detail('application/pdf', ['i', '2']), 1)).toBe('Page 1 of 2, printed i')
  expect(placeWords(detail('application/pdf', ['i', '2']), 2)).toBe('Page 2 of 2')
  expect(placeWords(detail(SHEETS, ['Rates', '2023']), 1)).toBe('Sheet Rates (1 of 2)')
  expect(placeWords(detail('application/vnd.oasis.opendocument.presentation', ['Roof', null]), 1)).toBe(
    'Slide 1 of 2: Roof',
  )
  expect(citedPlace(detail(SHEETS, ['Rates', null]), 1)).toBe('sheet Rates')
  expect(citedPlace(detail(SHEETS, ['Rates', null]), 2)).toBe('sheet 2')
  expect(citedPlace(detail('application/epub+zip', ['Parties']), 1)).toBe('chapter 1, Parties')
  expect(citedPlace(detail('message/rfc822', []), null)).toBe('')
  expect(['a/b.XLSX', 'b.pptx', 'c.epub', 'd.pdf'].map(pageUnit)).toEqual(['sheet', 'slide', 'chapter', 'page'])
  expect([pageWords('a.ods', 3), pageWords('a.pdf', null), pageWords('a.pdf', 3, 'iii')]).toEqual([
    'sheet 3',
    '',
    'page 3',
  ])
  expect([shortPageWords('b.pdf', 3), shortPageWords('b.ods', 3)]).toEqual(['p. 3', 'sheet 3'])
})

test('words are copied with the document and the place where they stand', () => {
  const pages = [page(1, 0, 'The term.'), page(2, 10, 'Six months’\n  notice is due.')]
  const marked = quoteOfSpans(pages, [
    { start: 10, end: 30 },
    { start: 34, end: 37 },
  ])
  expect(marked).toEqual({ quote: 'Six months’\n  notice … due', page: 2 })
  expect(citationOf(detail('application/pdf', ['1', '2']), marked?.quote ?? '', 2)).toBe(
    'Lease.pdf, page 2: “Six months’ notice … due”',
  )
  expect(quoteOfSpans(pages, [])).toBeNull()
})

test('a page is made larger and smaller step by step, from the whole page as well', () => {
  expect([zoomBy(1, 1), zoomBy(1.25, -1), zoomBy(4, 1), zoomBy('page', 1), zoomBy('page', -1)]).toEqual([
    1.25, 1, 4, 1, 0.75,
  ])
})
