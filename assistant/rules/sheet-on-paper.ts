import type { Sheet } from '../../contract/sheet.ts'
import {
  calculationLines,
  inputSaid,
  resultShown,
  sheetTitle,
  statedLines,
  whoseLines,
} from '../../contract/sheet-words.ts'
import type { PaperBlock } from '../paper/paper-block.ts'

/** A case sheet as it is read on paper: the result, what documents state instead, every input with its source, the calculation. */
export function sheetOnPaper(sheet: Sheet, matter: string): readonly PaperBlock[] {
  const note = (text: string): PaperBlock => ({ kind: 'note', text: text.replace(/^- /, '') })
  return [
    { kind: 'question', text: sheetTitle(sheet) },
    { kind: 'small', text: `${matter}. Result: ${resultShown(sheet)}` },
    ...whoseLines(sheet).map(note),
    ...statedLines(sheet).map(note),
    { kind: 'heading', text: 'Inputs' },
    ...sheet.inputs.map((input): PaperBlock => ({ kind: 'field', name: input.label, lines: [inputSaid(input)] })),
    { kind: 'heading', text: 'How this was calculated' },
    ...calculationLines(sheet).map(note),
  ]
}
