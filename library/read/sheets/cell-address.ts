import { countedLetters } from '../number-words.ts'

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
