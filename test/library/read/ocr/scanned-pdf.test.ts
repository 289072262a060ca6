import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GrayImage } from '../../../../library/read/ocr/gray-image.ts'
import { imagePdf } from '../../../../library/read/ocr/recognise-words.ts'
import { turnImage } from '../../../../library/read/ocr/text-direction.ts'
import { drawPage } from '../../../../library/read/pdf/create-pdf-recogniser.ts'
import type { OcrRequest } from '../../../../library/read/read-page.ts'
import { content, onePagePdf, writePdf } from '../../../../scripts/hostile/write-pdf.ts'
import { collect } from '../collect.ts'
import { startReader } from '../start-reader.ts'
import { scanPdf } from './scan-pdf.ts'
import { boxOf, FIRST_WORD, ocrData, SCAN_DPI, scanOf } from './scans.ts'

const NOTICE = 'The tenant shall pay the rent of (1,250) pounds on the first day of each month without any deduction.'
const KUENDIGUNG =
  'Die Kündigung wurde dem Mieter nicht rechtzeitig zugestellt, für die Räume gilt daher der alte Vertrag.'

/** So many words that no page is taken for a mere stamp on a scan. */
const LAYER = 'word '.repeat(70).trim()

let data: OcrRequest & AsyncDisposable
let scan: GrayImage
beforeAll(async () => {
  data = await ocrData()
  scan = await scanOf([NOTICE])
})
afterAll(() => data[Symbol.asyncDispose]())

describe('scanned pages of a PDF', () => {
  test('are recognised, each word in its box and with how sure it is', async () => {
    const { pages, result } = await collect('scan.pdf', imagePdf(scan, SCAN_DPI), { ocr: data })
    expect(pages).toMatchObject([{ state: 'ocr', reason: null, text: NOTICE }])
    const { starts, confidences } = pages[0]!.words
    expect(confidences).toHaveLength(starts.length)
    expect(Math.min(...confidences!)).toBeGreaterThan(60)
    const box = boxOf(pages[0]!, 'The')!
    expect(Math.abs(box.x - FIRST_WORD.x)).toBeLessThan(3)
    expect(Math.abs(box.y - FIRST_WORD.y)).toBeLessThan(3)
    expect(result.warnings).toEqual([])
  })

  test.each([
    { quarters: 2, skew: -3, corner: 'lower right' },
    { quarters: 1, skew: 0, corner: 'upper right' },
  ])(
    'are recognised when they lie otherwise, with boxes as they lie: the start at the $corner',
    async ({ quarters, skew }) => {
      const { image, boxAfter } = turnImage(scan, quarters, skew)
      const { pages } = await collect('turned.pdf', imagePdf(image, SCAN_DPI), { ocr: data })
      expect(pages[0]).toMatchObject({ state: 'ocr', text: NOTICE })
      const straight = { x: FIRST_WORD.x, y: FIRST_WORD.y, width: 20, height: 9 }
      const pixels = (length: number) => (length * SCAN_DPI) / 72
      const expected = boxAfter({
        x: pixels(straight.x),
        y: pixels(straight.y),
        width: pixels(straight.width),
        height: pixels(straight.height),
      })
      const box = boxOf(pages[0]!, 'The')!
      expect(Math.abs(pixels(box.x) - expected.x)).toBeLessThan(pixels(4))
      expect(Math.abs(pixels(box.y) - expected.y)).toBeLessThan(pixels(4))
    },
  )

  test('are recognised as the file says that they are shown', async () => {
    // Stored on its side, with the entry that turns it upright.
    const pdf = scanPdf([{ image: turnImage(scan, 3, 0).image, rotate: 90 }])
    const { pages } = await collect('rotate.pdf', pdf, { ocr: data })
    expect(pages[0]!.text).toBe(NOTICE)
    expect(pages[0]!.width).toBeGreaterThan(pages[0]!.height)
    expect(Math.abs(boxOf(pages[0]!, 'The')!.x - FIRST_WORD.x)).toBeLessThan(3)
  })

  test('are read in their own language, page by page, beside pages that have text', async () => {
    const german = await scanOf([KUENDIGUNG])
    const blank = { width: 400, height: 400, pixels: new Uint8Array(160_000).fill(255) }
    const pdf = scanPdf([{ text: 'A page with a text layer.' }, { image: german }, { image: scan }, { image: blank }])
    const { pages } = await collect('mixed.pdf', pdf, { ocr: data })
    expect(pages.map(({ state, text }) => [state, text])).toEqual([
      ['text', 'A page with a text layer.'],
      ['ocr', KUENDIGUNG],
      ['ocr', NOTICE],
      ['empty', ''],
    ])
    expect(pages[0]!.words.confidences).toBeNull()
    expect(pages[3]!.reason).toBe('no print was found on the page; handwriting is not recognised')
  })

  test('keep the number in the middle of the foot of a page, and the brackets around others', async () => {
    const lines: [number, number, string][] = [
      [60, 160, 'See section 5 (2) and (3) of the lease. The loss was (1,250) pounds.'],
      [291, 40, '12'],
    ]
    const print = lines.map(([x, y, text]) => `BT /F1 12 Tf ${x} ${y} Td (${text.replaceAll(/[()]/g, '\\$&')}) Tj ET`)
    const typed = onePagePdf({ content: content(print.join('\n')) })
    const { pages } = await collect('foot.pdf', await asScan(typed), { ocr: data })
    expect(pages[0]!.text).toBe(`${lines[0]![2]}\n\n12`)
  })

  test('keep a stamp that is in the text layer, and have the rest recognised', async () => {
    const pdf = scanPdf([{ image: scan, text: 'EXHIBIT 0017' }])
    const { pages } = await collect('stamped.pdf', pdf, { ocr: data })
    expect(pages[0]).toMatchObject({ state: 'ocr', reason: expect.stringContaining('the rest was recognised') })
    expect(pages[0]!.text.split('\n\n').toSorted()).toEqual(['EXHIBIT 0017', NOTICE])
    const words = pages[0]!.words
    const sure = Array.from(words.starts, (start, index) => [
      pages[0]!.text.slice(start, words.ends[index]),
      words.confidences![index],
    ])
    expect(sure).toContainEqual(['EXHIBIT', 100])
  })

  test('are recognised instead of a text layer in letters that stand for others', async () => {
    const lines = Array.from({ length: 6 }, (_, index) => `No notice numbered ${index + 1} was served on the landlord`)
    const { pages, result } = await collect('garbled.pdf', garbledPdf(lines), { ocr: data })
    expect(pages[0]).toMatchObject({ state: 'ocr', text: lines.join(' ') })
    expect(pages[0]!.reason).toContain('the text layer is garbled')
    expect(result.warnings).toEqual([])
  })

  test('are read again beside their text layer when that is wanted', async () => {
    const pdf = scanPdf([{ image: scan, text: `${'word '.repeat(70)}` }])
    const [auto, always] = [
      await collect('layer.pdf', pdf, { ocr: data }),
      await collect('layer.pdf', pdf, { ocr: { ...data, mode: 'always' } }),
    ]
    expect(auto.pages[0]!.state).toBe('text')
    expect(always.pages[0]!.text).toContain('shall pay the rent')
  })

  test('are recognised instead of their text layer where a person asked for it, and no other page is', async () => {
    const pdf = scanPdf([
      { image: scan, layer: LAYER },
      { text: 'Typed.' },
      { image: scan, layer: LAYER },
      { image: scan },
    ])
    const { pages } = await collect('asked.pdf', pdf, { ocr: { ...data, mode: 'never', pages: [2, 3] } })
    expect(pages.map(({ state, text }) => [state, text])).toEqual([
      ['text', LAYER],
      ['ocr', 'Typed.'],
      ['ocr', NOTICE],
      ['empty', ''],
    ])
    expect(pages[2]!.reason).toContain('instead of its text layer, as asked')
  })

  test('keep their text layer where a person asked and the picture has no print', async () => {
    const blank = { width: 400, height: 400, pixels: new Uint8Array(160_000).fill(255) }
    const pdf = scanPdf([{ image: blank, layer: LAYER }])
    const { pages } = await collect('blank.pdf', pdf, { ocr: { ...data, pages: [1] } })
    expect(pages).toMatchObject([{ state: 'text', text: LAYER, reason: expect.stringContaining('no print was found') }])
  })
})

