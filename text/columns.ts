/** Fewer rows are no table: two gaps may stand below each other by chance, two in three lines hardly. */
const ROWS_AT_LEAST = 2
/** Spaces that part columns; one stands between words. */
const GAP = 2
/** A gap between two cells; behind a full stop or the colon of a label begins a sentence or its value, behind a number an item. */
const PARTED = /(?<=[^\s.!?:;,])(?<!^\s*\(?[\p{L}\p{N}]{1,3}\)) {2,}(?=\S)/mu
const PARTED_ALL = new RegExp(PARTED, 'gmu')
const PIPES = /\S\s*\|\s*\S/u
const BORDERED = /^\s*\|.*\|\s*$/u
const RULE = /^[\s|+=_-]*$/u

/**
 * The text with a tab between the cells of each table that is made of spaces or of bars alone, as in e-mails and laboratory reports, of the
 * same length. The columns are where all rows are blank: a row whose middle cells are empty keeps its last one in the last column. What
 * goes on below a last cell is of its row, with a space for the line end.
 */
export function withTabs(text: string): string {
  if (!text.includes('  ') && !text.includes('|')) return text
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; ) {
    const isRow = [isBarred, isSpaced].find((is) => is(lines[at] ?? ''))
    const end = isRow ? endOfTable(lines, at, isRow) : at
    const rows = lines.slice(at, end)
    const isTable = isRow && rows.filter(isRow).length >= ROWS_AT_LEAST
    const tabbed = !isTable ? rows : isRow === isBarred ? rows.map(barsAsTabs) : joined(rows, spacesAsTabs(rows))
    lines.splice(at, rows.length, ...tabbed)
    at += Math.max(tabbed.length, 1)
  }
  return lines.join('\n')
}

function isBarred(line: string): boolean {
  return PIPES.test(line) && !BORDERED.test(line) && !line.includes('\t')
}

function isSpaced(line: string): boolean {
  return PARTED.test(line) && !line.includes('|') && !line.includes('\t')
}

function endOfTable(lines: readonly string[], from: number, isRow: (line: string) => boolean): number {
  let end = from
  const goesOn = () => isRow === isSpaced && end > from && isBelowLastCell(lines, end)
  while (end < lines.length && (isRow(lines[end] ?? '') || isRuleInside(lines, end) || goesOn())) end += 1
  return end
}

/** What goes on in the last cell of the row above: it begins where that cell does. */
function isBelowLastCell(lines: readonly string[], at: number): boolean {
  const starts = (lines[at] ?? '').search(/\S/u)
  const above = lines[at - 1] ?? ''
  if (starts < 0 || RULE.test(above)) return false
  return starts === (isSpaced(above) ? startOfLastCell(above) : above.search(/\S/u))
}

function startOfLastCell(row: string): number {
  const gap = [...row.trimEnd().matchAll(PARTED_ALL)].at(-1)
  return gap ? gap.index + gap[0].length : -1
}

/** The rows with what goes on below their last cells. */
function joined(rows: readonly string[], tabbed: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const [at, row] of rows.entries()) {
    const last = whole.at(-1)
    const line = tabbed[at] ?? row
    if (last === undefined || isSpaced(row) || RULE.test(row)) whole.push(line)
    else whole[whole.length - 1] = `${last} ${line.replaceAll('\t', ' ')}`
  }
  return whole
}

/** "-----  -----" between two rows. */
function isRuleInside(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  return line.trim() !== '' && RULE.test(line)
}

function barsAsTabs(line: string): string {
  return RULE.test(line) ? line : line.replaceAll('|', '\t')
}

/** One tab at the end of each stretch that is blank in all rows, for those that go on behind it. */
function spacesAsTabs(rows: readonly string[]): readonly string[] {
  const written = rows.filter((row) => !RULE.test(row))
  const width = Math.max(...written.map(({ length }) => length))
  const isBlank = Array.from({ length: width }, (_, at) => written.every((row) => (row[at] ?? ' ') === ' '))
  const first = isBlank.indexOf(false)
  const ends = isBlank.flatMap((blank, at) => {
    const isEnd = blank && at > first && isBlank[at + 1] === false
    return isEnd && isBlank.slice(at + 1 - GAP, at + 1).every(Boolean) ? [at] : []
  })
  return rows.map((row) => (RULE.test(row) ? row : tabbedAt(row, ends)))
}

function tabbedAt(row: string, ends: readonly number[]): string {
  const letters = row.split('')
  for (const at of ends) if (at < row.trimEnd().length) letters[at] = '\t'
  return letters.join('')
}
