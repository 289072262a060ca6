import { type GrayImage, inkThreshold } from './gray-image.ts'
import { type InkBlob, inkBlobs } from './ink-blobs.ts'

/** The shortest line that is taken for a rule, in pixels: a third of an inch at 300 dots, more than letters are high. */
const LEAST_LENGTH = 100

/** The thickest rule. The strokes of letters that are as high as `LEAST_LENGTH` are thicker. */
const MOST_THICKNESS = 9

/** Share of a line that must be thin; the rest is where letters touch it or other rules cross. */
const THIN_SHARE = 0.7

/**
 * So many pixels beside a rule are its blurred edge, as far as they are no ink. Left there, they cost a link its underline
 * and its words (on six spoiled pages with rules 97.2 % of words against 96.3 %). Erasing the dots where rules cross does harm.
 */
const RULE_EDGE = 2
const PAPER = 255

/**
 * The image without the ruled lines of tables and forms, beside which Tesseract loses words (a table of 23 rows lost
 * 14 % of its words, mostly first columns). Where a letter touches a rule, the letter stays.
 */
export function withoutRules(image: GrayImage): GrayImage {
  const { width, height } = image
  const { threshold } = inkThreshold(image)
  const ink = Uint8Array.from(image.pixels, (value) => (value <= threshold ? 1 : 0))
  const pixels = Uint8Array.from(image.pixels)
  const across: Lines = { ink, count: height, length: width, step: 1, next: width }
  const down: Lines = { ink, count: width, length: height, step: width, next: 1 }
  let found = 0
  for (const lines of [across, down]) found += eraseRules(lines, pixels)
  return found === 0 ? image : { width, height, pixels }
}

/** The rows or the columns of an image: `step` from pixel to pixel along them, `next` from one to the next. */
type Lines = {
  readonly ink: Uint8Array
  readonly count: number
  readonly length: number
  readonly step: number
  readonly next: number
}

function eraseRules(lines: Lines, pixels: Uint8Array): number {
  const { ink, count, length, step, next } = lines
  let found = 0
  for (let line = 0; line < count; line += 1) {
    let from = -1
    for (let at = 0; at <= length; at += 1) {
      const isInk = at < length && ink[line * next + at * step] === 1
      if (isInk && from < 0) from = at
      if (isInk || from < 0) continue
      if (at - from >= LEAST_LENGTH && eraseRun(lines, pixels, line, from, at)) found += 1
      from = -1
    }
  }
  return found
}

/**
 * Whitens the thin parts of a run of ink, when most of it is thin, with the ink beside it: a rule that is not quite straight
 * goes on in the next line.
 */
function eraseRun(lines: Lines, pixels: Uint8Array, line: number, from: number, to: number): boolean {
  const { step, next } = lines
  const spans: { readonly at: number; readonly first: number; readonly last: number }[] = []
  for (let at = from; at < to; at += 1) {
    const { first, last } = inkAround(lines, line, at)
    if (last - first < MOST_THICKNESS) spans.push({ at, first, last })
  }
  if (spans.length < (to - from) * THIN_SHARE) return false
  for (const { at, first, last } of spans) {
    for (let beside = first; beside <= last; beside += 1) pixels[beside * next + at * step] = PAPER
    eraseEdge(lines, pixels, at, first, -1)
    eraseEdge(lines, pixels, at, last, 1)
  }
  return true
}

function eraseEdge({ ink, count, step, next }: Lines, pixels: Uint8Array, at: number, from: number, by: 1 | -1): void {
  for (let line = from + by; line >= 0 && line < count && Math.abs(line - from) <= RULE_EDGE; line += by) {
    if (ink[line * next + at * step] === 1) return
    pixels[line * next + at * step] = PAPER
  }
}

/** The neighbouring lines that have ink at this place, no more of them than it takes to see that it is too thick. */
function inkAround({ ink, count, step, next }: Lines, line: number, at: number) {
  let [first, last] = [line, line]
  while (first > 0 && line - first < MOST_THICKNESS && ink[(first - 1) * next + at * step] === 1) first -= 1
  while (last < count - 1 && last - line < MOST_THICKNESS && ink[(last + 1) * next + at * step] === 1) last += 1
  return { first, last }
}

/** Sides of a dot in pixels: a full stop of 6 points at 200 dots an inch, and of 12 points at 300. */
const [LEAST_DOT, MOST_DOT] = [2, 8]

/** So many in a row are no ellipsis. */
const LEAST_DOTS = 8

/** From one dot to the next, in widths of a dot. Letters stand closer. */
const [LEAST_STEP, MOST_STEP] = [1.5, 8]

/** Pixels by which the dots of one row, and their steps, may differ; letters that small differ more. */
const [UNLIKE, UNEVEN] = [2, 3]

/** So many pixels around a dot are its blurred edge. */
const DOT_EDGE = 2
const BLANK = 255

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
  for (let y = Math.max(0, dot.y - DOT_EDGE); y < Math.min(height, bottom(dot) + DOT_EDGE); y += 1)
    pixels.fill(
      BLANK,
      y * width + Math.max(0, dot.x - DOT_EDGE),
      y * width + Math.min(width, dot.x + dot.width + DOT_EDGE),
    )
}

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
