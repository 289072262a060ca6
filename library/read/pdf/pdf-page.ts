import type { LayoutBlock, ParsedPage, Rect, TextItem } from '@llamaindex/liteparse'
import { type AlignedToken, type Aside, createWordAligner, type FoundWord, plainWord } from './word-aligner.ts'
import { addBlock, addWord, type PageWriter, partClauses, partLists, withWholeSentences } from './page-blocks.ts'
import { appendFilledIn, appendNotes } from './page-annotations.ts'
import { withTables } from './tables/page-tables.ts'
import { inColumns, wordsIn, wordsOf } from './pdf-words.ts'
import { type PageWords, type ReadBlock, withoutPageMarks } from '../read-page.ts'

type PdfPageText = {
  readonly text: string
  readonly words: PageWords
  readonly blocks: readonly ReadBlock[]
  /** Words that stand on the page and that the layout left out; they are appended to the text. */
  readonly appendedWords: number
}

/** Lines this close to the edge of the page are running headers and footers. */
const MARGIN_SHARE = 0.08
/** When the blocks leave out more than this share of the words, their layout was not understood. */
const NOT_UNDERSTOOD_SHARE = 0.3
/**
 * The text of a page in reading order with every word tied to its box. The order and the kinds come from the layout
 * blocks, the letters from the words on the page: what the layout adds (emphasis marks) is dropped, what it leaves out
 * (page numbers, stamps) is appended.
 */
export function pdfPageText(page: ParsedPage, asides: ReadonlyMap<TextItem, Aside> = new Map()): PdfPageText {
  const words = wordsOf(page.textItems, asides)
  const hyphenated = new Set(words.flatMap(({ text }) => (/\p{L}-\p{L}/u.test(text) ? [plainWord(text)] : [])))
  const blocks = withWholeSentences(withTables(page.blocks ?? [], words))
  let { writer, missed } = writePage(words, blocks, hyphenated, page.height)
  if (missed.length > words.length * NOT_UNDERSTOOD_SHARE) {
    // Turned and sparse pages: no blocks worth the name, but the plain text has their lines in order.
    const lines: LayoutBlock = {
      kind: 'grid_fallback',
      lines: page.text.split('\n').filter((line) => line.trim() !== ''),
    }
    const plain = writePage(words, [lines], hyphenated, page.height)
    if (plain.missed.length < missed.length) ({ writer, missed } = plain)
  }
  partClauses(writer)
  partLists(writer)
  appendMissed(writer, missed, page.height)
  appendFilledIn(writer, page)
  appendNotes(writer, page)
  return {
    text: writer.text,
    words: {
      starts: Int32Array.from(writer.starts),
      ends: Int32Array.from(writer.ends),
      boxes: Float32Array.from(writer.boxes),
      confidences: null,
    },
    blocks: writer.blocks,
    appendedWords: missed.length,
  }
}

function writePage(
  words: readonly FoundWord[],
  blocks: readonly LayoutBlock[],
  hyphenated: ReadonlySet<string>,
  pageHeight: number,
): { readonly writer: PageWriter; readonly missed: readonly number[] } {
  const aligner = createWordAligner(words, hyphenated)
  const writer: PageWriter = { text: '', starts: [], ends: [], boxes: [], blocks: [], words, aligner }
  const footnotes = footnotesOf(blocks, words, pageHeight)
  for (const block of blocks) writeBlock(writer, block, footnotes.has(block))
  return { writer, missed: aligner.unused().filter((index) => words[index]!.aside === undefined) }
}

function writeBlock(writer: PageWriter, block: LayoutBlock, isFootnote: boolean): void {
  if (block.kind === 'rule' || block.kind === 'figure') return
  if (block.kind === 'table') return writeTable(writer, block)
  if (block.kind === 'code' || block.kind === 'grid_fallback')
    return addBlock(writer, 'code', 0, () => writeLines(writer, block.lines ?? [], block.bbox))
  if (isFootnote) return addBlock(writer, 'note', 1, () => writeParagraph(writer, block))
  const level = block.level ?? 0
  if (block.kind === 'list_item') return addBlock(writer, 'list-item', level + 1, () => writeParagraph(writer, block))
  addBlock(writer, block.kind, level, () => writeParagraph(writer, block))
}

function writeParagraph(writer: PageWriter, { marker = '', text = '', bbox }: LayoutBlock): void {
  const candidates = inColumns(writer.words, wordsIn(writer.words, bbox))
  writeTokens(writer, `${marker} ${text}`, candidates)
}

function writeTable(writer: PageWriter, block: LayoutBlock): void {
  const head = block.header?.length ? [block.header] : []
  addBlock(writer, 'table', head.length, () => {
    for (const [rowIndex, row] of [...head, ...(block.rows ?? [])].entries()) {
      if (rowIndex > 0) writer.text += '\n'
      for (const [cellIndex, cell] of row.entries()) {
        if (cellIndex > 0) writer.text += '\t'
        writer.aligner.restart()
        writeTokens(writer, cell.text, wordsIn(writer.words, cell.bbox ?? block.bbox))
      }
    }
  })
}

function writeLines(writer: PageWriter, lines: readonly string[], box: Rect | undefined): void {
  const candidates = wordsIn(writer.words, box)
  for (const [lineIndex, line] of lines.entries()) {
    if (lineIndex > 0) writer.text += '\n'
    // Wide gaps mark columns, as in a table.
    for (const [cellIndex, cell] of line
      .trim()
      .split(/\s{3,}/)
      .entries()) {
      if (cellIndex > 0) writer.text += '\t'
      writeTokens(writer, cell, candidates)
    }
  }
}

