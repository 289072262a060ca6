import type { GrayImage } from './gray-image.ts'
import { type InkRun, inkRuns, within } from './ink-runs.ts'
import type { SeenWord } from './seen-word.ts'

/** What liteparse takes brackets off (`clean_ocr_table_artifacts`), because it holds them for the rules of tables. */
const STRIPPED = /^([\d,. %+*/-]+|N\/A|Z)$/
/** A bracket is as high as the word's box, which it stretches; digits are about three quarters of that. */
const LEAST_HEIGHT = 0.82
const MOST_WIDTH = 0.45
/** How far the middle of a bracket lies outside its ends, as a share of its height; a ruled line has nothing of it. */
const LEAST_BEND = 0.04

/** The word with the brackets that stand in its box and were taken off its text. */
export function bracketsAround(word: SeenWord, image: GrayImage, threshold: number): string {
  if (!STRIPPED.test(word.text) || !/[\dNZ]/.test(word.text)) return word.text
  const runs = inkRuns(word, image, threshold)
  if (runs.length < 2) return word.text
  const left = bracketShape(runs[0]!, word, image, threshold)
  const right = bracketShape(runs.at(-1)!, word, image, threshold)
  const opening = left && left.bend < 0 ? (left.hasCorner ? '[' : '(') : ''
  const closing = right && right.bend > 0 ? (right.hasCorner ? ']' : ')') : ''
  return `${opening}${word.text}${closing}`
}

/** The bend of a run that is high and narrow: negative when its middle lies left of its ends. Else null. */
function bracketShape(run: InkRun, word: SeenWord, image: GrayImage, threshold: number) {
  const { top, bottom } = within(word, image)
  const height = bottom - top
  const rows: { readonly mean: number; readonly from: number; readonly to: number }[] = []
  for (let y = top; y < bottom; y += 1) {
    const columns: number[] = []
    for (let x = run.from; x < run.to; x += 1) if (image.pixels[y * image.width + x]! <= threshold) columns.push(x)
    if (columns.length === 0) continue
    const mean = columns.reduce((sum, x) => sum + x, 0) / columns.length
    rows.push({ mean, from: columns[0]!, to: columns.at(-1)! })
  }
  if (rows.length < height * LEAST_HEIGHT || run.to - run.from > height * MOST_WIDTH || rows.length < 8) return null
  const end = Math.ceil(rows.length / 10)
  const ends = [...rows.slice(0, end), ...rows.slice(-end)]
  const middle = rows.slice(2 * end, -2 * end)
  const bend = (meanOf(middle.map((row) => row.mean)) - meanOf(ends.map((row) => row.mean))) / height
  if (Math.abs(bend) < LEAST_BEND) return null
  // A square bracket's stem goes on to its ends, a round one leaves it.
  const [first] = rows
  const width = run.to - run.from
  const hasCorner = bend < 0 ? first!.from - run.from < width / 4 : run.to - 1 - first!.to < width / 4
  return { bend, hasCorner }
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
