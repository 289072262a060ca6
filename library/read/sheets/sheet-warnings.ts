import type { Notice } from '../../../contract/document.ts'
import type { SheetContent } from './sheet-cells.ts'
import { type Message, message } from '../../../wording/message.ts'
import { someOf, warning } from '../read-warning.ts'

/** What the user must know of a workbook, sheet by sheet. */
export interface SheetWarnings {
  add(warning: Notice): void
  /** `covered`: cells with a value under a merged cell. */
  noteSheet(name: string, content: SheetContent, covered: number): void
  notePictures(pictures: number): void
  list(): readonly Notice[]
}

const NAMED_CELLS = 5

export function createSheetWarnings(): SheetWarnings {
  const all: Notice[] = []
  let pictures = 0
  return {
    add: (one) => void all.push(one),
    noteSheet(name, content, covered) {
      const hidden = hiddenParts(name, content)
      if (hidden !== null) all.push(warning('hidden-part', hidden))
      if (content.uncached.length > 0) all.push(uncachedWarning(name, content.uncached))
      if (covered > 0)
        all.push(warning('hidden-text', message('reading.sheets.covered', { sheet: name, count: covered })))
    },
    notePictures(more) {
      pictures += more
    },
    list: () => [
      ...all,
      ...(pictures > 0 ? [warning('pictures', message('reading.notices.pictures', { count: pictures }))] : []),
    ],
  }
}

/** Only what holds something: hidden empty rows are no news. */
function hiddenParts(sheet: string, { rows, hiddenRows, hiddenColumns }: SheetContent): Message | null {
  const hidden = [...rows.keys()].filter((row) => hiddenRows.has(row)).length
  const columns = new Set<number>()
  if (hiddenColumns.length > 0)
    for (const cells of rows.values())
      for (const { column } of cells)
        if (hiddenColumns.some(({ first, last }) => column >= first && column <= last)) columns.add(column)
  if (hidden > 0 && columns.size > 0)
    return message('reading.sheets.hiddenRowsAndColumns', { sheet, rows: hidden, columns: columns.size })
  if (columns.size > 0) return message('reading.sheets.hiddenColumns', { sheet, columns: columns.size })
  return hidden > 0 ? message('reading.sheets.hiddenRows', { sheet, rows: hidden }) : null
}

function uncachedWarning(name: string, cells: readonly string[]): Notice {
  const said = { sheet: name, count: cells.length, cells: someOf(NAMED_CELLS, cells) }
  return warning('formula-without-result', message('reading.sheets.withoutResult', said))
}
