import { type BlockWriter, createBlockWriter } from '../block-writer.ts'
import type { JoinedBlocks } from '../join-blocks.ts'
import { type ReadPage, withoutPageMarks, wholeDocument } from '../read-page.ts'
import type { FlowBlock, FlowParagraph, FlowRow, FlowTable } from './flow.ts'

/** The single page of a word-processing text. */
export function flowPage(blocks: readonly FlowBlock[]): ReadPage {
  const { text, blocks: written } = joinedFlow(blocks)
  return wholeDocument(text, written, 'the document has no text')
}

export function joinedFlow(blocks: readonly FlowBlock[]): JoinedBlocks {
  const writer = createBlockWriter()
  writeFlow(writer, blocks)
  return writer.finish()
}

function writeFlow(writer: BlockWriter, blocks: readonly FlowBlock[]): void {
  for (const block of blocks) {
    if (block.kind === 'table') writeTable(writer, block)
    else writeParagraph(writer, block)
  }
}

function writeParagraph(writer: BlockWriter, { kind, level, text }: FlowParagraph): void {
  writer.open(kind, level)
  for (const line of withoutPageMarks(text).split('\n')) {
    writer.lineBreak()
    writer.write(line)
  }
  writer.close()
}

/**
 * Rows with text side by side are a table. A row that holds another table, or headings with text below them, serves
 * layout: its cells are written one after the other.
 */
function writeTable(writer: BlockWriter, { rows }: FlowTable): void {
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

function writeRows(writer: BlockWriter, all: readonly FlowRow[]): void {
  const rows = all.filter(({ cells }) => cells.some((cell) => cell.some(isPlain)))
  const head = rows.findIndex(({ isHead }) => !isHead)
  writer.open('table', head < 0 ? rows.length : head)
  writer.writeVerbatim(rows.map((row) => row.cells.map(cellText).join('\t')).join('\n'))
  writer.close()
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
