import { formatCount } from '../../../wording/format-quantity.ts'
import type { SheetContent } from './sheet-cells.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

/** What the user must know of a workbook, sheet by sheet. */
export interface SheetWarnings {
  add(warning: ReadWarning): void
  /** `covered`: cells with a value under a merged cell. */
  noteSheet(name: string, content: SheetContent, covered: number): void
  notePictures(pictures: number): void
  list(): readonly ReadWarning[]
}

const NAMED_CELLS = 5

export function createSheetWarnings(): SheetWarnings {
  const all: ReadWarning[] = []
  let pictures = 0
  return {
    add: (one) => void all.push(one),
    noteSheet(name, content, covered) {
      const hidden = hiddenParts(content)
      if (hidden !== '') all.push(warning('hidden-part', `Sheet "${name}" has ${hidden}; they were read too.`))
      if (content.uncached.length > 0) all.push(uncachedWarning(name, content.uncached))
      if (covered > 0)
        all.push(
          warning(
            'hidden-text',
            `Sheet "${name}": ${formatCount(covered, 'value')} under merged cells, where none is shown, left out.`,
          ),
        )
    },
    notePictures(more) {
      pictures += more
    },
    list: () => [
      ...all,
      ...(pictures > 0
        ? [warning('pictures', `${formatCount(pictures, 'picture')}: text inside pictures is not read.`)]
        : []),
    ],
  }
}

/** Only what holds something: hidden empty rows are no news. */
function hiddenParts({ rows, hiddenRows, hiddenColumns }: SheetContent): string {
  const hidden = [...rows.keys()].filter((row) => hiddenRows.has(row)).length
  const columns = new Set<number>()
  if (hiddenColumns.length > 0)
    for (const cells of rows.values())
      for (const { column } of cells)
        if (hiddenColumns.some(({ first, last }) => column >= first && column <= last)) columns.add(column)
  return [
    hidden > 0 && formatCount(hidden, 'hidden row'),
    columns.size > 0 && formatCount(columns.size, 'hidden column'),
  ]
    .filter((part) => part !== false)
    .join(' and ')
}

function uncachedWarning(name: string, cells: readonly string[]): ReadWarning {
  const shown = cells.slice(0, NAMED_CELLS).join(', ')
  const more = cells.length > NAMED_CELLS ? ' and others' : ''
  return warning(
    'formula-without-result',
    `Sheet "${name}": ${formatCount(cells.length, 'formula')} without a stored result (${shown}${more}). Open the file in its own program, save it, and add it again.`,
  )
}
