import type { TextBlock } from '../join-blocks.ts'
import type { CellBudget } from './cell-budget.ts'
import { mergeCells } from './merge-cells.ts'
import type { SheetContent } from './sheet-cells.ts'
import type { SheetNote } from './sheet-notes.ts'
import { sheetTables } from './sheet-tables.ts'
import type { SheetWarnings } from './sheet-warnings.ts'

/** What a sheet shows, as blocks: its tables, then what is printed at its edges. What is hidden is told to `warnings`. */
export function sheetBlocks(
  name: string,
  content: SheetContent,
  { budget, warnings }: { readonly budget: CellBudget; readonly warnings: SheetWarnings },
): readonly TextBlock[] {
  const { rows, covered } = mergeCells(content)
  warnings.noteSheet(name, content, covered)
  const tables = sheetTables(rows, budget).map(
    ({ text, firstCell, headRows }): TextBlock => ({ kind: 'table', level: headRows, text, firstCell }),
  )
  return [...tables, ...content.margins.map((text): TextBlock => ({ kind: 'header', level: 0, text }))]
}

/** "Note at B4 by Ann: …"; notes without text are none. */
export function noteBlocks(notes: readonly SheetNote[]): readonly TextBlock[] {
  return notes
    .filter(({ text }) => text !== '')
    .map(({ cell, author, text }) => ({
      kind: 'note',
      level: 0,
      text: `Note at ${cell}${author === '' ? '' : ` by ${author}`}: ${text}`,
    }))
}
