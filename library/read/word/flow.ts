import type { ReadBlock } from '../read-page.ts'

/** A paragraph as it will be written; line feeds part its lines. */
export type FlowParagraph = {
  readonly kind: Exclude<ReadBlock['kind'], 'table' | 'code'>
  readonly level: number
  readonly text: string
}

export type FlowRow = {
  /** What stands in each cell; a cell that another one covers is empty, so that columns stay in line. */
  readonly cells: readonly (readonly FlowBlock[])[]
  readonly isHead: boolean
}

export type FlowTable = { readonly kind: 'table'; readonly rows: readonly FlowRow[] }

/** A word-processing text in reading order, free of the format it came from. */
export type FlowBlock = FlowParagraph | FlowTable

/** In characters. Whole clauses are set in heading styles: what is longer than a heading is text. */
export const LONGEST_HEADING = 200

export function flowParagraph(kind: FlowParagraph['kind'], text: string, level = 0): FlowParagraph {
  return { kind, level, text }
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
