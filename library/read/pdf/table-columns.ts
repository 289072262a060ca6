import { bothPhrases, type Phrase, phraseOf, type WordLine } from './word-lines.ts'

/** From the end of one column to the beginning of the next, in points. */
export type Gap = { readonly from: number; readonly to: number }
/** The cells of a line, null where it has none. */
export type CellRow = (Phrase | null)[]

/** So many of the lines may reach over the white space between two columns: heads over several of them. */
const CROSSING_SHARE = 0.2
const LEAST_GAP_POINTS = 3
/** Fewer in a space are heads that stand between the columns of their group. */
const LEAST_ENTRIES = 2
/** The least space between two cells, in heights. */
const CELL_SPACE = 0.4

/**
 * The white spaces that run down between the parts of the lines; a few may reach over one, such as heads. Entries that stand
 * within a space are a column of their own.
 */
export function columnGaps(run: readonly WordLine[]): readonly Gap[] {
  const several = run.filter(({ phrases }) => phrases.length > 1)
  const phrases = several.flatMap((line) => line.phrases)
  return gapsBetween(phrases, Math.floor(several.length * CROSSING_SHARE)).flatMap((gap) => {
    const within = phrases.filter(({ left, right }) => left > gap.from && right < gap.to)
    if (within.length < LEAST_ENTRIES) return [gap]
    const first = Math.min(...within.map(({ left }) => left))
    const last = Math.max(...within.map(({ right }) => right))
    return [{ from: gap.from, to: first }, ...gapsBetween(within, 0), { from: last, to: gap.to }]
  })
}

/** Where at most `allowed` phrases stand. */
function gapsBetween(phrases: readonly Phrase[], allowed: number): readonly Gap[] {
  const changes = phrases
    .flatMap(({ left, right }) => [[left, 1] as const, [right, -1] as const])
    .toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
  const gaps: Gap[] = []
  let covering = 0
  let gapStart: number | null = null
  for (const [x, change] of changes) {
    const before = covering
    covering += change
    if (before > allowed && covering <= allowed) gapStart = x
    if (before <= allowed && covering > allowed && gapStart !== null && x - gapStart >= LEAST_GAP_POINTS)
      gaps.push({ from: gapStart, to: x })
  }
  return gaps
}

/** The parts of a line in their columns. */
export function cellsOf({ phrases }: WordLine, gaps: readonly Gap[]): CellRow {
  const row: CellRow = Array.from({ length: gaps.length + 1 }, () => null)
  for (const phrase of phrases.flatMap((one) => cutAtGaps(one, gaps))) {
    const column = columnOf(phrase, gaps)
    row[column] = row[column] ? bothPhrases(row[column], phrase) : phrase
  }
  return row
}

/** The column that it lies in, or reaches into most; a head over several whole columns stands in the first of them. */
function columnOf({ left, right }: Phrase, gaps: readonly Gap[]): number {
  const columns = [...gaps.keys(), gaps.length].map((index) => {
    const [from, to] = [gaps[index - 1]?.to ?? -Infinity, gaps[index]?.from ?? Infinity]
    return { index, inside: Math.min(right, to) - Math.max(left, from), isWhole: left <= from && right >= to }
  })
  const whole = columns.find(({ isWhole }) => isWhole)
  if (whole && columns[whole.index + 1]?.isWhole) return whole.index
  return columns.reduce((most, next) => (next.inside > most.inside ? next : most)).index
}

/** Narrow columns: a space that is wider than others, where the other lines have a gap, parts two cells. */
function cutAtGaps(phrase: Phrase, gaps: readonly Gap[]): readonly Phrase[] {
  const height = phrase.bottom - phrase.top
  const places = phrase.words.flatMap((word, index) => {
    const before = phrase.words[index - 1]
    const end = before ? before.x + before.width : word.x
    if (word.x - end < height * CELL_SPACE) return []
    return gaps.some(({ from, to }) => end < to + 1 && word.x > from - 1) ? [index] : []
  })
  return [0, ...places].map((from, index) => phraseOf(phrase.words.slice(from, places[index])))
}
