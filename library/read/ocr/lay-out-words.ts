import type { ReadBlock } from '../read-page.ts'
import { pageBands } from './page-bands.ts'
import { paragraphs } from './paragraphs.ts'
import { median, type MeasuredWord, type PlacedWord, type TextRow, textRows } from './text-rows.ts'

/** Text in reading order: the n-th written word is `order[n]` of the given words, at `starts[n]` to `ends[n]`. */
export type LaidOutText = {
  readonly text: string
  readonly blocks: readonly ReadBlock[]
  readonly order: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

type Writer = { text: string; blocks: ReadBlock[]; order: number[]; starts: number[]; ends: number[] }

/** A word broken at the end of a line goes on in the next one with a small letter. */
const BROKEN_END = /\p{L}[-\u2010]$/u
const GOES_ON = /^\p{Ll}/u

/**
 * Puts the words of an upright page into reading order: bands from top to bottom, their columns from left to right, and in
 * them headings, paragraphs, list items and tables. Every word is written once. Liteparse's own layout is not used here:
 * it judges by fonts, which a scan has not, and tore paragraphs and columns of scans into their lines.
 */
export function layOutWords(words: readonly PlacedWord[]): LaidOutText {
  const writer: Writer = { text: '', blocks: [], order: [], starts: [], ends: [] }
  const rows = textRows(words)
  const pageEm = median(rows.flatMap((row) => row.words.map(({ em }) => em)))
  const hyphenated = new Set(words.map(({ text }) => plain(text)).filter((text) => /\p{L}-\p{L}/u.test(text)))
  for (const { columns, isTable } of pageBands(rows))
    if (isTable) writeTable(writer, columns)
    else
      for (const column of columns)
        for (const { kind, level, lines } of paragraphs(column, pageEm))
          addBlock(writer, kind, level, () => writeLines(writer, lines, hyphenated))
  return writer
}

function addBlock(writer: Writer, kind: ReadBlock['kind'], level: number, write: () => void): void {
  const last = writer.blocks.at(-1)
  if (last) writer.text += last.kind === 'list-item' && kind === 'list-item' ? '\n' : '\n\n'
  const start = writer.text.length
  write()
  writer.blocks.push({ start, end: writer.text.length, kind, level })
}

/** One row a line, cells parted by tabs. Which rows are its head cannot be seen. */
function writeTable(writer: Writer, columns: readonly (readonly TextRow[])[]): void {
  addBlock(writer, 'table', 0, () => {
    for (let row = 0; row < columns[0]!.length; row += 1) {
      if (row > 0) writer.text += '\n'
      for (const [index, column] of columns.entries()) {
        if (index > 0) writer.text += '\t'
        writeWords(writer, column[row]!.words)
      }
    }
  })
}

/** The lines of a paragraph as one; a word that was broken is joined, as in text layers. */
function writeLines(writer: Writer, lines: readonly TextRow[], hyphenated: ReadonlySet<string>): void {
  for (const [index, { words }] of lines.entries()) {
    if (index > 0) joinLines(writer, words[0]!.text, hyphenated)
    writeWords(writer, words)
  }
}

function joinLines(writer: Writer, next: string, hyphenated: ReadonlySet<string>): void {
  const last = writer.text.slice(writer.starts.at(-1))
  if (!BROKEN_END.test(last) || !GOES_ON.test(next)) writer.text += ' '
  else if (!hyphenated.has(plain(last + next))) {
    writer.text = writer.text.slice(0, -1)
    writer.ends[writer.ends.length - 1]! -= 1
  }
}

function writeWords(writer: Writer, words: readonly MeasuredWord[]): void {
  for (const [position, { text, index }] of words.entries()) {
    if (position > 0) writer.text += ' '
    writer.order.push(index)
    writer.starts.push(writer.text.length)
    writer.text += text
    writer.ends.push(writer.text.length)
  }
}

/** In small letters, without what stands around the word. */
function plain(text: string): string {
  return text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
