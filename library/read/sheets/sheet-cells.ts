import type { ReadLimits } from '../read-limits.ts'
import {
  type CellAddress,
  type CellBudget,
  cellName,
  type CellRange,
  cellText,
  isPrintedText,
  parseCell,
  parseRange,
  type SheetCell,
} from './sheet-grid.ts'
import { generalNumber, type NumberFormat } from './format-number.ts'
import { isOn, unescaped } from './workbook-parts.ts'
import { walkXml } from '../xml/walk-xml.ts'

/** What the cells of every sheet refer to. */
export type CellContext = {
  readonly strings: readonly string[]
  /** How style number n shows a number. */
  readonly formats: readonly NumberFormat[]
  readonly limits: ReadLimits
  readonly budget: CellBudget
}

/** What a worksheet holds, as it stands in its part. */
export type SheetContent = {
  /** Cells that show something, by row, before they are merged. */
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>
  readonly merged: readonly CellRange[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[]
  /** Formulas whose result the file does not hold. */
  readonly uncached: readonly string[]
  /** Headers and footers for printing, without their codes. */
  readonly margins: readonly string[]
}

type Cell = { address: CellAddress; type: string; style: number; hasFormula: boolean; value: string | null }
type Scan = {
  readonly context: CellContext
  readonly rows: Map<number, SheetCell[]>
  readonly merged: CellRange[]
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: { first: number; last: number }[]
  readonly uncached: string[]
  readonly margins: string[]
  row: number
  column: number
  cell: Cell | null
  /** The element whose text is collected. */
  collecting: string
  text: string
  phonetic: number
}

const MARGINS = new Set('oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter'.split(' '))
const COLLECTED = new Set(['v', 't', ...MARGINS])

/** Reads a worksheet cell by cell; the size that the sheet claims is never believed. Throws `ReadFailedError`. */
export function readSheetCells(part: Buffer, context: CellContext): SheetContent {
  const scan: Scan = {
    context,
    rows: new Map(),
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    uncached: [],
    margins: [],
    row: 0,
    column: 0,
    cell: null,
    collecting: '',
    text: '',
    phonetic: 0,
  }
  walkXml(part, context.limits, {
    open: (name, attributes) => open(scan, name, attributes),
    text(piece) {
      if (scan.collecting !== '') scan.text += piece
    },
    close: (name) => close(scan, name),
  })
  return scan
}

function open(scan: Scan, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'row') openRow(scan, attributes)
  else if (name === 'c') openCell(scan, attributes)
  else if (name === 'col') noteColumns(scan, attributes)
  else if (name === 'mergeCell') noteMerged(scan, attributes)
  else if (name === 'rPh') scan.phonetic += 1
  else if (name === 'f' && scan.cell) scan.cell.hasFormula = true
  else if (COLLECTED.has(name) && scan.phonetic === 0) collect(scan, name)
}

function close(scan: Scan, name: string): void {
  if (name === 'rPh') scan.phonetic -= 1
  else if (name === 'c') endCell(scan)
  else if (name === scan.collecting) {
    scan.collecting = ''
    if (MARGINS.has(name)) noteMargin(scan)
    else if (scan.cell) scan.cell.value = `${name === 't' ? (scan.cell.value ?? '') : ''}${scan.text}`
  }
}

function collect(scan: Scan, name: string): void {
  scan.collecting = name
  scan.text = ''
}

function openRow(scan: Scan, { r, hidden }: Readonly<Record<string, string>>): void {
  scan.row = parseCell(`A${r}`)?.row ?? scan.row + 1
  scan.column = 0
  if (isOn(hidden)) scan.hiddenRows.add(scan.row)
}

function openCell(scan: Scan, { r = '', t = 'n', s }: Readonly<Record<string, string>>): void {
  // Cells may leave out where they stand: they follow each other then.
  const address = parseCell(r) ?? { row: scan.row, column: scan.column + 1 }
  scan.column = address.column
  scan.cell = { address, type: t, style: Number(s ?? 0), hasFormula: false, value: null }
}

function endCell(scan: Scan): void {
  const { cell, context } = scan
  scan.cell = null
  if (!cell) return
  if (cell.hasFormula && (cell.value ?? '') === '' && cell.type !== 'str') scan.uncached.push(cellName(cell.address))
  const text = cellText(shownValue(cell, context))
  if (text === '') return
  context.budget.take(1, text.length)
  const { row, column } = cell.address
  const cells = scan.rows.get(row)
  if (cells) cells.push({ column, text, span: 1 })
  else scan.rows.set(row, [{ column, text, span: 1 }])
}

function shownValue({ type, value, style }: Cell, { strings, formats }: CellContext): string {
  if (value === null || value === '') return ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace(/^(\S+)T/, '$1 ')
  if (type !== 'n') return unescaped(value)
  const number = Number(value)
  return Number.isFinite(number) ? (formats[style] ?? generalNumber)(number) : value
}

function noteColumns(scan: Scan, { min, max, hidden }: Readonly<Record<string, string>>): void {
  if (isOn(hidden)) scan.hiddenColumns.push({ first: Number(min), last: Number(max) })
}

function noteMerged(scan: Scan, { ref = '' }: Readonly<Record<string, string>>): void {
  const range = parseRange(ref)
  if (range) scan.merged.push(range)
}

/** "&L&"Arial"&K01+049Privileged &P/&N": places, fonts, sizes, colours and fields are codes. */
function noteMargin(scan: Scan): void {
  const text = scan.text
    .replace(/&("[^"]*"|\d+|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|[A-Za-z])/g, ' ')
    .replaceAll('&&', '&')
  if (isPrintedText(text) && !scan.margins.includes(cellText(text))) scan.margins.push(cellText(text))
}
