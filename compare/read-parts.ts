import type { Span } from '../text/spans.ts'
import { type ComparedBlock, type ComparedPage, PAGE_BREAK, type Part, type PartKind } from './compared-text.ts'
import { createCitedNumbers, labelOf } from './part-number.ts'

/** A line this long was not wrapped by hand, so its end is the end of a paragraph. */
const WRAPPED_LINE_CHARACTERS = 120
const LONGEST_HEADING = 200
const LONGEST_PLAIN_HEADING = 90
const MARKDOWN_RULE = /^[\s|:-]+$/

/** Edges of pages come again on each, and in other places once a page breaks elsewhere. */
export function isMargin({ kind }: ComparedBlock): boolean {
  return kind === 'header' || kind === 'footer'
}

/** A note that is no footnote, such as a comment, laid over the text of its page. */
export function isLaidOver({ kind, level, start, end }: ComparedBlock, text: string): boolean {
  return kind === 'note' && level === 0 && !FOOTNOTE_MARK.test(text.slice(start, end))
}

/** "[3] …" and "3 …": by its mark a footnote is known in readings that do not say yet which notes are some. */
const FOOTNOTE_MARK = /^(?:\[[\p{L}\p{N}*†‡]{1,5}\]|\d{1,3})\s/u

type Found = Span & { readonly kind: PartKind }
type Place = { readonly page: number | null; readonly text: string; readonly start: number }

/**
 * The parts of a document: its clauses, headings, items and rows in order, and behind them its footnotes, since these are where the page
 * ends. Headers, footers and what is laid over the pages are left aside. Offsets are those of the whole text.
 */
export function readParts(pages: readonly ComparedPage[]): readonly Part[] {
  const [body, notes]: [Part[], Part[]] = [[], []]
  const numbers = createCitedNumbers()
  let section = ''
  let start = 0
  for (const { page, text, blocks } of pages) {
    const place = { page, text, start }
    for (const found of partsOf(text, blocks)) {
      const label = found.kind === 'row' ? null : labelOf(text.slice(found.start, found.end))
      if (found.kind === 'heading' && label === null) numbers.leave()
      const part = placed(found, place, { label: label?.length ?? 0, number: numbers.take(label), section })
      if (found.kind === 'heading') section = headingOf(text, found, label?.length ?? 0)
      body.push(part)
    }
    for (const found of footnotesOf(text, blocks)) notes.push(placed(found, place, { label: 0, number: '', section }))
    start += text.length + PAGE_BREAK.length
  }
  return [...body, ...notes]
}

type Numbered = { readonly label: number; readonly number: string; readonly section: string }

function placed(found: Found, { page, start }: Place, { label, number, section }: Numbered): Part {
  const from = start + found.start
  return {
    kind: found.kind,
    start: from,
    end: start + found.end,
    label: label === 0 ? null : { start: from, end: from + label },
    number,
    page,
    section,
  }
}