describe('scanned pages that are not recognised', () => {
  test('say so when nobody asked for it', async () => {
    const { pages, result, kinds } = await collect('scan.pdf', imagePdf(scan, SCAN_DPI))
    expect(kinds).toEqual(['not-recognised'])
    expect(pages).toMatchObject([{ state: 'empty', reason: 'scanned page: no text layer', text: '' }])
    expect(result.warnings).toEqual(['Page 1 is scanned, without a text layer, and not recognised.'])
  })

  test('say what is missing: all data, or that of a language that was chosen', async () => {
    const none = await collect('scan.pdf', imagePdf(scan, SCAN_DPI), { ocr: { ...data, dataFolder: '/nowhere' } })
    expect(none.kinds).toContain('missing-ocr-language')
    expect(none.pages[0]!.state).toBe('empty')
    expect(none.result.warnings.join(' ')).toContain('the recognition data is missing. Install Consilium again')
    const finnish = await collect('scan.pdf', imagePdf(scan, SCAN_DPI), { ocr: { ...data, languages: ['eng', 'fin'] } })
    expect(finnish.pages[0]!.text).toBe(NOTICE)
    expect(finnish.result.warnings.join(' ')).toContain(
      'The data for recognising "fin" is missing; the pages were read as English only.',
    )
  })
})

describe('the reader process', () => {
  test('gives a page that is recognised time of its own, and no more', async () => {
    const pdf = imagePdf(scan, SCAN_DPI)
    await using patient = startReader({ baseMs: 5000, perMbMs: 0, perPageMs: 0 })
    expect((await patient.read('scan.pdf', pdf, { ocr: data })).pages[0]?.text).toBe(NOTICE)
    await using hasty = startReader({ baseMs: 60, perMbMs: 0, perPageMs: 0, ocrPageMs: 1 })
    const { failure } = await hasty.read('scan.pdf', pdf, { ocr: data })
    expect(failure).toMatchObject({ code: 'time', retry: true })
  })
})

/** Print whose letters the file gives as the third ones after them. */
function garbledPdf(lines: readonly string[]): Buffer {
  const table = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /G def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <21> <7B> <0024> endbfrange endcmap end end`
  const print = lines.map((line, index) => `BT /F1 12 Tf 40 ${160 - index * 15} Td (${line}) Tj ET`).join('\n')
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    content(print),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    content(table),
  ])
}

/** The first page as a picture of itself. */
async function asScan(pdf: Buffer): Promise<Buffer> {
  return imagePdf(await drawPage(pdf, { page: 1, width: 595, height: 842 }, undefined), 300)
}
