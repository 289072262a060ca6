/** A page as the engine sees it: one byte a pixel, row by row from the top left, 0 black to 255 white. */
export type GrayImage = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A rectangle in pixels or points from the top left. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The mean of square blocks of pixels; lines of text survive blocks of up to a fifth of their height. */
export function shrunk(image: GrayImage, block: number): GrayImage {
  if (block <= 1) return image
  const width = Math.max(1, Math.floor(image.width / block))
  const height = Math.max(1, Math.floor(image.height / block))
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let row = 0; row < block; row += 1) {
        const start = (y * block + row) * image.width + x * block
        for (let at = start; at < start + block; at += 1) sum += image.pixels[at] ?? 255
      }
      pixels[y * width + x] = Math.round(sum / (block * block))
    }
  return { width, height, pixels }
}

/** Gray levels between ink and tinted paper; the grain of paper is within this. */
const LEAST_CONTRAST = 40

export type Threshold = {
  /** The lightest gray value that is ink. */
  readonly threshold: number
  /** How far ink and paper lie apart; on an empty sheet they are close together. */
  readonly contrast: number
}

/**
 * The gray value that parts ink from paper. Where more than half of the page would be ink, that is tinted paper beside a
 * white margin, and the ink is sought in it; or it is white print on black, and there is none.
 */
export function inkThreshold({ pixels }: GrayImage): Threshold {
  const counts = new Float64Array(256)
  for (const value of pixels) counts[value]! += 1
  const whole = bestCut(counts)
  const dark = counts.map((count, value) => (value <= whole.threshold ? count : 0))
  if (dark.reduce((sum, count) => sum + count, 0) <= pixels.length / 2) return whole
  const inDark = bestCut(dark)
  return inDark.contrast >= LEAST_CONTRAST ? inDark : whole
}

/** The cut with the largest variance between its sides (Otsu 1979). */
function bestCut(counts: Float64Array): Threshold {
  const all = counts.reduce((total, count) => total + count, 0)
  const sum = counts.reduce((total, count, value) => total + count * value, 0)
  let [dark, darkSum, best, threshold, contrast] = [0, 0, -1, 127, 0]
  for (let value = 0; value < 255; value += 1) {
    dark += counts[value]!
    darkSum += counts[value]! * value
    const light = all - dark
    if (dark === 0 || light === 0) continue
    const apart = (sum - darkSum) / light - darkSum / dark
    const between = dark * light * apart * apart
    if (between > best) [best, threshold, contrast] = [between, value, apart]
  }
  return { threshold, contrast }
}
