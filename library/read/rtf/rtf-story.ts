import { gateFailure } from '../read-failure.ts'
import { tableBlocks, type TableCell, type TableRow } from '../table-blocks.ts'
import type { TextBlock } from '../text-blocks.ts'
import { raisedText } from '../text-signs.ts'
import { LONGEST_HEADING } from '../word/flow.ts'

/** What the paragraph's properties say once it ends. */
export type ParagraphShape = {
  /** 1 to 6, null for text. */
  readonly headingLevel: number | null
  /** From 1, null outside a list. */
  readonly listLevel: number | null
  /** How many tables it stands in. */
  readonly nesting: number
}

/** A flow of text of its own: the body, a note, a header. */
export interface RtfStory {
  text(text: string, isRaised: boolean): void
  lineBreak(): void
  /** The number of the list item under way, as the file writes it out. */
  marker(text: string): void
  deleted(text: string): void
  /** Blocks that belong to a place in the paragraph under way (notes, frames): they follow it. */
  after(blocks: readonly TextBlock[]): void
  endParagraph(shape: ParagraphShape): void
  /** `nesting` of the table that the cell or row belongs to, from 1. */
  endCell(nesting: number, shape: ParagraphShape): void
  endRow(nesting: number, isHead: boolean): void
  finish(shape: ParagraphShape): readonly TextBlock[]
}

type Paragraph = { readonly line: string[]; number: string; readonly deletions: string[]; isDeletionOpen: boolean }

/** `countPart` is called for every paragraph and cell, so that their number can be limited over all stories. */
export function createRtfStory(countPart: () => void): RtfStory {
  const done: TextBlock[] = []
  let paragraph = emptyParagraph()
  let waiting: TextBlock[] = []
  /** In a cell a note would become a part of its text, so notes follow the table. */
  let waitingForTable: TextBlock[] = []
  const tables = createRtfTables((blocks) => {
    moveAll(blocks, done)
    moveAll(waitingForTable, done)
    waitingForTable = []
  })

  function endParagraph(shape: ParagraphShape): void {
    countPart()
    const blocks = tables.place(shape.nesting) ?? done
    const block = textBlock(paragraph, shape)
    if (block) blocks.push(block)
    moveAll(paragraph.deletions.flatMap(deletionNote), waiting)
    moveAll(waiting, tables.depth > 0 ? waitingForTable : done)
    waiting = []
    paragraph = emptyParagraph()
  }

  return {
    text(text, isRaised) {
      paragraph.line.push(isRaised ? raisedText(text) : text)
      paragraph.isDeletionOpen = false
    },
    lineBreak: () => void paragraph.line.push('\n'),
    marker(text) {
      // A bullet says nothing that the kind of the block does not; a ticked box does.
      paragraph.number = /[\p{L}\p{N}\u2610-\u2612\u2713-\u2718]/u.test(text) ? tidy(text) : ''
    },
    deleted(text) {
      const { deletions, isDeletionOpen } = paragraph
      deletions.push(isDeletionOpen ? `${deletions.pop()}${text}` : text)
      paragraph.isDeletionOpen = true
    },
    after: (blocks) => moveAll(blocks, waiting),
    endParagraph,
    endCell(nesting, shape) {
      endParagraph({ ...shape, nesting })
      tables.endCell(nesting)
    },
    endRow: tables.endRow,
    finish(shape) {
      endParagraph(shape)
      tables.place(0)
      return done
    },
  }
}

/** Too many paragraphs and cells for the memory of a reader. */
export function createPartCounter(limit: number): () => void {
  let count = 0
  return () => {
    count += 1
    if (count > limit) throw gateFailure('paragraphs', { value: count, limit })
  }
}

function emptyParagraph(): Paragraph {
  return { line: [], number: '', deletions: [], isDeletionOpen: false }
}

function textBlock({ line, number }: Paragraph, shape: ParagraphShape): TextBlock | null {
  const text = tidy(line.join(''))
  const { headingLevel, listLevel, nesting } = shape
  if (text === '') return null
  const whole = tidy(`${number} ${text}`)
  if (headingLevel !== null && nesting === 0 && whole.length <= LONGEST_HEADING)
    return { kind: 'heading', level: headingLevel, text: whole }
  if (listLevel !== null || number !== '') return { kind: 'list-item', level: listLevel ?? 1, text: whole }
  return { kind: 'paragraph', level: 0, text }
}

function deletionNote(deletion: string): readonly TextBlock[] {
  const text = tidy(deletion)
  return text === '' ? [] : [{ kind: 'note', level: 0, text: `Deleted: ${text}` }]
}

/** One by one: as arguments of a call hundreds of thousands would not fit the stack. */
function moveAll(from: readonly TextBlock[], to: TextBlock[]): void {
  for (const block of from) to.push(block)
}

/** One space where the file has several, none at the ends of lines. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

type OpenTable = { readonly rows: TableRow[]; cells: TableCell[]; blocks: TextBlock[] }

interface RtfTables {
  /** How many tables are open, each in a cell of the one before. */
  readonly depth: number
  /** Where a paragraph goes that stands in so many tables; deeper ones end. Null is outside all. */
  place(nesting: number): TextBlock[] | null
  /** `nesting` of the table that the cell or row belongs to, from 1. */
  endCell(nesting: number): void
  endRow(nesting: number, isHead: boolean): void
}

/** Collects nested tables from marks at the ends of cells and rows; `take` gets the blocks of each outermost one. */
function createRtfTables(take: (blocks: readonly TextBlock[]) => void): RtfTables {
  const tables: OpenTable[] = []

  function close(): void {
    const table = tables.pop()!
    endRow(table, false)
    const outer = tables.at(-1)
    if (!outer) take(tableBlocks(table.rows))
    else for (const block of tableBlocks(table.rows)) outer.blocks.push(block)
  }

  function place(nesting: number): TextBlock[] | null {
    while (tables.length > nesting) close()
    while (tables.length < nesting) tables.push({ rows: [], cells: [], blocks: [] })
    return tables.at(-1)?.blocks ?? null
  }

  return {
    get depth() {
      return tables.length
    },
    place,
    endCell(nesting) {
      place(nesting)
      const table = tables[nesting - 1]!
      table.cells.push({ blocks: table.blocks, columns: 1, rows: 1 })
      table.blocks = []
    },
    endRow(nesting, isHead) {
      while (tables.length > nesting) close()
      const table = tables[nesting - 1]
      if (table) endRow(table, isHead)
    },
  }
}

function endRow(table: OpenTable, isHead: boolean): void {
  // Text after the last cell mark belongs to no cell by the rules; it is kept as one.
  if (table.blocks.length > 0) table.cells.push({ blocks: table.blocks, columns: 1, rows: 1 })
  if (table.cells.length > 0) table.rows.push({ cells: table.cells, isHead })
  table.cells = []
  table.blocks = []
}
