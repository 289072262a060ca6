import type { TextBlock } from '../join-blocks.ts'
import { raisedText } from '../raised-text.ts'
import { gateFailure } from '../read-failure.ts'
import { type TableCell, tableBlocks, type TableRow } from '../table-blocks.ts'

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

type OpenTable = { readonly rows: TableRow[]; cells: TableCell[]; blocks: TextBlock[] }

/** `countPart` is called for every paragraph and cell, so that their number can be limited over all stories. */
export function createRtfStory(countPart: () => void): RtfStory {
  const done: TextBlock[] = []
  const tables: OpenTable[] = []
  let line: string[] = []
  let number = ''
  let deletions: string[] = []
  let isDeletionOpen = false
  let waiting: TextBlock[] = []
  /** In a cell a note would become a part of its text, so notes follow the table. */
  let waitingForTable: TextBlock[] = []

  /** Where the next block goes: into the innermost open cell, or into the story. */
  function place(nesting: number): TextBlock[] {
    while (tables.length > nesting) closeTable()
    while (tables.length < nesting) tables.push({ rows: [], cells: [], blocks: [] })
    return tables.at(-1)?.blocks ?? done
  }

  function closeTable(): void {
    const table = tables.pop()!
    endRowOf(table, false)
    const target = tables.at(-1)?.blocks ?? done
    moveAll(tableBlocks(table.rows), target)
    if (tables.length > 0) return
    moveAll(waitingForTable, done)
    waitingForTable = []
  }

  function endRowOf(table: OpenTable, isHead: boolean): void {
    // Text after the last cell mark belongs to no cell by the rules; it is kept as one.
    if (table.blocks.length > 0) table.cells.push({ blocks: table.blocks, columns: 1, rows: 1 })
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, isHead })
    table.cells = []
    table.blocks = []
  }

  function placeWaiting(): void {
    moveAll(waiting, tables.length > 0 ? waitingForTable : done)
    waiting = []
  }

  function endParagraph({ headingLevel, listLevel, nesting }: ParagraphShape): void {
    countPart()
    const blocks = place(nesting)
    const text = tidy(line.join(''))
    const isHeading = headingLevel !== null && nesting === 0
    const isItem = listLevel !== null || number !== ''
    const whole = tidy(`${number} ${text}`)
    if (text !== '' && isHeading) blocks.push({ kind: 'heading', level: headingLevel, text: whole })
    else if (text !== '' && isItem) blocks.push({ kind: 'list-item', level: listLevel ?? 1, text: whole })
    else if (text !== '') blocks.push({ kind: 'paragraph', level: 0, text })
    for (const deletion of deletions.map(tidy).filter((content) => content !== ''))
      waiting.push({ kind: 'note', level: 0, text: `Deleted: ${deletion}` })
    line = []
    number = ''
    deletions = []
    isDeletionOpen = false
    placeWaiting()
  }

  return {
    text(text, isRaised) {
      line.push(isRaised ? raisedText(line.at(-1) ?? '', text) : text)
      isDeletionOpen = false
    },
    lineBreak: () => void line.push('\n'),
    marker(text) {
      // A bullet says nothing that the kind of the block does not.
      number = /[\p{L}\p{N}]/u.test(text) ? tidy(text) : ''
    },
    deleted(text) {
      if (isDeletionOpen) deletions.push(`${deletions.pop()}${text}`)
      else deletions.push(text)
      isDeletionOpen = true
    },
    after: (blocks) => moveAll(blocks, waiting),
    endParagraph,
    endCell(nesting, shape) {
      endParagraph({ ...shape, nesting })
      const table = tables[nesting - 1]!
      table.cells.push({ blocks: table.blocks, columns: 1, rows: 1 })
      table.blocks = []
    },
    endRow(nesting, isHead) {
      while (tables.length > nesting) closeTable()
      const table = tables[nesting - 1]
      if (table) endRowOf(table, isHead)
    },
    finish(shape) {
      endParagraph(shape)
      while (tables.length > 0) closeTable()
      return done
    },
  }
}

/** One by one: as arguments of a call hundreds of thousands would not fit the stack. */
function moveAll(from: readonly TextBlock[], to: TextBlock[]): void {
  for (const block of from) to.push(block)
}

/** Too many paragraphs and cells for the memory of a reader. */
export function createPartCounter(limit: number): () => void {
  let count = 0
  return () => {
    count += 1
    if (count > limit) throw gateFailure('Too many paragraphs and cells', { value: count, limit, unit: 'parts' })
  }
}

/** One space where the file has several, none at the ends of lines. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