function headingOf(text: string, { start, end }: Found, label: number): string {
  const words = text.slice(start + label, end).replace(/[*_`]+/g, '')
  return (words === '' ? text.slice(start, end) : words).replace(/\s+/g, ' ').trim()
}

function* partsOf(text: string, blocks: readonly ComparedBlock[]): Generator<Found> {
  let at = 0
  for (const block of blocks.toSorted((one, other) => one.start - other.start)) {
    yield* plainParts(text, at, block.start)
    at = Math.max(at, block.end)
    if (isMargin(block) || block.kind === 'note') continue
    if (block.kind === 'table') yield* rowsOf(text, block)
    else if (block.kind === 'heading' || block.kind === 'list-item') yield* wholeBlock(text, block)
    else yield* plainParts(text, block.start, block.end, asWritten)
  }
  yield* plainParts(text, at, text.length)
}

function footnotesOf(text: string, blocks: readonly ComparedBlock[]): readonly Found[] {
  return blocks
    .filter((block) => block.kind === 'note' && !isLaidOver(block, text))
    .flatMap(({ start, end }) => trimmed(text, { start, end, kind: 'paragraph' }, asWritten))
}

/** Up to a line that begins with the number of a clause. */
function* wholeBlock(text: string, { kind, start, end }: ComparedBlock): Generator<Found> {
  const [, ...others] = linesOf(text, start, end)
  const next = others.find((line) => (labelOf(text.slice(line.start, line.end).trim())?.style ?? null) !== null)
  const until = next?.start ?? end
  const isHeading = kind === 'heading' && until - start <= LONGEST_HEADING
  const found = isHeading ? 'heading' : kind === 'list-item' ? 'list-item' : 'paragraph'
  const wordsOf = kind === 'heading' ? withoutHashes : asWritten
  yield* trimmed(text, { start, end: until, kind: found }, wordsOf)
  yield* plainParts(text, until, end, wordsOf)
}

function* rowsOf(text: string, { start, end }: ComparedBlock): Generator<Found> {
  for (const line of linesOf(text, start, end))
    if (!MARKDOWN_RULE.test(text.slice(line.start, line.end)))
      yield* trimmed(text, { ...line, kind: 'row' }, withoutSpaces)
}

/** What of a line is said; a hash sets a heading only where the reading does not say itself which lines are some. */
type WordsOf = (line: string) => string

/** Paragraphs at empty lines, behind lines that were not wrapped, and before what begins with a number of its own. */
function* plainParts(text: string, from: number, to: number, wordsOf: WordsOf = withoutHashes): Generator<Found> {
  let open = null as Span | null
  for (const line of linesOf(text, from, to)) {
    const content = text.slice(line.start, line.end)
    const words = wordsOf(content)
    if (open && (words === '' || labelOf(words) !== null)) {
      yield* plainPart(text, open, wordsOf)
      open = null
    }
    if (words === '') continue
    const isFirst: boolean = open === null || isLabelAlone(text.slice(open.start, open.end).trim())
    open = { start: open?.start ?? line.start, end: line.end }
    if (endsPart(content, words, isFirst)) {
      yield* plainPart(text, open, wordsOf)
      open = null
    }
  }
  if (open) yield* plainPart(text, open, wordsOf)
}

const STOP_AT_END = /[.;:!?]["')\u201d]?$/

function endsPart(content: string, words: string, isFirst: boolean): boolean {
  if (isLabelAlone(words)) return false
  return content.length > WRAPPED_LINE_CHARACTERS || STOP_AT_END.test(words) || (isFirst && isPlainHeading(words))
}

/** "7." on a line of its own is the number of what follows; "Article 7" is a heading. */
function isLabelAlone(words: string): boolean {
  const label = labelOf(words)
  return label?.length === words.length && label.style !== 'named'
}

function plainPart(text: string, { start, end }: Span, wordsOf: WordsOf): readonly Found[] {
  const words = wordsOf(text.slice(start, end))
  const kind = isPlainHeading(words) ? 'heading' : labelOf(words)?.style === null ? 'list-item' : 'paragraph'
  return trimmed(text, { start, end, kind }, wordsOf)
}

const MARKS = /^(?:\*\*|__)[^*_].*(?:\*\*|__)$/

/** A short line in capitals or in bold marks, or a title, with a number or without. */
function isPlainHeading(line: string): boolean {
  if (line.length > LONGEST_PLAIN_HEADING || /[;,]$/.test(line)) return false
  const label = labelOf(line)
  const title = line.slice(label?.length ?? 0)
  if (isInCapitals(title) || MARKS.test(line)) return true
  if (title === '') return label?.style === 'named'
  return label?.style !== null && !/[.:]$/.test(title) && isTitle(title, label === null)
}

function isInCapitals(title: string): boolean {
  const letters = title.match(/\p{L}/gu)?.length ?? 0
  return letters >= 4 && title === title.toUpperCase() && title !== title.toLowerCase()
}

const MOST_TITLE_WORDS = 8
/** Joined in titles without a capital. */
const SMALL = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|und|der|die|das|des|von|zu)$/

/** Without a number in front of it every word but the small ones must have its capital. */
function isTitle(title: string, isBare: boolean): boolean {
  const words = title.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const capitalised = words.filter((word) => /^\P{L}*\p{Lu}/u.test(word) || (isBare && SMALL.test(word))).length
  const wanted = isBare ? words.length : words.length / 2
  return /^\P{L}*\p{Lu}/u.test(title) && words.length <= MOST_TITLE_WORDS && capitalised >= wanted
}

function* linesOf(text: string, from: number, to: number): Generator<Span> {
  for (let start = from; start < to; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed >= to ? to : feed
    yield { start, end }
    start = end + 1
  }
}

/** Of Markdown: nobody says them. */
const HASHES = /^#{1,6}(?=\s)/

/** The words of a line of text without what sets it as a heading. */
function withoutHashes(line: string): string {
  const words = line.trim()
  return HASHES.test(words) ? words.replace(HASHES, '').trimStart().replace(/#+$/, '').trimEnd() : words
}

/** Without white space, but for the tabs of a row: they part its cells, of which the first and the last may be empty. */
function withoutSpaces(content: string): string {
  const cells = content.split('\t')
  const [first = '', last = ''] = [cells[0], cells.at(-1)]
  if (cells.length === 1) return content.trim()
  return [first.trimStart(), ...cells.slice(1, -1), last.trimEnd()].join('\t')
}

function asWritten(line: string): string {
  return line.trim()
}

/** None where there is nothing but white space. */
function trimmed(text: string, { start: from, end, kind }: Found, wordsOf: WordsOf): readonly Found[] {
  const content = text.slice(from, end)
  const words = wordsOf(content)
  if (words.trim() === '') return []
  const start = from + content.indexOf(words)
  return [{ kind, start, end: start + words.length }]
}
