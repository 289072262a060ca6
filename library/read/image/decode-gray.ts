import { message } from '../../../wording/message.ts'
import sharp from 'sharp'
import type { Metadata } from 'sharp'
import type { GrayImage } from '../ocr/gray-image.ts'
import { MOST_PIXELS_A_SIDE } from '../ocr/recognise-words.ts'
import { damagedFailure, gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'

// The other core belongs to the rest of the app, and nothing is decoded twice.
sharp.concurrency(1)
sharp.cache(false)

// What looks like one of these is decoded as that, and nothing as anything else (SVG, PDF, camera files).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadTiff'] })

/** What an image says of itself before it is decoded; sizes as shown, in pixels. */
export type ImageFacts = {
  readonly frames: number
  readonly width: number
  readonly height: number
  /** Dots an inch, where the file says so. */
  readonly dpi: number | null
}

/** Reads the header of a frame (from 0). */
async function imageFacts(bytes: Buffer, frame: number): Promise<ImageFacts> {
  const { pages = 1, autoOrient, density } = await sharp(bytes, { page: frame, limitInputPixels: false }).metadata()
  return { frames: pages, width: autoOrient.width, height: autoOrient.height, dpi: density ?? null }
}

/**
 * Decodes a frame as it is shown: turned as its orientation tag says, transparency on white, in gray. `scale` is a wish;
 * the longer side never becomes longer than the engine draws. Throws sharp's errors; `lenient` takes what can be decoded
 * of a damaged image.
 */
export async function decodeGray(
  bytes: Buffer,
  {
    frame = 0,
    scale = 1,
    lenient = false,
  }: { readonly frame?: number; readonly scale?: number; readonly lenient?: boolean } = {},
): Promise<GrayImage> {
  // The caller has looked at the number of pixels.
  const source = sharp(bytes, { page: frame, limitInputPixels: false, failOn: lenient ? 'none' : 'error' })
  const metadata = await source.metadata()
  const { autoOrient } = metadata
  const [width, height] = [autoOrient.width, autoOrient.height]
  const factor = Math.min(scale, MOST_PIXELS_A_SIDE / Math.max(width, height))
  const turned = source.autoOrient()
  if (hasTransparency(metadata)) turned.flatten({ background: '#fff' })
  const sized =
    factor === 1
      ? turned
      : turned.resize(Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)), {
          fit: 'fill',
        })
  const { data, info } = await sized
    .toColourspace('b-w')
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** Throws the gates' failures: the header says how many pixels there will be. */
export async function gatedFacts(bytes: Buffer, frame: number, limits: ReadLimits): Promise<ImageFacts> {
  const found = await imageFacts(bytes, frame).catch((cause: unknown) => {
    throw damagedFailure(message('unread.damage.image'), cause)
  })
  const pixels = found.width * found.height
  if (pixels > limits.imagePixels)
    throw gateFailure('pixels', { value: pixels, limit: limits.imagePixels }, 'saveSmaller')
  return found
}

/** Sharp's names; a fax with one bit a dot is among them. */
const GRAY: readonly (string | undefined)[] = ['b-w', 'grey16']

export function isGray({ space }: Pick<Metadata, 'space'>): boolean {
  return GRAY.includes(space)
}

/**
 * Whether the last channel says how transparent a dot is. Printers' and scanners' files have channels beyond colour and
 * transparency, which are of no use here, and which sharp cannot lay on white.
 */
export function hasTransparency({
  hasAlpha,
  channels,
  space,
}: Pick<Metadata, 'hasAlpha' | 'channels' | 'space'>): boolean {
  return hasAlpha && channels === (isGray({ space }) ? 2 : 4)
}
