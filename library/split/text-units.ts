import { clauseHeadingLevel } from './clause-heading.ts'
import type { SplitBlock, SplitPage } from './passage.ts'

/** A piece of a page that is kept whole where it fits: a heading, a paragraph, a list item, a row. Trimmed, never blank. */
export type TextUnit = {
  /** Offsets into the page's text. */
  readonly start: number
  readonly end: number
  /** Level of a heading, null for text. */
  readonly headingLevel: number | null
  /** For rows after the head of a table: where its head stands. */
  readonly tableHead: { readonly start: number; readonly end: number } | null
}

/** A line this long was not wrapped by hand, so its end is the end of a paragraph. */
const WRAPPED_LINE_CHARACTERS = 120
/** Longer "headings" are text in a large font. */
const LONGEST_HEADING = 300

/** The units of a page in order; together they hold every non-blank character once. */
export function textUnits({ text, blocks }: SplitPage): readonly TextUnit[] {
  const units: TextUnit[] = []
  let at = 0
  for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, wholeCharacter(text, block.start))
    const end = Math.max(start, wholeCharacter(text, block.end))
    units.push(...plainUnits(text, at, start), ...blockUnits(text, { ...block, start, end }))
    at = end
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
  if (block.kind === 'table') return rowUnits(text, block)
  if (block.kind === 'heading' && block.end - block.start <= LONGEST_HEADING)
    return unit(text, block.start, block.end, block.level || 1)
  // Layout finds headings by their size; clauses in the size of the text are found by their form.
  if (block.kind === 'paragraph' || block.kind === 'quoted') return plainUnits(text, block.start, block.end)
  return unit(text, block.start, block.end)
}

function rowUnits(text: string, block: SplitBlock): readonly TextUnit[] {
  const rows = lines(text, block.start, block.end).filter((line) => text.slice(line.start, line.end).trim() !== '')
  const head = rows.slice(0, block.level)
  const tableHead = head.length > 0 ? { start: head[0]!.start, end: head.at(-1)!.end } : null
  return rows.flatMap((row, index) => unit(text, row.start, row.end, null, index < block.level ? null : tableHead))
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
  tableHead: TextUnit['tableHead'] = null,
): readonly TextUnit[] {
  const content = text.slice(from, to)
  const trimmed = content.trim()
  if (trimmed === '') return []
  const start = from + content.indexOf(trimmed)
  return [{ start, end: start + trimmed.length, headingLevel, tableHead }]
}
