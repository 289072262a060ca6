import { type CellAddress, type CellRange, parseCell } from '../read/sheets/sheet-grid.ts'
import type { SplitBlock, SplitPage } from './passage.ts'
import { tableHead } from './repeated-head.ts'

/** A piece of a page that is kept whole where it fits: a heading, a paragraph, a list item, a row. Trimmed, never blank. */
export type TextUnit = {
  /** Offsets into the page's text. */
  readonly start: number
  readonly end: number
  /** Level of a heading, null for text. */
  readonly headingLevel: number | null
  /** Only of rows of a table. */
  readonly row: TableRow | null
}

type TableRow = {
  /** What the row needs to be understood (`tableHead`). */
  readonly head: { readonly start: number; readonly end: number } | null
  /** Its place in a spreadsheet, as wide as the table. */
  readonly cells: CellRange | null
}

/** A line this long was not wrapped by hand, so its end is the end of a paragraph. */
const WRAPPED_LINE_CHARACTERS = 120

/** Longer "headings" are text in a large font. */
const LONGEST_MARKED_HEADING = 300

/** The units of a page in order; together they hold every non-blank character once. */
export function textUnits({ text, blocks }: SplitPage): readonly TextUnit[] {
  const units: TextUnit[] = []
  let at = 0
  const sorted = blocks.toSorted((a, b) => a.start - b.start)
  for (const [index, found] of sorted.entries()) {
    const start = Math.max(at, wholeCharacter(text, found.start))
    const block = { ...found, start, end: Math.max(start, wholeCharacter(text, found.end)) }
    units.push(...plainUnits(text, at, start))
    if (block.kind === 'table') for (const row of rowUnits(text, block, sorted[index - 1])) units.push(row)
    else units.push(...blockUnits(text, block))
    at = block.end
  }
  units.push(...plainUnits(text, at, text.length))
  return units
}

/** The offset, moved back from the middle of a surrogate pair and from beyond the end. */
function wholeCharacter(text: string, offset: number): number {
  const isInside = /[\uDC00-\uDFFF]/.test(text[offset] ?? '') && /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '')
  return Math.min(isInside ? offset - 1 : offset, text.length)
}

function blockUnits(text: string, block: SplitBlock): readonly TextUnit[] {
  if (block.kind === 'heading' && block.end - block.start <= LONGEST_MARKED_HEADING)
    return unit(text, block.start, block.end, block.level || 1)
  // Layout finds headings by their size; clauses in the size of the text are found by their form.
  if (block.kind === 'paragraph' || block.kind === 'quoted') return plainUnits(text, block.start, block.end)
  return unit(text, block.start, block.end)
}

function rowUnits(text: string, block: SplitBlock, above: SplitBlock | undefined): readonly TextUnit[] {
  const head = tableHead(text, above, block)
  const first = block.firstCell === undefined ? null : parseCell(block.firstCell)
  const rows = lines(text, block.start, block.end)
  const width = first ? widthOf(rows.map(({ start, end }) => text.slice(start, end))) : 0
  return rows.flatMap(({ start, end }, index) => {
    const cells = first && rowOf(first, index, width)
    return unit(text, start, end, null, { head, cells })
  })
}

function rowOf({ row, column }: CellAddress, index: number, width: number): CellRange {
  return { first: { row: row + index, column }, last: { row: row + index, column: column + width - 1 } }
}

/** In cells. */
function widthOf(rows: readonly string[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.split('\t').length), 1)
}

