import type { Reading, Word } from './tokens/read-words.ts'
import { wordAt } from './tokens/word-at.ts'

/** "mmol/L", "mL/min", "10^9/L": a cell of a row tells that its figures are measured. */
const UNIT_CELL = /(?:^|[\t|] ?)[\p{L}\p{N}µ^.%²³ ]{1,12}\/(?:[dmµ]?[Ll]|min|kg|h|24 ?h|mol|mmol)(?![\p{L}\p{N}])/u
/** The second line of a head whose days wrapped: nothing but short figures. */
const SHORT_FIGURES = /^[\t| ]*\d{1,2}(?:[\t| ]+\d{1,2})*[\t| ]*$/u
const LONGEST_RESULT = 5

/** Whether a word is a result, or the mark of one that is too high or too low, in a table of laboratory results. */
export function isTableResult(reading: Reading, marks: ReadonlySet<string>, at: number): boolean {
  const word = wordAt(reading.words, at)
  if (marks.has(word.text)) return true
  if (word.shape !== 'digits' || word.text.length > LONGEST_RESULT) return false
  const row = rowOf(reading.text, word)
  return /[\t|]/u.test(row) && (UNIT_CELL.test(row) || SHORT_FIGURES.test(row))
}

/** The letters H and L where they stand behind a figure of such a row: then they mark results in the whole text. */
export function resultMarks({ text, words }: Reading): ReadonlySet<string> {
  const isMark = (word: Word, at: number) =>
    /^(?:H{1,2}|L{1,2})$/u.test(word.text) &&
    wordAt(words, at - 1).shape === 'digits' &&
    word.gap === ' ' &&
    UNIT_CELL.test(rowOf(text, word))
  return new Set(words.filter(isMark).map((word) => word.text))
}

function rowOf(text: string, { start, end }: Word): string {
  const to = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start) + 1, to < 0 ? text.length : to)
}
