import sharp, { type Color } from 'sharp'
import { describe, expect, test } from 'vitest'
import { pagePicture } from '../../../../library/read/image/page-picture.ts'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { sourceOf, startReader } from '../start-reader.ts'

const RED = { r: 200, g: 20, b: 20 }

/** A sheet of one colour, as TIFF keeps it. */
const sheet = (width: number, height: number, background: Color) =>
  sharp({ create: { width, height, channels: 3, background } })

async function faxOf(first: number, second = 0): Promise<Buffer> {
  const frames = await Promise.all(
    [first, second].map((gray) => sheet(300, 200, { r: gray, g: gray, b: gray }).toColourspace('b-w').png().toBuffer()),
  )
  return sharp(frames, { join: { animated: true } })
    .toColourspace('b-w')
    .tiff({ compression: 'lzw' })
    .toBuffer()
}

describe('the picture of a page', () => {
  test('is that frame of the file, in gray without loss, from the reader process', async () => {
    await using reader = startReader()
    const fax = await faxOf(255, 40)
    for (const [page, gray] of [
      [2, 40],
      [1, 255],
    ] as const) {
      const { bytes, mediaType } = await reader.reader.picture(sourceOf('fax.tif', fax), page)
      expect(mediaType).toBe('image/png')
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
      expect([info.width, info.height, data[0]]).toEqual([300, 200, gray])
    }
    expect(reader.starts()).toBe(1)
  })

  test('in colour is a JPEG as it is shown, not longer than a screen needs', async () => {
    const tiff = await sheet(3000, 1500, RED).withMetadata({ orientation: 6 }).tiff().toBuffer()
    const { bytes, mediaType } = await pagePicture(tiff, 0, READ_LIMITS)
    expect(mediaType).toBe('image/jpeg')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 2400, format: 'jpeg' })
  })

  test('of a file that is none, or too large, fails with its reason, and the next one is drawn', async () => {
    await using reader = startReader()
    const broken = reader.reader.picture(sourceOf('a.tif', Buffer.from('II*\0 no picture')), 1)
    await expect(broken).rejects.toMatchObject({ failure: { code: 'damaged' } })
    await expect(reader.reader.picture(sourceOf('fax.tif', await faxOf(9)), 5)).rejects.toMatchObject({
      failure: { code: 'damaged' },
    })
    const large = pagePicture(await faxOf(9), 0, { ...READ_LIMITS, imagePixels: 1000 })
    await expect(large).rejects.toMatchObject({ failure: { code: 'gate' } })
    expect((await reader.reader.picture(sourceOf('fax.tif', await faxOf(9)), 1)).mediaType).toBe('image/png')
  })

  test('that takes too long is given up', async () => {
    await using reader = startReader({ baseMs: 1, perMbMs: 0 })
    const late = reader.reader.picture(sourceOf('fax.tif', await faxOf(9)), 1)
    await expect(late).rejects.toMatchObject({ failure: { code: 'time' } })
  })
})
