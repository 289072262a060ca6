import sharp from 'sharp'
import type { GrayImage } from '../../library/read/ocr/gray-image.ts'
import { imagePdf } from '../../library/read/ocr/recognise-words.ts'
import { turnImage } from '../../library/read/ocr/text-direction.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'

/** How a page is spoiled: degrees of skew, gray levels of noise either way, and quality of JPEG. */
export type Spoiling = { readonly skewDegrees: number; readonly noise: number; readonly jpegQuality: number }

export const SPOILED: Spoiling = { skewDegrees: 0.8, noise: 25, jpegQuality: 35 }

/** A page as a bad scanner gives it, as a PDF of one image. */
export async function spoilPage(image: GrayImage, dpi: number, spoiling: Spoiling): Promise<Buffer> {
  const turned = turnImage(image, 0, -spoiling.skewDegrees).image
  const random = seededRandom(8)
  const pixels = turned.pixels.map((value) =>
    Math.max(0, Math.min(255, Math.round(value + (random() - 0.5) * 2 * spoiling.noise))),
  )
  const jpeg = await sharp(pixels, { raw: { width: turned.width, height: turned.height, channels: 1 } })
    .jpeg({ quality: spoiling.jpegQuality })
    .toBuffer()
  const { data } = await sharp(jpeg).toColourspace('b-w').extractChannel(0).raw().toBuffer({ resolveWithObject: true })
  return imagePdf({ width: turned.width, height: turned.height, pixels: data }, dpi)
}
