import type { LayoutBlock, LayoutCell, Rect } from '@llamaindex/liteparse'
import { isDataCell } from '../../table-head.ts'
import type { FoundWord } from '../word-aligner.ts'
import { type WordLine, wordLines } from './word-lines.ts'

type Cell = LayoutCell
type Row = readonly Cell[]

/** Cells of a ruled table touch; the boxes of others only hold their words. */
const TOUCHING_POINTS = 1
const TOUCHING_SHARE = 0.6
/** A space between two words, in heights. */
const SPACE = 0.5
const DIFFERENT_SHARE = 0.1
/** Cells of a column that begin at the same place. */
const SAME_START_POINTS = 1.5

/** Whether the columns come from lines drawn on the page. */
export function isRuled({ header = [], rows = [] }: LayoutBlock): boolean {
  let [pairs, touching] = [0, 0]
  for (const row of [header, ...rows])
    for (const [column, { bbox }] of row.entries()) {
      const next = row[column + 1]?.bbox
      if (!bbox || !next) continue
      pairs += 1
      if (Math.abs(bbox.x + bbox.width - next.x) < TOUCHING_POINTS) touching += 1
    }
  return pairs > 0 && touching >= pairs * TOUCHING_SHARE
}

/**
 * A ruled table whose rows are not all ruled: rows that lie in one box are parted where a column has a number on each line, and
 * a label on two lines is one. A head over several columns stands whole in the first.
 */
export function mendRuledTable(block: LayoutBlock, words: readonly FoundWord[]): LayoutBlock {
  const head = block.header?.length ? [block.header] : []
  const parted = [...head, ...(block.rows ?? [])].flatMap((row) => partRow(row, words))
  const rows = parted.map((row) => joinHeads(row, words, (column) => beginsLikeOthers(row, parted, column, words)))
  const joined: Row[] = []
  for (const row of rows) {
    const above = joined.at(-1)
    if (above && continuesLabel(above, row))
      joined[joined.length - 1] = row.map((cell, column) => bothCells(above[column]!, cell))
    else joined.push(row)
  }
  const [first = [], ...rest] = joined.map((row) => [...row])
  return head.length > 0 ? { ...block, header: first, rows: rest } : { ...block, rows: [first, ...rest] }
}

/** Each line of the row that has a number in the column with most of them becomes a row; other lines go with the one above. */
export function partRow(row: Row, words: readonly FoundWord[]): readonly Row[] {
  const columns = row.map(({ bbox }) => wordLines(bbox ? wordsIn(words, bbox) : []))
  const numbers = columns.filter((lines) => lines.length > 1 && lines.every((line) => isDataCell(textOf(line))))
  const key = numbers.toSorted((a, b) => b.length - a.length)[0]
  if (!key || !columns.every((lines, column) => isSameText(lines, row[column]!.text))) return [row]
  return key.map((line, index): Row => {
    const from = index === 0 ? -Infinity : line.top - (line.bottom - line.top) / 4
    const to = key[index + 1] ? key[index + 1]!.top - (line.bottom - line.top) / 4 : Infinity
    return columns.map((lines, column) => {
      const own = lines.filter(({ top }) => top >= from && top < to)
      const { bbox } = row[column]!
      const text = own.map(textOf).join(' ')
      if (!bbox || own.length === 0) return { ...row[column]!, text }
      const y = own[0]!.top
      return { ...row[column]!, text, bbox: { ...bbox, y, height: own.at(-1)!.bottom - y } }
    })
  })
}

/** Boxes of tables may lie over each other: then the words in a box are not those of the cell. */
export function isSameText(lines: readonly WordLine[], text: string): boolean {
  const letters = (given: string) => given.replace(/[\s*_\\]|<br>/g, '').length
  const found = letters(lines.map(textOf).join(''))
  return Math.abs(found - letters(text)) <= letters(text) * DIFFERENT_SHARE
}

/**
 * Words with no more than a space between them that a column line cuts are a head over both columns, unless the second begins
 * where its column does.
 */
function joinHeads(row: Row, words: readonly FoundWord[], beginsColumn: (column: number) => boolean): Row {
  const cells = [...row]
  for (let column = cells.length - 2; column >= 0; column -= 1) {
    const [cell, next] = [cells[column]!, cells[column + 1]!]
    if (!cell.bbox || !next.bbox || isDataCell(cell.text) || isDataCell(next.text)) continue
    const [left, right] = [wordLines(wordsIn(words, cell.bbox)), wordLines(wordsIn(words, next.bbox))]
    if (left.length !== 1 || right.length !== 1 || !isOnePhrase(left[0]!, right[0]!)) continue
    if (beginsColumn(column + 1)) continue
    cells[column] = bothCells(cell, next)
    cells[column + 1] = { ...next, text: '' }
  }
  return cells
}

function beginsLikeOthers(row: Row, rows: readonly Row[], column: number, words: readonly FoundWord[]): boolean {
  const startOf = (one: Row) => {
    const box = one[column]?.bbox
    return box ? Math.min(...wordsIn(words, box).map(({ x }) => x)) : Infinity
  }
  const start = startOf(row)
  const others = rows.filter((other) => other !== row && other[column]?.text.trim())
  const alike = others.filter((other) => Math.abs(startOf(other) - start) < SAME_START_POINTS)
  return others.length > 0 && alike.length > others.length / 2
}

function isOnePhrase(left: WordLine, right: WordLine): boolean {
  const [end, start] = [left.phrases.at(-1)!, right.phrases[0]!]
  const height = Math.max(end.bottom - end.top, start.bottom - start.top)
  return start.left - end.right < height * SPACE && Math.abs(start.bottom - end.bottom) < height / 2
}

/** "Total carbon (as C or" above "COD/3) - 50": the first line of a label that has its values on the second. */
function continuesLabel(above: Row, row: Row): boolean {
  const [label = '', rest = ''] = [above[0]?.text.trim(), row[0]?.text.trim()]
  if (label === '' || rest === '' || above.length !== row.length || isDataCell(label)) return false
  const isAlone = above.slice(1).every(({ text }) => text.trim() === '')
  const hasValues = row.slice(1).some(({ text }) => text.trim() !== '')
  const isOpen = label.lastIndexOf('(') > label.lastIndexOf(')')
  return isAlone && hasValues && (isOpen || /^[(\p{Ll}]/u.test(rest))
}

function bothCells(one: Cell, other: Cell): Cell {
  const text = [one.text, other.text].filter((part) => part.trim() !== '').join(' ')
  if (!one.bbox || !other.bbox) return { ...one, text }
  const [x, y] = [Math.min(one.bbox.x, other.bbox.x), Math.min(one.bbox.y, other.bbox.y)]
  const width = Math.max(one.bbox.x + one.bbox.width, other.bbox.x + other.bbox.width) - x
  const height = Math.max(one.bbox.y + one.bbox.height, other.bbox.y + other.bbox.height) - y
  return { ...one, text, bbox: { x, y, width, height } }
}

export function wordsIn(words: readonly FoundWord[], box: Rect, slack = 0): readonly FoundWord[] {
  return words.filter((word) => {
    const [x, y] = [word.x + word.width / 2, word.y + word.height / 2]
    const isBeside = x < box.x - slack || x > box.x + box.width + slack
    return !isBeside && y >= box.y - slack && y <= box.y + box.height + slack
  })
}

function textOf({ phrases }: WordLine): string {
  return phrases.map(({ text }) => text).join(' ')
}