function writeTokens(writer: PageWriter, text: string, candidates: readonly number[]): void {
  let isFirst = true
  // `<br>` is how a line break inside a cell arrives.
  for (const token of withoutPageMarks(text).replaceAll('<br>', ' ').split(/\s+/)) {
    if (token === '') continue
    const aligned = asShown(writer, writer.aligner.align(token, candidates))
    if (aligned.text === '' || isAside(writer, aligned)) continue
    if (!isFirst) writer.text += ' '
    isFirst = false
    for (const piece of aligned.pieces)
      addWord(writer, writer.text.length + piece.start, writer.text.length + piece.end, piece.word)
    writer.text += aligned.text
  }
}

function asShown({ words }: PageWriter, aligned: AlignedToken): AlignedToken {
  const [piece, ...more] = aligned.pieces
  const shown = piece && more.length === 0 ? words[piece.word]!.shown : undefined
  return shown === undefined ? aligned : { text: shown, pieces: [{ start: 0, end: shown.length, word: piece!.word }] }
}

function isAside({ words }: PageWriter, { pieces }: AlignedToken): boolean {
  return pieces.length > 0 && pieces.every(({ word }) => words[word]!.aside !== undefined)
}

/** Words no block has used and the lines at the edges of the page, line by line in page order. */
function appendMissed(writer: PageWriter, unused: readonly number[], pageHeight: number): void {
  const edges = writer.words.flatMap(({ aside }, index) => (aside === 'header' || aside === 'footer' ? [index] : []))
  const missed = [...unused, ...edges].toSorted((one, other) => one - other)
  let at = 0
  while (at < missed.length) {
    const first = at
    const start = writer.words[missed[first]!]!
    while (at < missed.length && isSameLine(start, writer.words[missed[at]!]!)) at += 1
    // A word without height is a line of its own.
    at = Math.max(at, first + 1)
    const line = missed.slice(first, at)
    addBlock(writer, kindOf(start, pageHeight), 0, () => {
      for (const [position, index] of line.entries()) {
        if (position > 0) writer.text += ' '
        const { text, shown = text } = writer.words[index]!
        addWord(writer, writer.text.length, writer.text.length + shown.length, index)
        writer.text += shown
      }
    })
  }
}

function isSameLine(start: FoundWord, word: FoundWord): boolean {
  if (start.turnedLine !== undefined || word.turnedLine !== undefined) return start.turnedLine === word.turnedLine
  return start.aside === word.aside && Math.abs(middleOf(word) - middleOf(start)) <= start.height / 2
}

function middleOf(word: FoundWord): number {
  return word.y + word.height / 2
}

function kindOf(word: FoundWord, pageHeight: number): ReadBlock['kind'] {
  if (word.aside === 'header' || word.aside === 'footer') return word.aside
  const y = middleOf(word)
  if (y < pageHeight * MARGIN_SHARE) return 'header'
  return y > pageHeight * (1 - MARGIN_SHARE) ? 'footer' : 'other'
}

/** Footnotes are set at 90 % of the body or less. */
const SMALL_TO_USUAL = 0.93
/** They stand below this share of the page. */
const LOWER_SHARE = 0.4
const MARK = /^(\d{1,3}|[*\u2217\u2020\u2021\u00a7\u00b6]{1,3}|[a-z](?=\s))\s*(.*)/s
/** Labels of diagrams are small, and short. */
const LEAST_LETTERS = 20

/**
 * The blocks of a page that are footnotes: small print in its lower part that begins with a mark which the body carries
 * too, and the small print that goes on below it.
 */
function footnotesOf(
  blocks: readonly LayoutBlock[],
  words: readonly FoundWord[],
  pageHeight: number,
): ReadonlySet<LayoutBlock> {
  const usual = medianHeight(words)
  const notes = new Set<LayoutBlock>()
  let isWithin = false
  for (const [at, block] of blocks.entries()) {
    const isSmall = isLowerText(block, pageHeight) && heightOf(block, words) < usual * SMALL_TO_USUAL
    isWithin = isSmall && (isWithin || isBeginning(block, blocks[at + 1], words))
    if (isWithin) notes.add(block)
  }
  return notes
}

function isLowerText({ kind, bbox }: LayoutBlock, pageHeight: number): boolean {
  return (kind === 'paragraph' || kind === 'list_item') && bbox !== undefined && bbox.y > pageHeight * LOWER_SHARE
}

function heightOf({ bbox }: LayoutBlock, words: readonly FoundWord[]): number {
  return medianHeight(wordsIn(words, bbox).map((index) => words[index]!))
}

function isBeginning(block: LayoutBlock, next: LayoutBlock | undefined, words: readonly FoundWord[]): boolean {
  const [, mark, rest] = MARK.exec(`${block.marker ?? ''} ${block.text ?? ''}`.trim()) ?? []
  if (mark === undefined) return false
  // The mark may be a block of its own, with the note beside it.
  const note = rest || next?.text
  return lettersOf(note ?? '') >= LEAST_LETTERS && isCarried(mark, words, block.bbox?.y ?? 0)
}

/** Whether a word further up is the mark, or ends with it: "Opinion1". */
function isCarried(mark: string, words: readonly FoundWord[], above: number): boolean {
  return words.some(({ text, y }) => y < above && text.replace(/[.,;:)\]"']+$/, '').endsWith(mark))
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}

function medianHeight(words: readonly FoundWord[]): number {
  const heights = new Float64Array(words.length)
  for (let at = 0; at < words.length; at += 1) heights[at] = words[at]!.height
  return heights.toSorted()[heights.length >> 1] ?? 0
}
