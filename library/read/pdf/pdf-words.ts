import type { Rect, TextItem, WordBox } from '@llamaindex/liteparse'
import { BULLET } from '../text-signs.ts'
import { withoutPageMarks } from '../read-page.ts'
import type { Aside, FoundWord } from './word-aligner.ts'

/** Boxes of blocks and of their words differ by rounding and by descenders. */
const BOX_SLACK_POINTS = 2
/** Of a font without a character table, the parser takes the sign of a list (code 30 or 31) for a ligature. */
const BARE_LIGATURE = /^f(f|i|l|fi|fl)$/
// oxlint-disable-next-line no-control-regex -- NUL is one of them (`withoutPageMarks`)
const SPACE_OR_MARK = /[\s\0]/
/** Columns lie at least this far apart; gaps between words are narrower. */
const GUTTER_POINTS = 8
/** Fewer words on one side are a list mark or a number of a line, and no column. */
const LEAST_COLUMN_WORDS = 8

/** The words of items in the order in which they stand on the page; `asides` names those that are no body text. */
export function wordsOf(items: readonly TextItem[], asides: ReadonlyMap<TextItem, Aside>): readonly FoundWord[] {
  const all: FoundWord[] = []
  for (const item of items) {
    const aside = asides.get(item)
    const isTurned = !isUpright(item)
    const shown = BARE_LIGATURE.test(item.text.trim()) ? BULLET : undefined
    const turnedLine = isTurned ? Math.round(item.x) : undefined
    const found = isTurned ? turnedWords(item) : item.words?.length ? item.words : [item]
    for (const { text, x, y, width, height } of found)
      for (const part of partsOf(text)) all.push({ text: part, x, y, width, height, aside, shown, turnedLine })
  }
  return all
}

function partsOf(text: string): readonly string[] {
  if (!SPACE_OR_MARK.test(text)) return text === '' ? [] : [text]
  return withoutPageMarks(text)
    .split(/\s+/)
    .filter((part) => part !== '')
}

function isUpright({ rotation = 0 }: TextItem): boolean {
  return Math.round(rotation / 90) % 2 === 0
}

/** Of a line that runs up or down the parser makes a word of each letter. */
function turnedWords({ text, x, y, width, height, rotation = 0 }: TextItem): readonly WordBox[] {
  const runsUp = Math.round(rotation / 90) % 4 === 3
  return [...text.matchAll(/\S+/g)].map((match) => {
    const [from, to] = [match.index / text.length, (match.index + match[0].length) / text.length]
    return { text: match[0], x, y: y + (runsUp ? 1 - to : from) * height, width, height: (to - from) * height }
  })
}

/** Indices of the words whose middle lies in the box; all where there is no box. */
export function wordsIn(words: readonly FoundWord[], box: Rect | undefined): readonly number[] {
  if (!box) return [...words.keys()]
  const inside: number[] = []
  const [left, right] = [box.x - BOX_SLACK_POINTS, box.x + box.width + BOX_SLACK_POINTS]
  const [top, bottom] = [box.y - BOX_SLACK_POINTS, box.y + box.height + BOX_SLACK_POINTS]
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!
    const y = word.y + word.height / 2
    if (y < top || y > bottom) continue
    const x = word.x + word.width / 2
    if (x >= left && x <= right) inside.push(index)
  }
  return inside
}

/**
 * The words of a paragraph that runs over two columns, column by column: on the page their lines stand side by side,
 * and a word would be tied to its like in the wrong column.
 */
export function inColumns(words: readonly FoundWord[], indices: readonly number[]): readonly number[] {
  const gutter = gutterOf(words, indices)
  if (gutter === undefined) return indices
  const left = indices.filter((index) => words[index]!.x < gutter)
  const right = indices.filter((index) => words[index]!.x >= gutter)
  if (left.length < LEAST_COLUMN_WORDS || right.length < LEAST_COLUMN_WORDS) return indices
  return [...inColumns(words, left), ...inColumns(words, right)]
}

/** Where the first empty strip begins that no word crosses. */
function gutterOf(words: readonly FoundWord[], indices: readonly number[]): number | undefined {
  if (indices.length < LEAST_COLUMN_WORDS * 2) return undefined
  const [starts, ends] = [new Float64Array(indices.length), new Float64Array(indices.length)]
  for (let at = 0; at < indices.length; at += 1) {
    const { x, width } = words[indices[at]!]!
    starts[at] = x
    ends[at] = x + width
  }
  starts.sort()
  ends.sort()
  // As many words end before the strip as begin before it: none crosses.
  for (let at = 1; at < starts.length; at += 1) if (starts[at]! - ends[at - 1]! >= GUTTER_POINTS) return starts[at]
  return undefined
}
