import { LiteParse } from '@llamaindex/liteparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeGray } from '../../../../library/read/image/decode-gray.ts'
import { imagePdf } from '../../../../library/read/ocr/recognise-words.ts'
import { withBullets } from '../../../../library/read/ocr/list-bullets.ts'
import type { SeenWord } from '../../../../library/read/ocr/text-rows.ts'
import type { OcrRequest } from '../../../../library/read/read-page.ts'
import { typesetPage } from '../../../../scripts/typeset-page.ts'
import { blocksOf, collect } from '../collect.ts'
import { drawn } from './drawn.ts'
import { ocrData, SCAN_DPI } from './scans.ts'

/** An "e" of nine rows, and the bullet that Tesseract takes for one. */
const LETTER = ['.......', '..###..', '.#...#.', '#.....#', '#######', '#......', '.#...#.', '..###..', '.......']
const BULLET = ['.......', '.......', '..###..', '.#####.', '.#####.', '.#####.', '..###..', '.......', '.......']
/** A word of two letters as high as capitals. */
const WORD = Array.from({ length: 13 }, () => '##.##.##.##')

/** Lines of a mark, a gap of so many columns and a word, each 24 rows below the one before. */
function list(mark: readonly string[], gap: number, lines: number) {
  const line = [...WORD.keys()].map((row) => `${mark[row - 4] ?? '.......'}${'.'.repeat(gap)}${WORD[row]}`)
  const blank = '.'.repeat(line[0]!.length)
  const rows = Array.from({ length: lines }, () => [...line, ...Array.from({ length: 11 }, () => blank)]).flat()
  const image = drawn(rows.map((row) => `..........${row}..........`))
  const words = Array.from({ length: lines }, (_, at): readonly SeenWord[] => [
    { text: 'e', x: 10, y: at * 24 + 5, width: 7, height: 7, confidence: 0.9 },
    { text: 'HH', x: 17 + gap, y: at * 24, width: 11, height: 13, confidence: 0.9 },
  ])
  return { image, words: words.flat() }
}

function textsOf(words: readonly SeenWord[]): readonly string[] {
  return words.toSorted((one, other) => one.y - other.y || one.x - other.x).map(({ text }) => text)
}

describe('filled blobs at the start of lines', () => {
  test('are bullets, whether they were read as letters or left out', () => {
    const { image, words } = list(BULLET, 9, 3)
    const read = words.filter((_word, index) => index !== 2)
    const found = withBullets(read, image)
    expect(found).toHaveLength(6)
    expect(found.filter(({ text }) => text === '\u2022')).toMatchObject([
      { x: 11, width: 5, height: 5 },
      { x: 11, width: 5, height: 5 },
      { x: 11, width: 5, height: 5 },
    ])
    expect(found.filter(({ text }) => text === 'e')).toEqual([])
  })

  test.each([
    ['a letter in their place', list(LETTER, 9, 3)],
    ['a blob that stands by the word', list(BULLET, 2, 3)],
    ['a blob that no other line has', list(BULLET, 9, 1)],
  ])('are none: %s', (_, { image, words }) => {
    expect(textsOf(withBullets(words, image))).toEqual(textsOf(words))
  })
})

describe('lists of a scan', () => {
  let data: OcrRequest & AsyncDisposable
  beforeAll(async () => {
    data = await ocrData()
  })
  afterAll(() => data[Symbol.asyncDispose]())

  async function recognised(paragraphs: readonly string[], language: string) {
    const sheet = await typesetPage(paragraphs, 11)
    const [page] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi: SCAN_DPI }).screenshot(sheet, [1])
    const scan = imagePdf(await decodeGray(page!.imageBuffer), SCAN_DPI)
    const { pages } = await collect('scan.pdf', scan, { ocr: { ...data, languages: [language] } })
    return blocksOf(pages[0]!)
  }

  test('keep their bullets', async () => {
    const items = ['Home', 'Approvals', 'Profile, and', 'Regional settings'].map((item) => `\u2022 ${item}`)
    const wide = items.map((item) => item.replace(' ', '     '))
    expect(await recognised(wide, 'eng')).toEqual(items.map((item) => ['list-item', 1, item]))
  })

  test('keep the letters that items begin with', async () => {
    const items = [
      'o resto da renda do mês que passou',
      'o prazo do contrato de arrendamento',
      'e a caução do inquilino',
      'a) as obras da casa',
      'b) o jardim e a garagem',
    ]
    const wide = items.map((item) => item.replace(' ', '  '))
    const text = (await recognised(wide, 'por')).map(([, , block]) => block).join(' ')
    expect(text.replaceAll('\n', ' ')).toBe(items.join(' '))
  })
})
