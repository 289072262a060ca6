import type { XmlAttributes } from '../xml/walk-xml.ts'
import { generalNumber } from './format-number.ts'
import type { OdsStyles, ShownMoment } from './ods-styles.ts'
import type { SheetContent } from './sheet-cells.ts'
import { type CellBudget, type CellRange, rangeName, type SheetCell } from './sheet-grid.ts'
import type { SheetNote } from './sheet-annotations.ts'

/** A sheet as it stands in the file, before its cells are merged. */
export type OdsSheet = SheetContent & {
  readonly rows: Map<number, readonly SheetCell[]>
  readonly merged: CellRange[]
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: { readonly first: number; readonly last: number }[]
  readonly uncached: string[]
  readonly name: string
  readonly isHidden: boolean
  /** Values of another file that the program keeps for its own use. */
  isCache: boolean
  readonly notes: SheetNote[]
  /** Text boxes and shapes. */
  readonly texts: string[]
  /** Folders of charts and other objects. */
  readonly objects: string[]
  foreignObjects: number
  pictures: number
  /** Ranges that hold the same again and again, and were written once. */
  readonly cut: string[]
  /** Cells outside of what any program shows of a sheet. */
  beyond: number
}

type Column = { readonly first: number; readonly last: number; readonly style: string | undefined }

/** A row under way; it may stand for many. */
export type OdsRow = { readonly attributes: XmlAttributes; readonly cells: SheetCell[] }

export type OdsScan = {
  readonly styles: OdsStyles
  readonly budget: CellBudget
  readonly sheets: OdsSheet[]
  hasTrackedChanges: boolean
  skipped: number
  sheet: OdsSheet | undefined
  /** Tables inside cells. */
  inner: number
  columns: Column[]
  /** The last row and column that are done with. */
  rowDone: number
  columnDone: number
  row: OdsRow | undefined
  cell: XmlAttributes | undefined
  /** Where text goes: the cell, a note at it, a shape over it; the innermost is last. */
  readonly texts: string[]
  paragraphs: number
  shapes: number
  author: string | undefined
  isAuthor: boolean
  readonly copies: { cells: number; characters: number }
  take(text: string): void
}

/** What repeated cells and rows may add together; a file may claim a whole sheet of them in a few bytes. */
const MOST_COPIES = { cells: 100_000, characters: 2_000_000 }

export function createOdsScan(styles: OdsStyles, budget: CellBudget): OdsScan {
  return {
    styles,
    budget,
    sheets: [],
    hasTrackedChanges: false,
    skipped: 0,
    sheet: undefined,
    inner: 0,
    columns: [],
    rowDone: 0,
    columnDone: 0,
    row: undefined,
    cell: undefined,
    texts: [],
    paragraphs: 0,
    shapes: 0,
    author: undefined,
    isAuthor: false,
    copies: { ...MOST_COPIES },
    take(text) {
      if (this.isAuthor) this.author = `${this.author ?? ''}${text}`
      else if (this.paragraphs > 0 && this.texts.length > 0) this.texts.push(`${this.texts.pop()}${text}`)
    },
  }
}

/** How often something is written: as often as the file says, or once where the copies would come to too much. */
export function writtenTimes(scan: OdsScan, cells: readonly SheetCell[], range: CellRange, times: number): number {
  if (times === 1) return 1
  const added = (times - 1) * cells.length
  const characters = (times - 1) * cells.reduce((sum, { text }) => sum + text.length, 0)
  if (added > scan.copies.cells || characters > scan.copies.characters) {
    scan.sheet?.cut.push(rangeName(range))
    return 1
  }
  scan.copies.cells -= added
  scan.copies.characters -= characters
  scan.budget.take(added, characters)
  return times
}

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

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:[.,]\d+)?))?Z?$/
const SPAN = /^PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d+)?)S)?$/
const DAY_SECONDS = 86_400

/**
 * A date as the file holds it ("2024-09-12T14:30:00"), in ISO with as much as its style shows: "2024-09-12 14:30", "2024-09".
 * Null for what is no date.
 */
function odsDate(value: string, style: ShownMoment | undefined): string | null {
  const found = DATE.exec(value)
  if (!found) return null
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number)
  const second = secondsOf(found.slice(4), style?.fraction ?? 0)
  // Rounding may lead into the next day.
  const days = Date.UTC(year, month - 1, day) + Math.floor(second / DAY_SECONDS) * 86_400_000
  const iso = new Date(days).toISOString().slice(0, 10)
  const ofDay = second % DAY_SECONDS
  const shown = style && hasParts(style) ? style : unstyled(ofDay)
  return [dateOf(iso, shown), clock(ofDay, shown)].filter((part) => part !== '').join(' ')
}

/** A time as the file holds it ("PT36H15M00S"): "36:15" where its style shows a span of time, else a time of day ("12:15"). */
function odsTime(value: string, style: ShownMoment | undefined): string | null {
  const found = SPAN.exec(value)
  if (!found || value === 'PT') return null
  const total = secondsOf(found.slice(1), style?.fraction ?? 0)
  if (!style || !hasParts(style)) return clock(total, { ...unstyled(total), hour: true, minute: true })
  return style.isElapsed ? elapsed(total, style) : clock(total % DAY_SECONDS, style)
}

type Shown = Omit<ShownMoment, 'isElapsed'>

function hasParts({ year, month, day, hour, minute, second }: ShownMoment): boolean {
  return year || month || day || hour || minute || second
}

/** Without a style: the day, and the time where it is not midnight. */
function unstyled(secondOfDay: number): Shown {
  const hasTime = secondOfDay > 0
  const second = secondOfDay % 60 > 0
  return { year: true, month: true, day: true, hour: hasTime, minute: hasTime, second, fraction: 0 }
}

function clock(second: number, { hour, minute, second: showsSecond, fraction }: Shown): string {
  const fields: string[] = []
  if (hour) fields.push(twoDigits(Math.floor(second / 3600)))
  if (hour || minute) fields.push(twoDigits(Math.floor((second % 3600) / 60)))
  if (showsSecond) fields.push((second % 60).toFixed(fraction).padStart(fraction === 0 ? 2 : fraction + 3, '0'))
  return fields.join(':')
}

/** The largest part that is shown takes all that is above it. */
function elapsed(total: number, { hour, minute, second, fraction }: ShownMoment): string {
  const last = (total % 60).toFixed(fraction).padStart(fraction === 0 ? 2 : fraction + 3, '0')
  if (!hour && !minute) return total.toFixed(fraction)
  const whole = hour
    ? [`${Math.floor(total / 3600)}`, twoDigits(Math.floor((total % 3600) / 60))]
    : [`${Math.floor(total / 60)}`]
  return [...whole, ...(second ? [last] : [])].join(':')
}

/** Of hours, minutes and seconds, each of which may be missing; rounded to what is shown. */
function secondsOf(fields: readonly (string | undefined)[], fraction: number): number {
  const [hours = 0, minutes = 0, seconds = 0] = fields.map((field) => Number((field ?? '0').replace(',', '.')))
  const unit = 10 ** fraction
  return Math.round((hours * 3600 + minutes * 60 + seconds) * unit) / unit
}

function dateOf(iso: string, { year, month, day }: Shown): string {
  if (day) return iso
  if (month) return iso.slice(0, 7)
  return year ? iso.slice(0, 4) : ''
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0')
}
