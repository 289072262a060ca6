import type { XmlAttributes } from '../xml/xml-names.ts'
import { type CellRange, rangeName } from './cell-address.ts'
import type { CellBudget } from './cell-budget.ts'
import type { OdsStyles } from './ods-styles.ts'
import type { SheetContent } from './sheet-cells.ts'
import type { SheetCell } from './sheet-grid.ts'
import type { SheetNote } from './sheet-notes.ts'

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
