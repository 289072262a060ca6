import { objectFolder } from '../xml/open-document-parts.ts'
import type { XmlAttributes } from '../xml/walk-xml.ts'
import { cellName, cellText, LAST_COLUMN, LAST_ROW, type SheetCell } from './sheet-grid.ts'
import { type OdsRow, type OdsScan, odsValue, writtenTimes } from './ods-cells.ts'

/** Elements whose text is no cell's: settings, lists of choices, what was changed, readings above Asian text. */
export const ODS_SKIPPED: ReadonlySet<string> = new Set(
  'table:tracked-changes table:content-validations table:dde-links table:named-expressions table:database-ranges table:data-pilot-tables table:label-ranges office:forms office:scripts office:settings office:event-listeners office:binary-data svg:title svg:desc text:ruby-text dc:date'.split(
    ' ',
  ),
)

const SHAPES =
  'draw:frame draw:text-box draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline draw:polygon draw:path draw:connector draw:caption draw:measure draw:regular-polygon'.split(
    ' ',
  )

type Open = (scan: OdsScan, attributes: XmlAttributes) => void
type Close = (scan: OdsScan) => void

const openCell: Open = (scan, attributes) => {
  if (!scan.row || scan.inner > 0) return
  scan.cell = attributes
  scan.texts.length = 0
  scan.texts.push('')
  scan.paragraphs = 0
}
const openParagraph: Open = (scan) => void (scan.paragraphs += 1)
const closeParagraph: Close = (scan) => {
  scan.take('\n')
  scan.paragraphs -= 1
}

