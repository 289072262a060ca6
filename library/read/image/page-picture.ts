import { message } from '../../../wording/message.ts'
import sharp from 'sharp'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { gatedFacts, hasTransparency, isGray } from './decode-gray.ts'

/** A page as a picture that browsers draw. */
export type PagePicture = { readonly bytes: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' }

/** Sharp on a large screen at three times the width of the column, and a few hundred kB. */
const LONGEST_SIDE = 2400
const JPEG_QUALITY = 88

/**
 * A frame of an image (from 0) as it is shown: turned as its orientation tag says, transparency on white. Print stays free of
 * loss, photographs become small. Throws `ReadFailedError` past the gates and for what cannot be decoded at all.
 */
export async function pagePicture(bytes: Buffer, frame: number, limits: ReadLimits): Promise<PagePicture> {
  await gatedFacts(bytes, frame, limits)
  try {
    const source = sharp(bytes, { page: frame, limitInputPixels: false, failOn: 'none' })
    const metadata = await source.metadata()
    const shown = source
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    if (hasTransparency(metadata)) shown.flatten({ background: '#fff' })
    if (isGray(metadata)) {
      const png = shown.toColourspace('b-w').extractChannel(0).png()
      return { bytes: await png.toBuffer(), mediaType: 'image/png' }
    }
    const jpeg = shown.toColourspace('srgb').jpeg({ quality: JPEG_QUALITY })
    return { bytes: await jpeg.toBuffer(), mediaType: 'image/jpeg' }
  } catch (cause) {
    throw damagedFailure(message('unread.damage.picture'), cause)
  }
}
