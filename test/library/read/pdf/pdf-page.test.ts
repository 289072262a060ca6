import type { LayoutBlock, ParsedPage, TextItem } from '@llamaindex/liteparse'
import { describe, expect, it } from 'vitest'
import { pdfPageText } from '../../../../library/read/pdf/pdf-page.ts'

/** One item a line; its words are equally wide. */
function line(x: number, y: number, text: string): TextItem {
  const words = text.split(' ').map((word, index) => ({ text: word, x: x + index * 30, y, width: 28, height: 10 }))
  return { text, x, y, width: words.length * 30, height: 10, words }
}

function page(textItems: readonly TextItem[], blocks: readonly LayoutBlock[]): ParsedPage {
  const text = textItems.map((item) => item.text).join('\n')
  return { pageNum: 1, width: 600, height: 800, text, markdown: '', textItems: [...textItems], blocks: [...blocks] }
}

const body: LayoutBlock = {
  kind: 'paragraph',
  text: 'The rent is due',
  bbox: { x: 50, y: 100, width: 200, height: 12 },
}

describe('the text of a PDF page', () => {
  it('appends what the layout left out, by where it stands, and counts it', () => {
    const items = [
      line(50, 20, 'Exhibit A'),
      line(50, 100, 'The rent is due'),
      line(400, 400, 'PAID'),
      line(300, 780, '7'),
    ]
    const { text, blocks, appendedWords } = pdfPageText(
      page(
        [...items, line(50, 130, 'a b c d e f g h')],
        [body, { ...body, text: 'a b c d e f g h', bbox: { x: 50, y: 130, width: 300, height: 12 } }],
      ),
    )
    expect(text).toBe('The rent is due\n\na b c d e f g h\n\nExhibit A\n\nPAID\n\n7')
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'header', 'other', 'footer'])
    expect(appendedWords).toBe(4)
  })

  it('drops the marks that the layout adds and keeps those that are printed', () => {
    const { text } = pdfPageText(
      page([line(50, 100, 'The *rent is due')], [{ ...body, text: '**The** ***rent** is \\due' }]),
    )
    expect(text).toBe('The *rent is due')
  })

  it('ties a repeated word to the place it has in the order of reading', () => {
    const items = [line(50, 100, 'pay the rent'), line(50, 120, 'to the agent')]
    const { words } = pdfPageText(
      page(items, [{ ...body, text: 'pay the rent to the agent', bbox: { x: 50, y: 100, width: 200, height: 32 } }]),
    )
    expect(Array.from({ length: 6 }, (_, index) => words.boxes[index * 4 + 1])).toEqual([100, 100, 100, 120, 120, 120])
  })

  it.each([
    [
      'joins a word that the layout parted between two blocks, with both of its boxes',
      114,
      'The rent is payable at once',
    ],
    ['does not join what stands elsewhere', 400, 'The rent is pay-\n\nable at once'],
  ])('%s', (_, y, expected) => {
    const items = [line(50, 100, 'The rent is pay-'), line(50, y, 'able at once')]
    const { text, words } = pdfPageText(
      page(items, [
        { ...body, text: 'The rent is pay-' },
        { ...body, text: 'able at once', bbox: { x: 50, y, width: 200, height: 12 } },
      ]),
    )
    expect(text).toBe(expected)
    expect([words.boxes[3 * 4 + 1], words.boxes[4 * 4 + 1]]).toEqual([100, y])
  })

  it('makes no heading of the first line of a paragraph, where its sentence goes on', () => {
    const first = 'The landlord lets the house to the tenant for one year and'
    const items = [line(50, 100, first), line(50, 114, 'the tenant pays the rent')]
    const box = { x: 50, y: 100, width: 400, height: 24 }
    const { blocks } = pdfPageText(
      page(items, [
        { kind: 'heading', level: 1, text: first, bbox: box },
        { ...body, text: 'the tenant pays the rent', bbox: { ...box, y: 114 } },
      ]),
    )
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([['paragraph', 0]])
  })

  it('writes a list sign for the ligature that the parser makes of it', () => {
    const { text } = pdfPageText(
      page([line(50, 100, 'fl'), line(80, 100, 'The rent is due')], [{ ...body, text: 'fl The rent is due' }]),
    )
    expect(text).toBe('\u2022 The rent is due')
  })

  it('writes that sign also where the layout left it out', () => {
    const { text } = pdfPageText(page([line(50, 100, 'The rent is due'), line(50, 400, 'fl')], [body]))
    expect(text).toBe('The rent is due\n\n\u2022')
  })

  it('parts a list that the layout ran together, with the lines that go on and those that come after', () => {
    const items = [
      line(50, 88, 'To be paid'),
      line(50, 100, 'fl'),
      line(80, 100, 'the rent of'),
      line(80, 112, 'every month'),
      line(50, 124, 'fl'),
      line(80, 124, 'the water'),
      line(50, 136, 'by the tenant'),
    ]
    const all = 'To be paid fl the rent of every month fl the water by the tenant'
    const found = pdfPageText(page(items, [{ ...body, text: all, bbox: { x: 50, y: 88, width: 200, height: 60 } }]))
    expect(found.blocks.map(({ kind, level, start, end }) => [kind, level, found.text.slice(start, end)])).toEqual([
      ['paragraph', 0, 'To be paid'],
      ['list-item', 1, '\u2022 the rent of every month'],
      ['list-item', 1, '\u2022 the water'],
      ['paragraph', 0, 'by the tenant'],
    ])
    expect(Array.from(found.words.starts, (start, at) => found.text.slice(start, found.words.ends[at]))).toEqual(
      found.text.split(/\s/),
    )
  })

  it('leaves signs between words and one at the start of a line in a paragraph as they are', () => {
    const items = [line(50, 100, 'Home \u2022 Prices'), line(50, 112, '\u2022 Contact')]
    const all = 'Home \u2022 Prices \u2022 Contact'
    const { blocks } = pdfPageText(
      page(items, [{ ...body, text: all, bbox: { x: 50, y: 100, width: 200, height: 24 } }]),
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
  })

  it('takes words for one that touch each other and stand apart in the page', () => {
    const [item] = [line(50, 100, 'The rent is due')]
    const stop = { text: '.', x: 168, y: 100, width: 3, height: 10 }
    const { text, appendedWords } = pdfPageText(
      page(
        [item!, line(50, 120, 'and so on'), { ...stop, words: [stop] }],
        [{ ...body, text: 'The rent is due. and so on', bbox: { x: 50, y: 100, width: 200, height: 32 } }],
      ),
    )
    expect([text, appendedWords]).toEqual(['The rent is due. and so on', 0])
  })

  it('takes the plain text where the blocks miss most of the page', () => {
    const items = [line(50, 100, 'one two three'), line(50, 120, 'four five six')]
    const { text, appendedWords } = pdfPageText(page(items, []))
    expect([text, appendedWords]).toEqual(['one two three\nfour five six', 0])
  })
})