/** What is done when an element begins. */
export const ODS_OPEN: Readonly<Record<string, Open>> = {
  ...Object.fromEntries(SHAPES.map((name) => [name, openShape])),
  'table:table': openTable,
  'table:table-source': ({ sheet, inner }) => {
    if (sheet && inner === 0) sheet.isCache = true
  },
  'table:table-column': openColumns,
  'table:table-row': (scan, attributes) => {
    if (!scan.sheet || scan.inner > 0) return
    scan.row = { attributes, cells: [] }
    scan.columnDone = 0
  },
  'table:table-cell': openCell,
  'table:covered-table-cell': openCell,
  'text:p': openParagraph,
  'text:h': openParagraph,
  'text:s': (scan) => scan.take(' '),
  'text:tab': (scan) => scan.take(' '),
  'text:line-break': (scan) => scan.take('\n'),
  'office:annotation': (scan) => {
    scan.texts.push('')
    scan.author = undefined
  },
  'dc:creator': (scan) => void (scan.isAuthor = true),
  'draw:image': ({ sheet }, attributes) => {
    if (sheet && !/ObjectReplacements\//.test(attributes['xlink:href'] ?? '')) sheet.pictures += 1
  },
  'draw:object': ({ sheet }, attributes) => {
    const folder = objectFolder(attributes['xlink:href'])
    if (folder !== '') sheet?.objects.push(folder)
  },
  'draw:object-ole': ({ sheet }) => {
    if (sheet) sheet.foreignObjects += 1
  },
}

/** What is done when an element ends. */
export const ODS_CLOSE: Readonly<Record<string, Close>> = {
  ...Object.fromEntries(SHAPES.map((name) => [name, closeShape])),
  'table:table': (scan) => {
    if (scan.inner > 0) scan.inner -= 1
    else scan.sheet = undefined
  },
  'table:table-row': closeRow,
  'table:table-cell': closeCell,
  'table:covered-table-cell': closeCell,
  'text:p': closeParagraph,
  'text:h': closeParagraph,
  'office:annotation': (scan) => {
    const text = cellText(scan.texts.pop() ?? '')
    const cell = cellName({ row: scan.rowDone + 1, column: scan.columnDone + 1 })
    scan.sheet?.notes.push({ cell, author: cellText(scan.author ?? ''), text })
  },
  'dc:creator': (scan) => void (scan.isAuthor = false),
}

function openTable(scan: OdsScan, attributes: XmlAttributes): void {
  if (scan.sheet) {
    scan.inner += 1
    return
  }
  const style = attributes['table:style-name']
  const { styles } = scan
  scan.sheet = {
    name: attributes['table:name'] ?? '',
    isHidden: styles.isHiddenSheet(style),
    margins: styles.margins(style),
    rows: new Map(),
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    uncached: [],
    isCache: false,
    notes: [],
    texts: [],
    objects: [],
    foreignObjects: 0,
    pictures: 0,
    cut: [],
    beyond: 0,
  }
  scan.sheets.push(scan.sheet)
  Object.assign(scan, { columns: [], rowDone: 0, columnDone: 0, row: undefined, cell: undefined, shapes: 0 })
}

function openColumns({ sheet, columns, inner }: OdsScan, attributes: XmlAttributes): void {
  if (!sheet || inner > 0) return
  const first = (columns.at(-1)?.last ?? 0) + 1
  const last = Math.min(LAST_COLUMN, first - 1 + times(attributes['table:number-columns-repeated'], LAST_COLUMN))
  columns.push({ first, last, style: attributes['table:default-cell-style-name'] })
  if (isHidden(attributes)) sheet.hiddenColumns.push({ first, last })
}

function closeRow(scan: OdsScan): void {
  const { sheet, row, rowDone, inner } = scan
  if (!sheet || !row || inner > 0) return
  const { attributes, cells } = row
  const repeats = times(attributes['table:number-rows-repeated'], LAST_ROW - rowDone)
  scan.row = undefined
  scan.rowDone = rowDone + repeats
  if (rowDone >= LAST_ROW) sheet.beyond += cells.length
  if (cells.length === 0 || rowDone >= LAST_ROW) return
  const [first, last] = [cells[0]!.column, cells.at(-1)!.column]
  const range = { first: { row: rowDone + 1, column: first }, last: { row: scan.rowDone, column: last } }
  const written = writtenTimes(scan, cells, range, repeats)
  for (let at = rowDone + 1; at <= rowDone + written; at += 1) {
    sheet.rows.set(at, cells)
    if (isHidden(attributes)) sheet.hiddenRows.add(at)
  }
}

function closeCell(scan: OdsScan): void {
  const { sheet, row, cell, inner } = scan
  if (!sheet || !row || !cell || inner > 0) return
  scan.cell = undefined
  const at = { row: scan.rowDone + 1, column: scan.columnDone + 1 }
  const text = cellText(odsValue(scan, cell, scan.texts.pop() ?? '', at.column))
  const repeats = times(cell['table:number-columns-repeated'], LAST_COLUMN - scan.columnDone)
  scan.columnDone += repeats
  if (at.column > LAST_COLUMN) {
    sheet.beyond += text === '' ? 0 : 1
    return
  }
  noteMerged(scan, cell)
  if (text !== '') writeCell(scan, row, { column: at.column, text, span: 1 }, repeats)
  else if (cell['table:formula'] !== undefined && cell['office:value-type'] === undefined)
    sheet.uncached.push(cellName(at))
}

function writeCell(scan: OdsScan, { cells }: OdsRow, cell: SheetCell, repeats: number): void {
  scan.budget.take(1, cell.text.length)
  const at = { row: scan.rowDone + 1, column: cell.column }
  const range = { first: at, last: { ...at, column: scan.columnDone } }
  const written = writtenTimes(scan, [cell], range, repeats)
  for (let copy = 0; copy < written; copy += 1) cells.push({ ...cell, column: cell.column + copy })
}

function noteMerged({ sheet, rowDone, columnDone }: OdsScan, cell: XmlAttributes): void {
  const columns = times(cell['table:number-columns-spanned'], LAST_COLUMN - columnDone + 1)
  const rows = times(cell['table:number-rows-spanned'], LAST_ROW - rowDone)
  if (columns === 1 && rows === 1) return
  const first = { row: rowDone + 1, column: columnDone }
  sheet?.merged.push({ first, last: { row: rowDone + rows, column: columnDone - 1 + columns } })
}

function openShape(scan: OdsScan): void {
  scan.shapes += 1
  scan.texts.push('')
}

function closeShape(scan: OdsScan): void {
  if (scan.shapes === 0) return
  scan.shapes -= 1
  const text = cellText(scan.texts.pop() ?? '')
  if (text !== '') scan.sheet?.texts.push(text)
}

function isHidden(attributes: XmlAttributes): boolean {
  return /^(collapse|filter)$/.test(attributes['table:visibility'] ?? '')
}

/** How often the file says, from 1 and within what there is room for. */
function times(claimed: string | undefined, most: number): number {
  return Math.max(1, Math.min(most, Math.trunc(Number(claimed)) || 1))
}
