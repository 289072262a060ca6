import { type Box, type GrayImage, inkThreshold, shrunk } from './gray-image.ts'

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

/** A page turned upright, and the way back. */
export type TurnedImage = {
  readonly image: GrayImage
  /** The smallest upright rectangle on the given image that holds a box of the turned one. */
  readonly boxBefore: (box: Box) => Box
  /** The same the other way. */
  readonly boxAfter: (box: Box) => Box
}

type Move = (x: number, y: number) => readonly [x: number, y: number]

/** Less is not worth the blur, and Tesseract bears it. */
const LEAST_DEGREES = 0.15
const PAPER = 255

/**
 * Turns a page clockwise by `quarters` x 90 degrees, and then back by `skewDegrees` (by which its lines fall to the right).
 * The sheet grows so that no corner is lost; what is new is white.
 */
export function turnImage(image: GrayImage, quarters: number, skewDegrees: number): TurnedImage {
  const degrees = quarters * 90 - (Math.abs(skewDegrees) < LEAST_DEGREES ? 0 : skewDegrees)
  if (degrees % 360 === 0) return { image, boxBefore: (box) => box, boxAfter: (box) => box }
  const [cos, sin] = [rounded(Math.cos((degrees * Math.PI) / 180)), rounded(Math.sin((degrees * Math.PI) / 180))]
  const width = Math.ceil(Math.abs(image.width * cos) + Math.abs(image.height * sin))
  const height = Math.ceil(Math.abs(image.width * sin) + Math.abs(image.height * cos))
  // A point of the turned image, from its middle, turned back around the middle of the given one, and the way there.
  const before: Move = (x, y) => [
    (x - width / 2) * cos + (y - height / 2) * sin + image.width / 2,
    (y - height / 2) * cos - (x - width / 2) * sin + image.height / 2,
  ]
  const after: Move = (x, y) => [
    (x - image.width / 2) * cos - (y - image.height / 2) * sin + width / 2,
    (x - image.width / 2) * sin + (y - image.height / 2) * cos + height / 2,
  ]
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const [x0, y0] = before(0.5, y + 0.5)
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = pixelAt(image, x0 + x * cos - 0.5, y0 - x * sin - 0.5)
  }
  return {
    image: { width, height, pixels },
    boxBefore: (box) => moved(box, before),
    boxAfter: (box) => moved(box, after),
  }
}

function moved(box: Box, move: Move): Box {
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const corners = [move(box.x, box.y), move(right, box.y), move(box.x, bottom), move(right, bottom)]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Sines of quarter turns are off by 1e-16, which would blur a page that only changes its orientation. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9
}

/** The gray value between four pixels. */
function pixelAt(image: GrayImage, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, down] = [x - left, y - top]
  const upper = valueAt(image, left, top) * (1 - right) + valueAt(image, left + 1, top) * right
  if (down === 0) return upper
  const lower = valueAt(image, left, top + 1) * (1 - right) + valueAt(image, left + 1, top + 1) * right
  return upper * (1 - down) + lower * down
}

function valueAt({ width, height, pixels }: GrayImage, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? PAPER : pixels[y * width + x]!
}