/** Text without known structure: paragraphs at empty lines and after unwrapped lines, headings by their form. */
function plainUnits(text: string, from: number, to: number): readonly TextUnit[] {
  const units: TextUnit[] = []
  let start: number | null = null
  let end = from
  let mayStartHeading = true
  const close = () => {
    if (start !== null) units.push(...unit(text, start, end))
    start = null
  }
  for (const line of lines(text, from, to)) {
    const content = text.slice(line.start, line.end)
    const level = mayStartHeading ? clauseHeadingLevel(content) : null
    if (content.trim() === '') {
      close()
      mayStartHeading = true
    } else if (level !== null) {
      close()
      units.push(...unit(text, line.start, line.end, level))
      mayStartHeading = true
    } else {
      start ??= line.start
      end = line.end
      mayStartHeading = /[.;:!?]["')\u201d]?\s*$/.test(content)
      // Also where a sentence ends with the line: texts often put a sentence or an item on each, without empty lines.
      if (content.length > WRAPPED_LINE_CHARACTERS || mayStartHeading) {
        close()
        mayStartHeading = true
      }
    }
  }
  close()
  return units
}

function* linesIn(text: string, from: number, to: number): Generator<{ start: number; end: number }> {
  for (let start = from; start < to; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed >= to ? to : feed
    yield { start, end }
    start = end + 1
  }
}

function lines(text: string, from: number, to: number): readonly { readonly start: number; readonly end: number }[] {
  return [...linesIn(text, from, to)]
}

/** The trimmed unit, or none when there is nothing but white space. */
function unit(
  text: string,
  from: number,
  to: number,
  headingLevel: number | null = null,
  row: TableRow | null = null,
): readonly TextUnit[] {
  const content = text.slice(from, to)
  const trimmed = content.trim()
  if (trimmed === '') return []
  const start = from + content.indexOf(trimmed)
  return [{ start, end: start + trimmed.length, headingLevel, row }]
}

const LONGEST_CLAUSE_HEADING = 100
const LONGEST_CAPITALS = 80

/** Below the numbered ones: a line in bold is often the name of an item ("**2. March 2022: …**"). */
const BOLD_LEVEL = 4

/** "ARTICLE IV", "Schedule 2 - Fees", "PART A". */
const NAMED =
  /^(article|part|chapter|title|schedule|exhibit|annex|appendix|section|sec\.?)\s+([ivxlc]+|\d+(\.\d+)*|[a-z])\b\.?(?<title>.*)$/i

/** "7.2 Notices", "1. Definitions"; the title starts with a capital. */
const NUMBERED = /^(?<number>\d{1,3}(\.\d{1,3}){0,4})\.?\)?\s+(?<title>\p{Lu}.*)$/u

/**
 * Level of a line of plain text that is a heading of a contract, statute or reportby its form: 1 for an
 * article or a line in capitals, 2 for a section or "7.", 3 for "7.2"; null when it is none. Only the line itself is looked at: the caller says whether it stands where a heading may stand.
 */
export function clauseHeadingLevel(line: string): number | null {
  const bold = /^\*\*([^*]+)\*\*$/.exec(line.trim())?.[1]?.trim()
  const text = bold ?? line.trim()
  if (text.length < 3 || text.length > LONGEST_CLAUSE_HEADING || !/\p{L}/u.test(text)) return null
  if (isSentence(text)) return null
  return namedLevel(text) ?? numberedLevel(text) ?? capitalsLevel(text) ?? (bold === undefined ? null : BOLD_LEVEL)
}

/** A sentence or an item of a list, not a title. */
function isSentence(text: string): boolean {
  return /[.;:,]$/.test(text) && !isCapitals(text)
}

function namedLevel(text: string): number | null {
  const named = NAMED.exec(text)
  if (!named || !isTitle(named.groups?.title ?? '')) return null
  return /^sec/i.test(text) ? 2 : 1
}

function numberedLevel(text: string): number | null {
  const { number, title } = NUMBERED.exec(text)?.groups ?? {}
  return number !== undefined && title !== undefined && isTitle(title) ? 1 + number.split('.').length : null
}

function capitalsLevel(text: string): number | null {
  return text.length <= LONGEST_CAPITALS && isCapitals(text) && !/[;,]$/.test(text) ? 1 : null
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (
    letters >= 4 &&
    letters >= text.replace(/\s/g, '').length * 0.6 &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase()
  )
}

/** Titles are short and have no verb we could test for; a lower-case run of many words is a sentence. */
function isTitle(text: string): boolean {
  const words = text
    .replace(/^[\s.:\u2013\u2014-]+/, '')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
  const capitalised = words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length
  return words.length <= 4 || capitalised >= words.length / 2
}
