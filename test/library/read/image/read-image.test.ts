import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GrayImage } from '../../../../library/read/ocr/gray-image.ts'
import { turnImage } from '../../../../library/read/ocr/text-direction.ts'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import type { OcrRequest } from '../../../../library/read/read-page.ts'
import { collect } from '../collect.ts'
import { boxOf, FIRST_WORD, ocrData, SCAN_DPI, scanOf } from '../ocr/scans.ts'

const RECEIPT = 'Received with thanks the sum of 310 pounds for the repair of the boiler.'

let data: OcrRequest & AsyncDisposable
let scan: GrayImage
beforeAll(async () => {
  data = await ocrData()
  scan = await scanOf([RECEIPT], 130)
})
afterAll(() => data[Symbol.asyncDispose]())

describe('images', () => {
  test('are pages as large as their resolution says, with boxes on them', async () => {
    const png = await grayOf(scan).withMetadata({ density: SCAN_DPI }).png().toBuffer()
    const { pages, result } = await collect('receipt.png', png, { ocr: data })
    expect(pages).toMatchObject([{ page: 1, state: 'ocr', text: RECEIPT }])
    expect(pages[0]!.width).toBeCloseTo((scan.width * 72) / SCAN_DPI, 0)
    expect(Math.abs(boxOf(pages[0]!, 'Received')!.x - FIRST_WORD.x)).toBeLessThan(3)
    expect(result).toMatchObject({ pages: 1, mediaType: 'image/png', warnings: [] })
  })

  test('are read as their orientation tag says that they are shown', async () => {
    // Lies on its left side, and is shown turned by a quarter clockwise.
    const jpeg = await grayOf(turnImage(scan, 3, 0).image)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { pages } = await collect('photo.jpg', jpeg, { ocr: data })
    expect(pages[0]!.text).toBe(RECEIPT)
    // Without a resolution the longer side is that of A4.
    expect(pages[0]!.width).toBeCloseTo(842, 0)
    const box = boxOf(pages[0]!, 'Received')!
    expect(box.x / pages[0]!.width).toBeCloseTo(FIRST_WORD.x / 595, 2)
  })

  test('of several frames are several pages, one of them empty', async () => {
    const blank = { ...scan, pixels: new Uint8Array(scan.pixels.length).fill(255) }
    const frames = await Promise.all([scan, blank].map((image) => grayOf(image).png().toBuffer()))
    const tiff = await sharp(frames, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer()
    const { pages } = await collect('scans.tif', tiff, { ocr: data })
    expect(pages.map(({ page, state, text }) => [page, state, text])).toEqual([
      [1, 'ocr', RECEIPT],
      [2, 'empty', ''],
    ])
    const second = await collect('scans.tif', tiff, { ocr: data, skipPages: [1] })
    expect(second.pages.map(({ page }) => page)).toEqual([2])
    expect(second.result.pages).toBe(2)
  })

  test('in gray with channels that mean nothing are read all the same', async () => {
    const frames = await Promise.all([scan, scan].map((image) => grayOf(image).png().toBuffer()))
    const tiff = await sharp(frames, { join: { animated: true } })
      .toColourspace('b-w')
      .tiff({ compression: 'lzw' })
      .toBuffer()
    expect(await sharp(tiff).metadata()).toMatchObject({ space: 'b-w', channels: 3, hasAlpha: true })
    const { pages } = await collect('scans.tif', tiff, { ocr: data })
    expect(pages.map(({ state, text }) => [state, text])).toEqual([
      ['ocr', RECEIPT],
      ['ocr', RECEIPT],
    ])
  })

  test('are read from a fax (TIFF, group 4)', async () => {
    const fax = await grayOf(scan)
      .threshold()
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1 })
      .toBuffer()
    expect((await collect('fax.tiff', fax, { ocr: data })).pages[0]!.text).toBe(RECEIPT)
  })

  test('are said not to be recognised when nobody asked for it', async () => {
    const png = await grayOf(scan).png().toBuffer()
    const { pages, result } = await collect('receipt.png', png)
    expect(pages).toMatchObject([{ state: 'empty', reason: 'a picture: its text was not recognised' }])
    expect(result.warnings).toEqual(['This is a picture; its text was not recognised.'])
  })
})

describe('images that cannot be read', () => {
  test('are refused when they would be too large, before a pixel is decoded', async () => {
    const bomb = await sharp({ create: { width: 1000, height: 1000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    // The header (IHDR) says 30,000 x 30,000.
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    await expect(collect('bomb.png', bomb, { ocr: data })).rejects.toThrow(
      'The image is too large: 900,000,000 pixels, the limit is 150,000,000. Save it smaller and add that.',
    )
    const frames = [await grayOf(scan).png().toBuffer(), await grayOf(scan).png().toBuffer()]
    const tiff = await sharp(frames, { join: { animated: true } })
      .tiff()
      .toBuffer()
    const limits = { ...READ_LIMITS, imageFrames: 1 }
    await expect(collect('many.tif', tiff, { ocr: data, limits })).rejects.toThrow('Too many images in one file')
  })

  test('are called damaged, or read as far as they go', async () => {
    const jpeg = await grayOf(scan).jpeg().toBuffer()
    await expect(
      collect('noise.jpg', Buffer.concat([jpeg.subarray(0, 4), Buffer.alloc(500, 7)]), { ocr: data }),
    ).rejects.toThrow('The file is damaged: it cannot be opened as an image')
    const { pages } = await collect('cut.jpg', jpeg.subarray(0, jpeg.length - 2000), { ocr: data })
    expect(pages[0]!.text).toContain('Received with thanks')
  })

  test('without print say that there is none', async () => {
    const [width, height] = [600, 400]
    const pixels = Uint8Array.from(
      { length: width * height },
      (_, at) => 60 + ((at % width) >> 2) + Math.floor(at / width / 8),
    )
    const { pages } = await collect('sky.png', await grayOf({ width, height, pixels }).png().toBuffer(), { ocr: data })
    expect(pages).toMatchObject([
      { state: 'empty', reason: 'no print was found in the picture; handwriting is not recognised' },
    ])
  })
})

function grayOf({ width, height, pixels }: GrayImage): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w')
}
