import { LiteParse } from '@llamaindex/liteparse'
import { type PdfPageText, pdfPageText } from '../pdf/pdf-page.ts'
import type { Box } from './gray-image.ts'

/** A word on an upright page, in points. */
export type PlacedWord = Box & { readonly text: string }

const ASCENDING = /[\p{Lu}\p{N}bdfhklt!?()[\]/|ßäöüéèêáíóúñçłśźżćń'"“”’&%$€£§]/u
const DESCENDING = /[gjpqyçąęß(),;[\]/|Q§]/u
/** Heights in ems, of print: capitals and ascenders, small letters, what hangs below the line. */
const [ASCENT, X_HEIGHT, DESCENT] = [0.72, 0.48, 0.22]
/** Words of one line: baselines as close as this, gaps no wider than that (in ems). */
const SAME_LINE = 0.35
const SAME_RUN = 5

/**
 * Puts recognised words into reading order and blocks, as liteparse does with the words of a text layer. Boxes of
 * recognised words are as high as their ink ("are" is lower than "the"), which would tear lines apart and turn words into
 * headings; so the layout is made with the lines' own height, and the text tied to the words as they are.
 */
export function layOutWords(words: readonly PlacedWord[], width: number, height: number): PdfPageText {
  const lines = lineBoxes(words)
  const layout = new LiteParse({
    ocrEnabled: false,
    quiet: true,
    outputFormat: 'markdown',
    extractBlocks: true,
    keepHeadersFooters: true,
    imageMode: 'off',
  })
  const textItems = words.map(({ text, x, width: wide }, index) => {
    const { y, height: high } = lines[index]!
    return { text, x, y, width: wide, height: high, fontName: 'Scan', fontSize: high, words: [] }
  })
  const [page] = layout.parsePages([{ pageNumber: 1, pageWidth: width, pageHeight: height, textItems }]).pages
  const inOrder = words.toSorted((one, other) => one.y + one.height / 2 - (other.y + other.height / 2) || one.x - other.x)
  return pdfPageText({ ...page!, textItems: [...inOrder] })
}

type LineBox = { readonly y: number; readonly height: number }

/** Top and height of the em box of each word's line. */
function lineBoxes(words: readonly PlacedWord[]): readonly LineBox[] {
  const measured = words.map((word) => {
    const ascent = ASCENDING.test(word.text) ? ASCENT : X_HEIGHT
    const descent = DESCENDING.test(word.text) ? DESCENT : 0
    const em = word.height / (ascent + descent)
    return { em, baseline: word.y + word.height - descent * em, from: word.x, to: word.x + word.width }
  })
  return measured.map((word) => {
    const line = measured.filter(
      (other) =>
        Math.abs(other.baseline - word.baseline) < SAME_LINE * word.em &&
        other.from - word.to < SAME_RUN * word.em &&
        word.from - other.to < SAME_RUN * word.em,
    )
    const em = median(line.map((other) => other.em))
    return { y: median(line.map((other) => other.baseline)) - ASCENT * em, height: em }
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
