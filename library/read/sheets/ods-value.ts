import type { XmlAttributes } from '../xml/xml-names.ts'
import { generalNumber } from './format-number.ts'
import { odsDate, odsTime } from './ods-moment.ts'
import type { OdsScan } from './ods-scan.ts'
import type { ShownMoment } from './ods-styles.ts'

/**
 * What a cell of column `column` shows. `shown` is its text as the program wrote it; dates, times and truth values come from
 * the value that the file holds beside it, and so does what has no text.
 */
export function odsValue(scan: OdsScan, cell: XmlAttributes, shown: string, column: number): string {
  const type = cell['office:value-type']
  if (type === 'date') return odsDate(cell['office:date-value'] ?? '', momentOf(scan, cell, column)) ?? shown
  if (type === 'time') return odsTime(cell['office:time-value'] ?? '', momentOf(scan, cell, column)) ?? shown
  if (type === 'boolean') return cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
  return shown.trim() === '' ? bareValue(cell) : shown
}

/** A cell without a style of its own has that of its row, else of its column. */
function momentOf({ styles, columns, row }: OdsScan, cell: XmlAttributes, column: number): ShownMoment | undefined {
  const own = cell['table:style-name'] ?? row?.attributes['table:default-cell-style-name']
  return styles.moment(own ?? columns.find(({ first, last }) => column >= first && column <= last)?.style)
}

function bareValue(cell: XmlAttributes): string {
  const value = cell['office:value']
  if (value === undefined) return cell['office:string-value'] ?? ''
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return cell['office:value-type'] === 'percentage' ? `${generalNumber(number * 100)}%` : generalNumber(number)
}
