import type { Rect, TextItem, WordBox } from '@llamaindex/liteparse'
import { withoutPageMarks } from '../read-page.ts'
import type { Aside, FoundWord } from './align-words.ts'

/** Boxes of blocks and of their words differ by rounding and by descenders. */
const BOX_SLACK_POINTS = 2
/** Of a font without a character table, the parser takes the sign of a list (code 30 or 31) for a ligature. */
const BARE_LIGATURE = /^f(f|i|l|fi|fl)$/
const BULLET = '\u2022'
/** Columns lie at least this far apart; gaps between words are narrower. */
const GUTTER_POINTS = 8
/** Fewer words on one side are a list mark or a number of a line, and no column. */
const LEAST_COLUMN_WORDS = 8

/** The words of items in the order in which they stand on the page; `asides` names those that are no body text. */
export function wordsOf(items: readonly TextItem[], asides: ReadonlyMap<TextItem, Aside>): readonly FoundWord[] {
  return items.flatMap((item) => {
    const aside = asides.get(item)
    const isTurned = !isUpright(item)
    const shown = BARE_LIGATURE.test(item.text.trim()) ? BULLET : undefined
    const found = isTurned ? turnedWords(item) : item.words?.length ? item.words : [item]
    return found.flatMap((word) =>
      withoutPageMarks(word.text)
        .split(/\s+/)
        .filter((text) => text !== '')
        .map((text) => {
          const { x, y, width, height } = word
          return {
            text,
            x,
            y,
            width,
            height,
            ...(aside && { aside }),
            ...(shown && { shown }),
            ...(isTurned && { turnedLine: Math.round(item.x) }),
          }
        }),
    )
  })
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
  for (const [index, word] of words.entries()) {
    const x = word.x + word.width / 2
    const y = word.y + word.height / 2
    const isInside =
      x >= box.x - BOX_SLACK_POINTS &&
      x <= box.x + box.width + BOX_SLACK_POINTS &&
      y >= box.y - BOX_SLACK_POINTS &&
      y <= box.y + box.height + BOX_SLACK_POINTS
    if (isInside) inside.push(index)
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
  let reached = Infinity
  for (const index of indices.toSorted((one, other) => words[one]!.x - words[other]!.x)) {
    const { x, width } = words[index]!
    if (x - reached >= GUTTER_POINTS) return x
    reached = Math.max(reached === Infinity ? x : reached, x + width)
  }
  return undefined
}
