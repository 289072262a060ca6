import type { Reading } from './tokens/read-words.ts'
import { type Word, wordAt } from './tokens/word-at.ts'

/** "mmol/L", "mL/min", "10^9/L": a cell of a row tells that its figures are measured. */
const UNIT_CELL = /(?:^|[\t|] ?)[\p{L}\p{N}µ^.%²³ ]{1,12}\/(?:[dmµ]?[Ll]|min|kg|h|24 ?h|mol|mmol)(?![\p{L}\p{N}])/u

/** The second line of a head whose days wrapped: nothing but short figures. */
const SHORT_FIGURES = /^[\t| ]*\d{1,2}(?:[\t| ]+\d{1,2})*[\t| ]*$/u
const LONGEST_RESULT = 5

const MARK = /^(?:H{1,2}|L{1,2})$/u
/** What the line says that explains the marks: "H above, L below the range". */
const LEGEND =
  /^[ =:–-]{1,3}(?:above|below|high|low|over|under|hoch|erhöht|niedrig|zu hoch|zu niedrig|élevé|haut|bas|alto|bajo|elevado|basso|elevato|baixo|hoog|laag|wysok|nisk)/iu

/** Whether a word is a result, or the mark of one that is too high or too low, in a table of laboratory results. */
export function isTableResult({ text, words }: Reading, at: number): boolean {
  const word = wordAt(words, at)
  const row = rowOf(text, word)
  if (MARK.test(word.text)) return isMark(text, words, at)
  if (word.shape !== 'digits' || word.text.length > LONGEST_RESULT || !/[\t|]/u.test(row.text)) return false
  return SHORT_FIGURES.test(row.text) || (UNIT_CELL.test(row.text) && isBehindTest(words, at, row))
}

/** Behind a figure of such a row, or explained in a line of its own. */
function isMark(text: string, words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  if (LEGEND.test(text.slice(word.end, word.end + 12))) return true
  return word.gap === ' ' && wordAt(words, at - 1).shape === 'digits' && UNIT_CELL.test(rowOf(text, word).text)
}

/** The first cell says what is measured, and neither whose it is nor a number. */
function isBehindTest(words: readonly Word[], at: number, { start, text }: Row): boolean {
  const cell = /^[\t| ]*[^\t|]*/u.exec(text)?.[0] ?? ''
  if (wordAt(words, at).start < start + cell.length) return false
  const from = words.findLastIndex((word, index) => index <= at && word.start < start) + 1
  const first = words.slice(from, at).filter((word) => word.end <= start + cell.length)
  const isOfTest = ({ shape, ordinary, name }: Word) => shape !== 'digits' && ordinary > 0 && name === 0
  return first.length > 0 && first.every(isOfTest)
}

type Row = { readonly start: number; readonly text: string }

function rowOf(text: string, { start, end }: Word): Row {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end)
  return { start: from, text: text.slice(from, to < 0 ? text.length : to) }
}
