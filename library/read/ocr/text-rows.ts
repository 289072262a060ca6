import type { Box } from './gray-image.ts'

/** A word as it was recognised, in pixels of the image that was looked at. */
export type SeenWord = Box & {
  readonly text: string
  /** 0 to 1, Tesseract's own. */
  readonly confidence: number
}

/** A word on an upright page, in points. */
export type PlacedWord = Box & { readonly text: string }

/** A word with the size of its letters and the line that they stand on, which its ink alone does not tell. */
export type MeasuredWord = PlacedWord & {
  /** Which of the given words it is. */
  readonly index: number
  readonly em: number
  readonly baseline: number
}

/** Words on one line across the page, from left to right. */
export type TextRow = {
  readonly words: readonly MeasuredWord[]
  readonly em: number
  readonly baseline: number
}

const ASCENDING = /[\p{Lu}\p{N}bdfhklt!?()[\]/|ßäöüéèêáíóúñłśźżćń'"“”’&%$€£§]/u
const DESCENDING = /[gjpqyçąęß()[\]/|Q§]/u
const COMMA = /[,;]/u

/** Heights in ems, of print: capitals and ascenders, small letters, what hangs below the line. */
const [ASCENT, X_HEIGHT, DESCENT, COMMA_DESCENT] = [0.72, 0.48, 0.22, 0.14]

/** How far the baselines of one row may lie apart, in ems. */
const SAME_ROW = 0.4

/** Rows of words from the top of the page. */
export function textRows(words: readonly PlacedWord[]): readonly TextRow[] {
  const rows: MeasuredWord[][] = []
  for (const word of words.map(measured).toSorted((one, other) => one.baseline - other.baseline)) {
    // The last few rows only: words come by their baselines.
    const row = rows.slice(-3).find((candidate) => isOnRow(candidate, word))
    if (row) row.push(word)
    else rows.push([word])
  }
  return rows.map(asRow).toSorted((one, other) => one.baseline - other.baseline)
}

export function asRow(words: readonly MeasuredWord[]): TextRow {
  return {
    words: words.toSorted((one, other) => one.x - other.x),
    em: median(words.map(({ em }) => em)),
    baseline: median(words.map(({ baseline }) => baseline)),
  }
}

/** The lower of the middle two: a column of three lines has the pitch of the closer ones. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0
}

function isOnRow(row: readonly MeasuredWord[], word: MeasuredWord): boolean {
  const last = row.at(-1)!
  return Math.abs(last.baseline - word.baseline) <= SAME_ROW * Math.min(last.em, word.em)
}

function measured(word: PlacedWord, index: number): MeasuredWord {
  const ascent = ASCENDING.test(word.text) ? ASCENT : X_HEIGHT
  const descent = DESCENDING.test(word.text) ? DESCENT : COMMA.test(word.text) ? COMMA_DESCENT : 0
  const em = word.height / (ascent + descent)
  return { ...word, index, em, baseline: word.y + word.height - descent * em }
}
