import type { FormField, LayoutBlock, ParsedPage, Rect, TextItem } from '@llamaindex/liteparse'
import { createWordAligner, type FoundWord, plainWord, type WordAligner } from './align-words.ts'
import { withTables } from './page-tables.ts'
import { type PageWords, type ReadBlock, withoutPageMarks } from '../read-page.ts'

export type PdfPageText = {
  readonly text: string
  readonly words: PageWords
  readonly blocks: readonly ReadBlock[]
  /** Words that stand on the page and that the layout left out; they are appended to the text. */
  readonly appendedWords: number
}

type PageWriter = {
  text: string
  readonly starts: number[]
  readonly ends: number[]
  readonly boxes: number[]
  readonly blocks: ReadBlock[]
  readonly words: readonly FoundWord[]
  readonly aligner: WordAligner
}

/** Boxes of blocks and of their words differ by rounding and by descenders. */
const BOX_SLACK_POINTS = 2
/** Lines this close to the edge of the page are running headers and footers. */
const MARGIN_SHARE = 0.08
/** When the blocks leave out more than this share of the words, their layout was not understood. */
const NOT_UNDERSTOOD_SHARE = 0.3
/** Bit 14 of a text field's flags: its value is a password (ISO 32000-1 table 228). */
const PASSWORD_FIELD = 1 << 13
const CHECKED = '\u2612'

/**
 * The text of a page in reading order with every word tied to its box. The order and the kinds come from the layout
 * blocks, the letters from the words on the page: what the layout adds (emphasis marks) is dropped, what it leaves out
 * (page numbers, stamps) is appended.
 */
export function pdfPageText(page: ParsedPage): PdfPageText {
  const words = wordsOf(page.textItems)
  const hyphenated = new Set(words.map(({ text }) => plainWord(text)).filter((text) => /\p{L}-\p{L}/u.test(text)))
  let { writer, missed } = writePage(words, withTables(page.blocks ?? [], words), hyphenated)
  if (missed.length > words.length * NOT_UNDERSTOOD_SHARE) {
    // Turned and sparse pages: no blocks worth the name, but the plain text has their lines in order.
    const lines: LayoutBlock = {
      kind: 'grid_fallback',
      lines: page.text.split('\n').filter((line) => line.trim() !== ''),
    }
    const plain = writePage(words, [lines], hyphenated)
    if (plain.missed.length < missed.length) ({ writer, missed } = plain)
  }
  appendMissed(writer, missed, page.height)
  appendFilledIn(writer, page)
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
): { readonly writer: PageWriter; readonly missed: readonly number[] } {
  const aligner = createWordAligner(words, hyphenated)
  const writer: PageWriter = { text: '', starts: [], ends: [], boxes: [], blocks: [], words, aligner }
  for (const block of blocks) writeBlock(writer, block)
  return { writer, missed: aligner.unused() }
}

function wordsOf(items: readonly TextItem[]): readonly FoundWord[] {
  return items.flatMap((item) => {
    const found = item.words?.length ? item.words : [item]
    return found.flatMap((word) =>
      withoutPageMarks(word.text)
        .split(/\s+/)
        .filter((text) => text !== '')
        .map((text) => ({ text, x: word.x, y: word.y, width: word.width, height: word.height })),
    )
  })
}

function writeBlock(writer: PageWriter, block: LayoutBlock): void {
  if (block.kind === 'rule' || block.kind === 'figure') return
  const level = block.level ?? 0
  if (block.kind === 'table') return writeTable(writer, block)
  if (block.kind === 'code' || block.kind === 'grid_fallback')
    return addBlock(writer, 'code', 0, () => writeLines(writer, block.lines ?? [], block.bbox))
  const kind = block.kind === 'list_item' ? 'list-item' : block.kind
  const marker = block.kind === 'list_item' && block.marker ? `${block.marker} ` : ''
  addBlock(writer, kind, kind === 'list-item' ? level + 1 : level, () =>
    writeTokens(writer, `${marker}${block.text ?? ''}`, candidatesIn(writer.words, block.bbox)),
  )
}

function addBlock(writer: PageWriter, kind: ReadBlock['kind'], level: number, write: () => void): void {
  const last = writer.blocks.at(-1)
  const before = writer.text
  if (last) writer.text += last.kind === 'list-item' && kind === 'list-item' ? '\n' : '\n\n'
  const start = writer.text.length
  writer.aligner.restart()
  write()
  writer.text = writer.text.trimEnd()
  if (writer.text.length > start) writer.blocks.push({ start, end: writer.text.length, kind, level })
  else writer.text = before
}

