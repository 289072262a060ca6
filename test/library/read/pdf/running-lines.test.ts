import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { type Print, typedPdf } from '../typed-pdf.ts'

const BODY = [
  'rent',
  'notice',
  'repair',
  'insurance',
  'keys',
  'garden',
  'deposit',
  'guests',
  'noise',
  'costs',
  'law',
  'end',
]

/** Pages with the same number of lines; `edges` are the lines around the body. */
function pagesWith(count: number, edges: (page: number) => readonly Print[]): Buffer {
  return typedPdf(
    Array.from({ length: count }, (_, index) => [
      ...Array.from(
        { length: 8 },
        (_line, line): Print => [
          72,
          150 + line * 16,
          11,
          `The clause on ${BODY[index]} says in its line ${'abcdefgh'[line]} what both have agreed upon.`,
        ],
      ),
      ...edges(index + 1),
    ]),
  )
}

async function edgesOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const { pages } = await collect('a.pdf', bytes)
  return pages.map((page) =>
    blocksOf(page).flatMap(([kind, , text]) => (kind === 'header' || kind === 'footer' ? [text] : [])),
  )
}

describe('running lines', () => {
  it('are kept as headers and footers, whatever numbers count in them, and in no other block', async () => {
    const bytes = pagesWith(12, (page) => [
      [72, 40, 10, `Case 1:20-cv-0${page + 40} Document 5 Page ${page} of 12`],
      [72, 810, 9, `Lease of 12 March 2024`],
      [480, 810, 9, `Page ${page}`],
    ])
    const { pages } = await collect('a.pdf', bytes)
    for (const page of pages) {
      const blocks = blocksOf(page)
      expect(blocks.filter(([kind]) => kind === 'header')).toEqual([
        ['header', 0, `Case 1:20-cv-0${page.page! + 40} Document 5 Page ${page.page} of 12`],
      ])
      expect(blocks.filter(([kind]) => kind === 'footer')).toEqual([
        ['footer', 0, `Lease of 12 March 2024 Page ${page.page}`],
      ])
      const rest = blocks.filter(([kind]) => kind !== 'header' && kind !== 'footer').map(([, , text]) => text)
      expect(rest.join(' ')).not.toMatch(/Case 1|Lease of/)
      expect(rest.join(' ')).toContain('what both have agreed upon.')
    }
  })

  it('are found on odd and even pages', async () => {
    const found = await edgesOf(
      pagesWith(6, (page) => [[page % 2 ? 72 : 400, 40, 10, page % 2 ? 'The Lease' : 'Chapter One']]),
    )
    expect(found).toEqual([
      ['The Lease'],
      ['Chapter One'],
      ['The Lease'],
      ['Chapter One'],
      ['The Lease'],
      ['Chapter One'],
    ])
  })

  it('do not take the head of a table that comes again on each page', async () => {
    const rows = (page: number): readonly Print[] =>
      Array.from({ length: 9 }, (_, row): readonly Print[] => [
        [72, 60 + row * 12, 11, row === 0 ? 'Tenant' : `Name${page}${row}`],
        [300, 60 + row * 12, 11, row === 0 ? 'Arrears' : `${page}${row}.50`],
      ]).flat()
    const { pages } = await collect('a.pdf', typedPdf([rows(1), rows(2), rows(3)]))
    expect(pages.flatMap((page) => blocksOf(page)).map(([kind]) => kind)).not.toContain('header')
  })

  it('do not take titles that differ, nor one on a single page', async () => {
    const found = await edgesOf(
      pagesWith(4, (page) => [[72, 60, 11, `Schedule ${page === 2 ? 9 : page} of ${BODY[page]}`]]),
    )
    expect(found).toEqual([[], [], [], []])
  })

  it('know of pages that were read in an earlier call', async () => {
    const { pages } = await collect(
      'a.pdf',
      pagesWith(11, () => [[72, 40, 10, 'The Lease']]),
      { pagesPerCall: 5 },
    )
    expect(blocksOf(pages[10]!).at(-1)).toEqual(['header', 0, 'The Lease'])
  })
})
