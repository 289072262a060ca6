import { type GrayImage, inkThreshold } from './gray-image.ts'
import { type InkBlob, inkBlobs } from './ink-blobs.ts'

/** Sides of a dot in pixels: a full stop of 6 points at 200 dots an inch, and of 12 points at 300. */
const [LEAST_DOT, MOST_DOT] = [2, 8]
/** So many in a row are no ellipsis. */
const LEAST_DOTS = 8
/** From one dot to the next, in widths of a dot. Letters stand closer. */
const [LEAST_STEP, MOST_STEP] = [1.5, 8]
/** Pixels by which the dots of one row, and their steps, may differ; letters that small differ more. */
const [UNLIKE, UNEVEN] = [2, 3]
/** So many pixels around a dot are its blurred edge. */
const EDGE = 2
const PAPER = 255

/**
 * The image without the rows of dots that lead from an entry of a table of contents to its page number. Tesseract reads them
 * as letters and loses words beside them: on a spoiled page of contents 19 % of all words, without the dots 10 %.
 */
export function withoutLeaders(image: GrayImage): GrayImage {
  const { width, height } = image
  const { threshold } = inkThreshold(image)
  const dots = inkBlobs({ x: 0, y: 0, width, height }, image, threshold).filter(isDot)
  const leaders = rowsOf(dots).filter((row) => row.length >= LEAST_DOTS)
  if (leaders.length === 0) return image
  const pixels = Uint8Array.from(image.pixels)
  for (const dot of leaders.flat()) whiten(dot, { width, height, pixels })
  return { width, height, pixels }
}

function isDot({ width, height }: InkBlob): boolean {
  const [small, large] = [Math.min(width, height), Math.max(width, height)]
  return small >= LEAST_DOT && large <= MOST_DOT && large - small <= UNLIKE
}

/** Dots that follow each other in even steps, from the left. */
function rowsOf(dots: readonly InkBlob[]): readonly (readonly InkBlob[])[] {
  const rows: InkBlob[][] = []
  // By the height at which they end: of all that end there, only the last one can go on.
  const open = new Map<number, InkBlob[]>()
  for (const dot of dots.toSorted((one, other) => one.x - other.x)) {
    const near = [0, -1, 1, -2, 2].map((off) => open.get(bottom(dot) + off))
    const row = near.find((candidate) => candidate && goesOn(candidate, dot)) ?? []
    if (row.length === 0) rows.push(row)
    row.push(dot)
    open.set(bottom(dot), row)
  }
  return rows
}

function goesOn(row: readonly InkBlob[], dot: InkBlob): boolean {
  const [before, last] = [row.at(-2), row.at(-1)!]
  const step = dot.x - last.x
  if (step < LEAST_STEP * last.width || step > MOST_STEP * last.width) return false
  if (Math.abs(dot.width - last.width) > UNLIKE || Math.abs(dot.height - last.height) > UNLIKE) return false
  return !before || Math.abs(step - (last.x - before.x)) <= UNEVEN
}

function bottom({ y, height }: InkBlob): number {
  return y + height
}

function whiten(dot: InkBlob, { width, height, pixels }: GrayImage): void {
  for (let y = Math.max(0, dot.y - EDGE); y < Math.min(height, bottom(dot) + EDGE); y += 1)
    pixels.fill(PAPER, y * width + Math.max(0, dot.x - EDGE), y * width + Math.min(width, dot.x + dot.width + EDGE))
}
