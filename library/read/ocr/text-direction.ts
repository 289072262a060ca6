import { type GrayImage, inkThreshold, shrunk } from './gray-image.ts'

/** How lines of text lie on a page. */
export type TextDirection = {
  /** Lines run up or down the page. */
  readonly sideways: boolean
  /** By how many degrees the lines fall to the right (clockwise), -6 to 6, once the page is turned by a quarter if `sideways`. */
  readonly skewDegrees: number
}

/** Pixels of the longer side when looking for lines: a line of 10 points is then about 12 pixels high. */
const LOOK_PIXELS = 1000
const MOST_DEGREES = 6
const COARSE_DEGREES = 0.5
const FINE_DEGREES = 0.1
/** Gray levels between ink and paper; print on an empty sheet lies 100 and more apart, the paper's own noise below this. */
const LEAST_CONTRAST = 20
/** Share of ink below which a page is blank: a full stop on A4 is 0.002 %. */
const LEAST_INK = 0.00004
/** Sideways only when its lines are this much clearer. */
const CLEARER = 1.3

/**
 * The direction of the lines, or null for a blank page. Lines show as rows with much ink between rows without: the sum of
 * squared differences of neighbouring rows is largest when the rows run along the lines (Postl's measure, as in Leptonica).
 */
export function textDirection(image: GrayImage): TextDirection | null {
  const small = shrunk(image, Math.max(1, Math.floor(Math.max(image.width, image.height) / LOOK_PIXELS)))
  const ink = inkPoints(small)
  if (!ink) return null
  const along = sharpest(ink, small.width, small.height)
  const across = sharpest({ xs: ink.ys, ys: ink.xs }, small.height, small.width)
  const sideways = across.score / small.height > (CLEARER * along.score) / small.width
  // Across, x and y are swapped, which mirrors the page: the angle changes its sign.
  return { sideways, skewDegrees: sideways ? 0 - across.degrees : along.degrees }
}

type Points = { readonly xs: Int32Array; readonly ys: Int32Array }

function inkPoints(image: GrayImage): Points | null {
  const { threshold, contrast } = inkThreshold(image)
  if (contrast < LEAST_CONTRAST) return null
  let dark = 0
  for (const value of image.pixels) if (value <= threshold) dark += 1
  // White print on black.
  const isInverse = dark > image.pixels.length / 2
  const count = isInverse ? image.pixels.length - dark : dark
  if (count < Math.max(1, image.pixels.length * LEAST_INK)) return null
  const [xs, ys] = [new Int32Array(count), new Int32Array(count)]
  let at = 0
  for (let y = 0; y < image.height; y += 1)
    for (let x = 0; x < image.width; x += 1)
      if (image.pixels[y * image.width + x]! <= threshold !== isInverse) {
        xs[at] = x
        ys[at] = y
        at += 1
      }
  return { xs, ys }
}

function sharpest(ink: Points, width: number, height: number): { readonly degrees: number; readonly score: number } {
  let best = { degrees: 0, score: lineScore(ink, width, height, 0) }
  const look = (from: number, to: number, step: number): void => {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const score = lineScore(ink, width, height, degrees)
      if (score > best.score) best = { degrees, score }
    }
  }
  look(-MOST_DEGREES, MOST_DEGREES, COARSE_DEGREES)
  look(best.degrees - COARSE_DEGREES, best.degrees + COARSE_DEGREES, FINE_DEGREES)
  return best
}

function lineScore({ xs, ys }: Points, width: number, height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Int32Array(height + 2 * margin)
  for (let at = 0; at < xs.length; at += 1) rows[Math.round(ys[at]! - xs[at]! * slope) + margin]! += 1
  let score = 0
  for (let row = 1; row < rows.length; row += 1) score += (rows[row]! - rows[row - 1]!) ** 2
  return score
}
