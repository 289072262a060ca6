import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { type ReadBlock, type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'
import { warning } from '../read-warning.ts'
import { type BlockWriter, createBlockWriter, type JoinedBlocks } from '../text-blocks.ts'
import { createMarkPlacing, type FlowMark, numberMark } from './flow-marks.ts'

/** Where a piece of text stands: characters `start` to `end` of the decoded XML of a part, a text or the element that stands for it. */
export type TextSource = { readonly part: string; readonly start: number; readonly end: number }

/** A piece of a paragraph's text; without a source where the reader wrote it itself. */
export type SourcedPiece = { readonly text: string; readonly source: TextSource | undefined }

/** A paragraph as it will be written; line feeds part its lines. */
export type FlowParagraph = {
  readonly kind: Exclude<ReadBlock['kind'], 'table' | 'code'>
  readonly level: number
  readonly text: string
  /** Its text from the end, where sources are followed: only a number or a mark may come before them. */
  readonly pieces?: readonly SourcedPiece[]
  /** What the file marks in it, or beside it. */
  readonly marks?: readonly FlowMark[]
}

export type FlowRow = {
  /** What stands in each cell; a cell that another one covers is empty, so that columns stay in line. */
  readonly cells: readonly (readonly FlowBlock[])[]
  readonly isHead: boolean
}

type FlowTable = { readonly kind: 'table'; readonly rows: readonly FlowRow[] }

/** A word-processing text in reading order, free of the format it came from. */
export type FlowBlock = FlowParagraph | FlowTable

/** In characters. Whole clauses are set in heading styles: what is longer than a heading is text. */
export const LONGEST_HEADING = 200

export function flowParagraph(kind: FlowParagraph['kind'], text: string, level = 0): FlowParagraph {
  return { kind, level, text }
}

/** A paragraph with the number in front of it that its program counts. */
export function numberedParagraph(
  kind: FlowParagraph['kind'],
  { label, text, level }: { readonly label: string; readonly text: string; readonly level: number },
): FlowParagraph {
  if (text.trim() === '' || label === '') return flowParagraph(kind, text, level)
  return { ...flowParagraph(kind, `${label} ${text.trimStart()}`, level), marks: [numberMark(label, text)] }
}

/** The text of a flow in one piece, a line for each paragraph and each row: for notes, headers and quotes. */
export function flowText(blocks: readonly FlowBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'table' ? block.rows.map(rowText).join('\n') : block.text.trim()))
    .filter((line) => line !== '')
    .join('\n')
}

function rowText({ cells }: FlowRow): string {
  return cells
    .map((cell) => flowText(cell).replace(/\s+/g, ' '))
    .filter((cell) => cell !== '')
    .join(' | ')
}

/** What all word-processing formats count; a format that cannot have something leaves it out. */
type FlowCounts = {
  /** Parts that end before their last element does. */
  readonly cutParts?: number
  readonly hiddenCharacters: number
  readonly insertions: number
  readonly deletions: number
  readonly formatChanges?: number
  readonly struckCharacters: number
}

/** What was met on the way, in plain sentences. */
export function flowWarnings(counts: FlowCounts): Notice[] {
  const { cutParts = 0, hiddenCharacters, insertions, deletions, formatChanges = 0, struckCharacters } = counts
  return [
    cutParts > 0 && warning('damaged', message('reading.notices.partEnds')),
    hiddenCharacters > 0 && warning('hidden-text', message('reading.word.hiddenText', { count: hiddenCharacters })),
    insertions + deletions > 0 &&
      warning('tracked-changes', message('reading.word.trackedChanges', { insertions, deletions })),
    formatChanges > 0 && warning('tracked-changes', message('reading.word.formatChanges', { count: formatChanges })),
    struckCharacters > 0 && warning('struck-text', message('reading.word.struck', { count: struckCharacters })),
  ].filter((one) => one !== false)
}

/** The single page of a word-processing text. */
export function flowPage(blocks: readonly FlowBlock[]): ReadPage {
  const placing = createMarkPlacing()
  const { text, blocks: written } = joinedFlow(blocks, placing.take)
  const page = wholeDocument(text, written, 'noText')
  const marks = placing.marksIn(page.text)
  return marks.length === 0 ? page : { ...page, marks }
}

/** Told of each paragraph as its text is written: white space is all that is changed on the way. */
type OnWritten = (paragraph: FlowParagraph) => void

export function joinedFlow(blocks: readonly FlowBlock[], onWritten: OnWritten = () => {}): JoinedBlocks {
  const writer = createBlockWriter()
  writeFlow({ ...writer, onWritten }, blocks)
  return writer.finish()
}

type FlowWriter = BlockWriter & { readonly onWritten: OnWritten }

function writeFlow(writer: FlowWriter, blocks: readonly FlowBlock[]): void {
  for (const block of blocks) {
    if (block.kind === 'table') writeTable(writer, block)
    else writeParagraph(writer, block)
  }
}

function writeParagraph(writer: FlowWriter, paragraph: FlowParagraph): void {
  writer.open(paragraph.kind, paragraph.level)
  for (const line of withoutPageMarks(paragraph.text).split('\n')) {
    writer.lineBreak()
    writer.write(line)
  }
  writer.close()
  writer.onWritten(paragraph)
}

/**
 * Rows with text side by side are a table. A row that holds another table, or headings with text below them, serves
 * layout: its cells are written one after the other.
 */
function writeTable(writer: FlowWriter, { rows }: FlowTable): void {
  let simple: FlowRow[] = []
  const filled = rows.flatMap(({ cells }) => cells).filter((cell) => cell.length > 0)
  for (const row of rows) {
    if (filled.length > 1 && !isLayout(row)) {
      simple.push(row)
      continue
    }
    writeRows(writer, simple)
    simple = []
    for (const cell of row.cells) writeFlow(writer, cell)
  }
  writeRows(writer, simple)
}

function isLayout({ cells }: FlowRow): boolean {
  return cells.some((cell) => {
    const hasHeading = cell.some(({ kind }) => kind === 'heading')
    return cell.some(({ kind }) => kind === 'table') || (hasHeading && cell.filter(isPlain).length > 1)
  })
}

function isPlain(block: FlowBlock): block is FlowParagraph {
  return block.kind !== 'table' && block.kind !== 'note' && block.text.trim() !== ''
}

function writeRows(writer: FlowWriter, all: readonly FlowRow[]): void {
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.some(isPlain)))
  const head = rows.findIndex(({ isHead }) => !isHead)
  writer.open('table', head < 0 ? rows.length : head)
  writer.writeVerbatim(rows.map((row) => row.cells.map(cellText).join('\t')).join('\n'))
  writer.close()
  for (const { cells } of rows) for (const cell of cells) cell.filter(isPlain).forEach(writer.onWritten)
  for (const row of all)
    for (const cell of row.cells)
      writeFlow(
        writer,
        cell.filter(({ kind }) => kind === 'note'),
      )
}

/** In one line without tabs: both have a meaning in a table. */
function cellText(cell: readonly FlowBlock[]): string {
  return withoutPageMarks(
    cell
      .filter(isPlain)
      .map(({ text }) => text)
      .join(' '),
  )
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
