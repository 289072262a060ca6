import { isDataCell } from '../../table-head.ts'
import { bothPhrases, type Phrase, phraseOf, type WordLine } from './word-lines.ts'

/** A table found by where its words stand; cells without text are null. */
export type FoundTable = {
  readonly rows: readonly (readonly (Phrase | null)[])[]
  /** Whether it would be a table without the layout's word for it. */
  readonly hasData: boolean
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
}

const LEAST_ROWS = 3
const MOST_SINGLE_LINES = 2

/** The next line of a table is at most so many heights below. */
const LINE_REACH = 2.6

/** A column of data, and how much of the table it must reach along. */
const DATA_SHARE = 0.6

/** Columns of prose beside each other, numbered lines of a pleading. */
const LONGEST_MEDIAN = 40

/** Numbers strewn over a drawing leave most places empty, or are few. */
const FILLED_SHARE = 0.45
const LEAST_NUMBER_ROWS = 5

/** Their words do not run from left to right. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF]/

/** A line that follows closer than this share of the usual distance belongs to the row above it. */
const CLOSE_SHARE = 0.9
const LEADERS = /\.\s?\.\s?\.\s?\./

/**
 * Tables without rules: lines whose parts keep to columns, one of them of numbers. Where a table `isKnown` to be, words alone
 * will do.
 */
export function findTables(
  lines: readonly WordLine[],
  isKnown: (box: FoundTable['box']) => boolean,
): readonly FoundTable[] {
  return runsOf(lines).flatMap((run) => {
    const gaps = columnGaps(run)
    if (gaps.length === 0 || run.some(({ phrases }) => phrases.some(({ text }) => RIGHT_TO_LEFT.test(text)))) return []
    const rows = withoutLoneCells(joinClose(run, gaps))
    const box = boxOf(run)
    const hasData = isTable(rows)
    return hasData || isKnown(box) ? [{ rows, box, hasData }] : []
  })
}

/** Lines of several parts that follow each other, with a line or two of a single part, such as the name of a group, between them. */
function runsOf(lines: readonly WordLine[]): readonly (readonly WordLine[])[] {
  const runs: WordLine[][] = []
  let run: WordLine[] = []
  const end = () => {
    while (run.length > 0 && run.at(-1)!.phrases.length < 2) run.pop()
    if (run.filter(({ phrases }) => phrases.length > 1).length >= LEAST_ROWS) runs.push(run)
    run = []
  }
  for (const line of lines) {
    const last = run.at(-1)
    const isFar = last !== undefined && line.top - last.bottom > (last.bottom - last.top) * (LINE_REACH - 1)
    if (isFar || line.phrases.some(({ text }) => LEADERS.test(text))) end()
    const isSingle = line.phrases.length < 2
    if (isSingle && run.slice(-MOST_SINGLE_LINES).every(({ phrases }) => phrases.length < 2)) end()
    if (!isSingle || run.length > 0) run.push(line)
  }
  end()
  return runs
}

/**
 * A cell of two lines is one cell: lines that stand closer than rows do belong together, unless a number would come to stand
 * under a number. A head may stand closer than what follows it.
 */
function joinClose(run: readonly WordLine[], gaps: readonly Gap[]): readonly CellRow[] {
  const rows = run.map((line) => cellsOf(line, gaps))
  const middles = run.map(({ top, bottom }) => (top + bottom) / 2)
  const steps = middles.map((middle, index) => middle - (middles[index - 1] ?? -Infinity))
  const isStacked = rows.map((row, index) =>
    row.some((cell, column) => isData(cell) && isData(rows[index - 1]?.[column] ?? null)),
  )
  const stacked = steps.filter((_, index) => isStacked[index])
  const usual = stacked.length > 0 ? quantile(stacked, 0.5) : quantile(steps.slice(1), 0.75)
  const firstData = Math.max(
    0,
    rows.findIndex((row) => row.some(isData)),
  )
  const headStep = Math.max(usual, steps[firstData]!)
  const joined: CellRow[] = []
  for (const [index, row] of rows.entries()) {
    const above = joined.at(-1)
    const isClose = steps[index]! < (index < firstData ? headStep : usual) * CLOSE_SHARE
    if (!above || !isClose || isStacked[index]) joined.push([...row])
    else
      for (const [column, cell] of row.entries())
        if (cell) above[column] = above[column] ? bothPhrases(above[column], cell) : cell
  }
  return joined
}

function isData(cell: Phrase | null): boolean {
  return cell !== null && isDataCell(cell.text)
}

/** A cell alone in its column, such as a head between those of its group, makes no column: it goes to the one before. */
function withoutLoneCells(rows: readonly CellRow[]): readonly CellRow[] {
  const lone = new Set(
    rows[0]!.keys().filter((column) => {
      const filled = rows.filter((row) => row[column])
      return filled.length === 0 || (column > 0 && filled.length === 1 && !filled[0]![column - 1])
    }),
  )
  return rows.map((row) =>
    row.flatMap((cell, column) =>
      lone.has(column) ? [] : [cell ?? (lone.has(column + 1) ? (row[column + 1] ?? null) : null)],
    ),
  )
}

function isTable(rows: readonly CellRow[]): boolean {
  const columns = rows[0]!.map((_, column) => rows.flatMap((row) => row[column] ?? []))
  const areData = columns.map((cells) => cells.filter(isData).length >= cells.length * DATA_SHARE)
  if (!columns.some((cells, column) => areData[column] && cells.length >= rows.length / 2)) return false
  const filled = columns.reduce((sum, cells) => sum + cells.length, 0)
  if (filled < rows.length * columns.length * FILLED_SHARE) return false
  if (rows.length < (areData.every(Boolean) ? LEAST_NUMBER_ROWS : LEAST_ROWS)) return false
  const lengths = columns.map((cells) => cells.map(({ text }) => text.length))
  const long = lengths.filter((column) => quantile(column, 0.5) > LONGEST_MEDIAN).length
  // Numbers before text are the marks of a list or of lines; two columns of long lines are prose.
  if (columns.length === 2) return long === 0 && (!areData[0] || areData[1]!)
  return long < 2
}

function boxOf(run: readonly WordLine[]): FoundTable['box'] {
  const phrases = run.flatMap((line) => line.phrases)
  return {
    left: Math.min(...phrases.map(({ left }) => left)),
    right: Math.max(...phrases.map(({ right }) => right)),
    top: run[0]!.top,
    bottom: Math.max(...run.map(({ bottom }) => bottom)),
  }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}

/** From the end of one column to the beginning of the next, in points. */
type Gap = { readonly from: number; readonly to: number }

/** The cells of a line, null where it has none. */
type CellRow = (Phrase | null)[]

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
function columnGaps(run: readonly WordLine[]): readonly Gap[] {
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
function cellsOf({ phrases }: WordLine, gaps: readonly Gap[]): CellRow {
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
