import { type GrayImage, inkThreshold } from './gray-image.ts'

/** Paper darker than this is whitened. */
const WHITE_ENOUGH = 235
/** How much of the grain of the paper goes, in standard deviations. */
const GRAIN = 1.5

/**
 * Coloured and dull paper made white. Tesseract takes a page on a tinted ground with a white margin for a picture, and gave
 * none of 528 words of one that any eye can read.
 */
export function onWhitePaper(image: GrayImage): GrayImage {
  const { threshold } = inkThreshold(image)
  const counts = new Float64Array(256)
  for (const value of image.pixels) counts[value]! += 1
  const paper = middleAbove(counts, threshold)
  if (paper >= WHITE_ENOUGH) return image
  const white = Math.max(threshold + 1, paper - GRAIN * spreadBelow(counts, threshold, paper))
  const levels = Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round((value * 255) / white)))
  return { ...image, pixels: image.pixels.map((value) => levels[value]!) }
}

/** The median of what is no ink. */
function middleAbove(counts: Float64Array, from: number): number {
  let rest = counts.subarray(from + 1).reduce((sum, count) => sum + count, 0) / 2
  let value = from
  while (value < 255 && rest > 0) {
    value += 1
    rest -= counts[value]!
  }
  return value
}

/** The standard deviation of the paper, from its darker half: the lighter one may be a margin. */
function spreadBelow(counts: Float64Array, from: number, paper: number): number {
  let [sum, count] = [0, 0]
  for (let value = from + 1; value <= paper; value += 1) {
    sum += counts[value]! * (value - paper) ** 2
    count += counts[value]!
  }
  return Math.sqrt(sum / Math.max(1, count))
}
