import { ANY_MONTH } from '../../text/calendar-words.ts'
import type { Span } from '../../text/spans.ts'
import { cellsOf, lineOf } from './dates/table-cells.ts'
import { ROLES } from './names/roles.ts'
import type { Reading } from './tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt } from './tokens/word-at.ts'

/** "mmol/L", "mL/min", "10^9/L": a row with it has figures that are measured. */
const UNIT = /(?:^|[\t|] ?)[\p{L}\p{N}µ^.%²³ ]{0,12}\/(?:[dmµ]?[Ll]|min|kg|h|24 ?h|mol|mmol)(?![\p{L}\p{N}])/u
/** A cell with nothing else: "Na 139 mmol/L" is a result in itself. */
const UNIT_ALONE =
  /^\s*(?:10\^?\d{1,2}|[\p{L}µ%²³]{0,6})\/(?:[dmµ]?[Ll]|min|kg|h|24 ?h|mol|mmol)(?:\/1[.,]73 ?m[²2])?\s*$/u

/** The second line of a head whose days wrapped: nothing but short figures. */
const SHORT_FIGURES = /^[\t| ]*\d{1,2}(?:[\t| ]+\d{1,2})*[\t| ]*$/u
const LONGEST_RESULT = 5

/** A row of results goes on for no more characters on either side of one. */
const LONGEST_ROW = 300

const MARK = /^(?:H{1,2}|L{1,2})$/u
/** What the line says that explains the marks: "H above, L below the range". */
const LEGEND =
  /^[ =:–-]{1,3}(?:above|below|high|low|over|under|hoch|erhöht|niedrig|zu hoch|zu niedrig|élevé|haut|bas|alto|bajo|elevado|basso|elevato|baixo|hoog|laag|wysok|nisk)/iu

/** Whether a word is a result, or the mark of one that is too high or too low, in a table of laboratory results. */
export function isTableResult({ text, words }: Reading, at: number): boolean {
  const word = wordAt(words, at)
  if (MARK.test(word.text)) return isMark(text, words, at)
  if (word.shape !== 'digits' || word.text.length > LONGEST_RESULT) return false
  const line = lineOf(text, word, LONGEST_ROW)
  if (line === null) return false
  const row = textOf(text, line)
  return /[\t|]/u.test(row) && (SHORT_FIGURES.test(row) || isMeasuredIn(text, words, { word, line }))
}

/** Behind a figure of such a row, or explained in a line of its own. */
function isMark(text: string, words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  if (LEGEND.test(text.slice(word.end, word.end + 12))) return true
  if (word.gap !== ' ' || wordAt(words, at - 1).shape !== 'digits') return false
  const line = lineOf(text, word, LONGEST_ROW)
  return line !== null && UNIT.test(textOf(text, line))
}

type InLine = { readonly word: Word; readonly line: Span }

/** "150-400", "4000 - 10000", "< 5": what is normal, and no result. */
const RANGE = /^\s*(?:[<>≤≥]\s?\d[\d.,]*|[([]?\d[\d.,]*\s?[-–]\s?\d[\d.,]*[)\]]?)\s*$/u

/**
 * In a cell before its unit, where no more figures stand there than the head has days, one without days; or behind the unit, where none
 * stands before. Nor is the unit's own figure, "10^9/L", or one of a range anything else.
 */
function isMeasuredIn(text: string, words: readonly Word[], { word, line }: InLine): boolean {
  const [test, ...cells] = cellsOf(text, line).filter((cell) => textOf(text, cell).trim() !== '')
  const at = cells.findIndex((cell) => UNIT_ALONE.test(textOf(text, cell)))
  if (!test || at < 0 || word.start < test.end || !namesTest(words, test)) return false
  const before = cells.slice(0, at).filter((cell) => /\d/u.test(textOf(text, cell)) && !RANGE.test(textOf(text, cell)))
  if (isOutOfScale(text, cells.toSpliced(at, 1), word)) return false
  const isBefore = word.end <= (cells[at]?.start ?? 0)
  return isBefore ? before.length <= Math.max(1, daysInHead(text, line)) : before.length === 0 || isIn(cells[at], word)
}

/** No result is so many times the others of its row, or the limits of what is normal. */
const MOST_TIMES = 200

/** Of "Sodium | 48271 | 139 | mmol/L" and "Sodium | 48271 | 135-145 | mmol/L" the number that is somebody's. */
function isOutOfScale(text: string, cells: readonly Span[], word: Word): boolean {
  const others = cells.filter((cell) => !isIn(cell, word)).flatMap((cell) => figuresIn(textOf(text, cell)))
  return others.length > 0 && Number(word.text) > MOST_TIMES * Math.max(1, ...others)
}

function figuresIn(cell: string): readonly number[] {
  return (cell.match(/\d+(?:[.,]\d+)?/gu) ?? []).map((figure) => Number(figure.replace(',', '.')))
}

function isIn(cell: Span | undefined, { start, end }: Span): boolean {
  return cell !== undefined && cell.start <= start && end <= cell.end
}

/** "1 May", "12.3.", "12/3/24", "Tag 2"; figures without a closing point or a year are a result: "4.1", "140/80". */
const DAY = new RegExp(
  `^\\s*(?:\\d{1,2}\\.? (?:${ANY_MONTH})\\.?(?: \\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{2}){1,2}|\\d{4}-\\d\\d-\\d\\d|(?:day|tag|jour|día|giorno|dia|dag|dzień) \\d{1,2})\\s*$`,
  'iu',
)
const MOST_ROWS = 60

/** The days of the next row above that has any, in the same table; a row with a unit of its own has results. */
function daysInHead(text: string, { start }: Span): number {
  let end = start - 1
  for (let rows = 0; rows < MOST_ROWS && end > 0; rows += 1) {
    const row = { start: text.lastIndexOf('\n', end - 1) + 1, end }
    const cells = cellsOf(text, row)
    const isOfResults = cells.some((cell) => UNIT_ALONE.test(textOf(text, cell)))
    const days = isOfResults ? 0 : cells.filter((cell) => DAY.test(textOf(text, cell))).length
    if (cells.length < 2 || days > 0) return days
    end = row.start - 1
  }
  return 0
}

/** What is measured, and neither whose it is nor a number. */
function namesTest(words: readonly Word[], cell: Span): boolean {
  const from = firstWordFrom({ words }, cell.start)
  const first = words.slice(from, firstWordFrom({ words }, cell.end))
  const isOfTest = (word: Word) => word.shape !== 'digits' && word.ordinary > 0 && word.name === 0 && !has(ROLES, word)
  return first.length > 0 && first.every(isOfTest)
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}
