import { countedLetters } from '../list-numerals.ts'
import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'

/** A cell that shows something. */
export type SheetCell = {
  /** From 1. */
  readonly column: number
  /** One line, never blank. */
  readonly text: string
  /** How many columns it is merged over. */
  readonly span: number
}

/** A row with its cells in order; empty cells and rows are not there. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] }

/** Text as one cell of a table holds it: line breaks and tabs part cells and rows, so inside they become a space. */
export function cellText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- NUL ends strings elsewhere and a form feed parts pages
  return text.replace(/[\s\0]*[\r\n\t\v\f\0\u0085\u2028\u2029]+[\s\0]*/g, ' ').trim()
}

/** Counts what the tables of a document come to, so that a few bytes that claim a huge sheet are stopped in time. */
export interface CellBudget {
  /** Counts cells with their characters. Throws `ReadFailedError` past the limits. */
  take(cells: number, characters: number): void
}

export function createCellBudget(limits: ReadLimits): CellBudget {
  let cells = 0
  let characters = 0
  return {
    take(moreCells, moreCharacters) {
      cells += moreCells
      characters += moreCharacters
      if (cells > limits.tableCells) throw gateFailure('cells', { value: cells, limit: limits.tableCells })
      if (characters > limits.textMb * BYTES_PER_MB)
        throw gateFailure('tableText', { value: Math.ceil(characters / BYTES_PER_MB), limit: limits.textMb })
    },
  }
}

/** Whether a header or footer says more than that it numbers pages. */
export function isPrintedText(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\b(page|of)\b/gi, ''))
}

/** A place in a sheet, both numbers from 1. */
export type CellAddress = { readonly row: number; readonly column: number }

/** From the first cell to the last, both included. */
export type CellRange = { readonly first: CellAddress; readonly last: CellAddress }

/** The size of a sheet in every program that writes the format (ECMA-376 part 1, 18.3.1.73 and Excel's own limits). */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** "B4", "$B$4"; null for what is no cell of a sheet. */
export function parseCell(name: string): CellAddress | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null
}

/** "A1:C4", or "A1" for a single cell; null for what is none. */
export function parseRange(name: string): CellRange | null {
  const [from = '', to = from] = name.split(':')
  const first = parseCell(from)
  const last = parseCell(to)
  return first && last ? { first, last } : null
}

export function cellName({ row, column }: CellAddress): string {
  return `${countedLetters(column).toUpperCase()}${row}`
}

/** "A2:F31", or "B4" where it is one cell. */
export function rangeName({ first, last }: CellRange): string {
  const [from, to] = [cellName(first), cellName(last)]
  return from === to ? from : `${from}:${to}`
}
