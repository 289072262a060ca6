import { type GrayImage, inkThreshold } from './gray-image.ts'

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
const EDGE = 2
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
  for (let line = from + by; line >= 0 && line < count && Math.abs(line - from) <= EDGE; line += by) {
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
