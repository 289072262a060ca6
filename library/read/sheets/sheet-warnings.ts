import type { SheetContent } from './sheet-cells.ts'

/** What the user must know of a workbook, sheet by sheet. */
export interface SheetWarnings {
  add(sentence: string): void
  /** `covered`: cells with a value under a merged cell. */
  noteSheet(name: string, content: SheetContent, covered: number): void
  notePictures(pictures: number): void
  list(): readonly string[]
}

const NAMED_CELLS = 5

export function createSheetWarnings(): SheetWarnings {
  const sentences: string[] = []
  let pictures = 0
  return {
    add: (sentence) => void sentences.push(sentence),
    noteSheet(name, content, covered) {
      const hidden = hiddenParts(content)
      if (hidden !== '') sentences.push(`Sheet "${name}" has ${hidden}; they were read too.`)
      if (content.uncached.length > 0) sentences.push(uncachedSentence(name, content.uncached))
      if (covered > 0)
        sentences.push(
          `Sheet "${name}": ${counted(covered, 'value')} under merged cells, where none is shown, left out.`,
        )
    },
    notePictures(more) {
      pictures += more
    },
    list: () => [
      ...sentences,
      ...(pictures > 0 ? [`${counted(pictures, 'picture')}: text inside pictures is not read.`] : []),
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
  return [hidden > 0 && counted(hidden, 'hidden row'), columns.size > 0 && counted(columns.size, 'hidden column')]
    .filter((part) => part !== false)
    .join(' and ')
}

function uncachedSentence(name: string, cells: readonly string[]): string {
  const shown = cells.slice(0, NAMED_CELLS).join(', ')
  const more = cells.length > NAMED_CELLS ? ' and others' : ''
  return `Sheet "${name}": ${counted(cells.length, 'formula')} without a stored result (${shown}${more}). Open the file in its own program, save it, and add it again.`
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
