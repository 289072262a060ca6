import type { Span } from '../text/spans.ts'
import type { PartPair } from './part-pair.ts'
import { type ReadText, textOfWords } from './read-text.ts'
import type { Run } from './word-runs.ts'

/** Words of a row that are the same and in another column; columns count from 1. */
export type MovedCells = {
  readonly before: readonly Span[]
  readonly after: readonly Span[]
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Null where all cells of the row are in their columns, or no further than the cells that came or went in front of them put them. */
export function movedCells(before: ReadText, after: ReadText, pair: PartPair, runs: readonly Run[]): MovedCells | null {
  if (!isRow(before, pair.before) || !isRow(after, pair.after)) return null
  const columns = { before: columnsOf(before, pair.before!.first), after: columnsOf(after, pair.after!.first) }
  const kept = runs.filter(({ isSame }) => isSame)
  const taken = {
    before: new Set(kept.flatMap((run) => wordsIn(run.before).map(columns.before))),
    after: new Set(kept.flatMap((run) => wordsIn(run.after).map(columns.after))),
  }
  let explained = 0
  const moved: { readonly one: number; readonly other: number }[] = []
  for (const run of runs) {
    if (!run.isSame) {
      explained += own(run.after, columns.after, taken.after) - own(run.before, columns.before, taken.before)
      continue
    }
    for (const [at, one] of wordsIn(run.before).entries()) {
      const other = run.after.from + at
      const shift = columns.after(other) - columns.before(one)
      if (shift !== 0 && shift !== explained) moved.push({ one, other })
    }
  }
  const [first, last] = [moved[0], moved.at(-1)]
  if (!first || !last) return null
  return {
    before: moved.map(({ one }) => before.words[one]!),
    after: moved.map(({ other }) => after.words[other]!),
    text: textOfWords(after, { from: first.other, to: last.other + 1 }),
    from: columns.before(first.one) + 1,
    to: columns.after(first.other) + 1,
  }
}

function isRow({ parts }: ReadText, range: PartPair['before']): boolean {
  return range !== null && range.first === range.last && parts[range.first]!.kind === 'row'
}

const CELL_END = /[\t|]/g

/** The column of a word of a row; a row of Markdown begins with a line in front of its first cell. */
function columnsOf({ text, parts, words }: ReadText, row: number): (word: number) => number {
  const { start } = parts[row]!
  const first = text[start] === '|' ? start + 1 : start
  return (word) => text.slice(first, words[word]!.start).match(CELL_END)?.length ?? 0
}

/** How many cells have none but these words. */
function own(range: Run['before'], columnOf: (word: number) => number, taken: ReadonlySet<number>): number {
  return new Set(
    wordsIn(range)
      .map(columnOf)
      .filter((column) => !taken.has(column)),
  ).size
}

function wordsIn({ from, to }: Run['before']): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}
