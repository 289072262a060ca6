import type { Box, GrayImage } from './gray-image.ts'

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