function writeTable(writer: PageWriter, block: LayoutBlock): void {
  const head = block.header?.length ? [block.header] : []
  addBlock(writer, 'table', head.length, () => {
    for (const [rowIndex, row] of [...head, ...(block.rows ?? [])].entries()) {
      if (rowIndex > 0) writer.text += '\n'
      for (const [cellIndex, cell] of row.entries()) {
        if (cellIndex > 0) writer.text += '\t'
        writer.aligner.restart()
        writeTokens(writer, cell.text, candidatesIn(writer.words, cell.bbox ?? block.bbox))
      }
    }
  })
}

function writeLines(writer: PageWriter, lines: readonly string[], box: Rect | undefined): void {
  const candidates = candidatesIn(writer.words, box)
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

function candidatesIn(words: readonly FoundWord[], box: Rect | undefined): readonly number[] {
  if (!box) return [...words.keys()]
  const candidates: number[] = []
  for (const [index, word] of words.entries()) {
    const x = word.x + word.width / 2
    const y = word.y + word.height / 2
    const inside =
      x >= box.x - BOX_SLACK_POINTS &&
      x <= box.x + box.width + BOX_SLACK_POINTS &&
      y >= box.y - BOX_SLACK_POINTS &&
      y <= box.y + box.height + BOX_SLACK_POINTS
    if (inside) candidates.push(index)
  }
  return candidates
}

function writeTokens(writer: PageWriter, text: string, candidates: readonly number[]): void {
  let isFirst = true
  // `<br>` is how a line break inside a cell arrives.
  for (const token of withoutPageMarks(text).replaceAll('<br>', ' ').split(/\s+/)) {
    if (token === '') continue
    const aligned = writer.aligner.align(token, candidates)
    if (aligned.text === '') continue
    if (!isFirst) writer.text += ' '
    isFirst = false
    for (const piece of aligned.pieces)
      addWord(writer, writer.text.length + piece.start, writer.text.length + piece.end, piece.word)
    writer.text += aligned.text
  }
}

function addWord(writer: PageWriter, start: number, end: number, index: number): void {
  const word = writer.words[index]!
  writer.starts.push(start)
  writer.ends.push(end)
  writer.boxes.push(word.x, word.y, word.width, word.height)
}

/** Words no block has used, line by line in page order. */
function appendMissed(writer: PageWriter, missed: readonly number[], pageHeight: number): void {
  let at = 0
  while (at < missed.length) {
    const first = at
    const middle = middleOf(writer.words[missed[first]!]!)
    const reach = writer.words[missed[first]!]!.height / 2
    while (at < missed.length && Math.abs(middleOf(writer.words[missed[at]!]!) - middle) <= reach) at += 1
    // A word without height is a line of its own.
    at = Math.max(at, first + 1)
    const line = missed.slice(first, at)
    addBlock(writer, marginKind(middle, pageHeight), 0, () => {
      for (const [position, index] of line.entries()) {
        if (position > 0) writer.text += ' '
        const word = writer.words[index]!
        addWord(writer, writer.text.length, writer.text.length + word.text.length, index)
        writer.text += word.text
      }
    })
  }
}

/**
 * What was filled into form fields, and text boxes laid over the page: shown on the page, but not in its text layer
 * (none of 12 filled values of the test forms was). "Name of the field: value", boxed where the field is.
 */
function appendFilledIn(writer: PageWriter, page: ParsedPage): void {
  for (const field of page.formFields ?? []) {
    const value = filledValue(field)
    const isShown = value !== CHECKED && writer.text.includes(value)
    if (value !== '' && !isShown) appendBoxed(writer, field.alternateName || field.name || '', value, field.rect)
  }
  const boxes = (page.annotations ?? []).filter(({ subtype }) => subtype === 'freetext')
  for (const { contents = '', rect } of boxes) if (contents.trim() !== '') appendBoxed(writer, '', contents, rect)
}

function filledValue({ type, value = '', checked, fieldFlags }: FormField): string {
  if (type === 'checkbox' || type === 'radio') return checked ? CHECKED : ''
  return (fieldFlags & PASSWORD_FIELD) === 0 ? withoutPageMarks(value).trim() : ''
}

function appendBoxed(writer: PageWriter, name: string, value: string, box: Rect | undefined): void {
  addBlock(writer, 'other', 0, () => {
    const label = name === '' ? '' : `${withoutPageMarks(name)}: `
    const start = writer.text.length + label.length
    writer.text += `${label}${withoutPageMarks(value).trim()}`
    if (!box) return
    writer.starts.push(start)
    writer.ends.push(writer.text.length)
    writer.boxes.push(box.x, box.y, box.width, box.height)
  })
}

function middleOf(word: FoundWord): number {
  return word.y + word.height / 2
}

function marginKind(y: number, pageHeight: number): ReadBlock['kind'] {
  if (y < pageHeight * MARGIN_SHARE) return 'header'
  return y > pageHeight * (1 - MARGIN_SHARE) ? 'footer' : 'other'
}
