import { withTabs } from '../text/columns.ts'
import { isFunctionWord } from '../text/function-words.ts'
import { splitSentences, unwrapped } from '../text/sentences.ts'
import type { Span } from '../text/spans.ts'
import type { CheckedSource } from './find-support.ts'

/**
 * One place of a source, in UTF-16 offsets: the most that may support one sentence. `sentence`, or two that follow each other;
 * `row` of a table, with the heads of its columns; `item` of a list, or a label with its value, with the line that introduces it.
 */
export type Place = Span & {
  readonly kind: 'sentence' | 'two-sentences' | 'row' | 'item'
  readonly text: string
  /** The heading, the line above a list, the head of the table: they may give names and words, never values. */
  readonly head: string
  /** Of these the line that is nearest to it; the head of a table for its rows. */
  readonly label: string
}

type Line = Span & { readonly text: string }
/** Lines that belong together: a paragraph, the rows of a table, one item. */
type Block = Span & { readonly kind: 'prose' | 'row' | 'item'; readonly head: string; readonly label: string }

const CELLS = /\t|^\s*\|.*\|\s*$/
const RULE_OF_TABLE = /^[\s:|-]+$/
const BULLET = /^\s*(?:[-*•–▪◦]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)/iu
/** "12.3.1 The Tenant shall": a clause. Behind a line that goes on it is an amount. */
const CLAUSE = /^\s*(?:§+\s*)?\d{1,2}(?:\.\d{1,3}){1,4}\.?\s+["“'‘(]?\p{Lu}/u
const HEADING = /^\s*(?:#{1,6}\s+\S|\*\*[^*]+\*\*\s*$|__[^_]+__\s*$)/
const SENTENCE_END = /[.!?…]['"”’)\]*_]*\s*$/
/** What stands at the end of a line that nothing goes on from. */
const LINE_END = /(?:[.!?…;:]|[;,]\s+(?:and|or))['"”’)\]*_]*\s*$/u
const LABEL_ALONE = /:[*_\s]*$/
/** "Age: 73", "**Gender:** female": a form is read row by row. */
const LABELLED =
  /^\s*(?:[-*•–]\s+)?[*_]{0,2}[\p{L}\p{N}()/'’-]+(?: [\p{L}\p{N}()/'’-]+){0,5} ?[*_]{0,2}:[*_]{0,2}\s+\S/u
const LABEL_CHARACTERS = 80
const LABEL_BEFORE = /^[^:.\n]{2,60}:/u
/** "Present Illness", "Interest, costs and time": a short line without a stop, a figure or a lower-case beginning. */
const TITLE = /^[\s*_#]*\p{Lu}(?:[\p{L}\s’'&/()*_-]|,(?= \p{Ll}))*$/u
const TITLE_WORDS_AT_MOST = 8
const LETTER = /[\p{L}\p{N}]/u

/**
 * All places of a text, in order; those of a table in plain text with a tab between the cells. `above`: the head of a table which the text continues; `before`: what stands before it, whose last
 * heading and label it may stand under.
 */
export function placesIn(
  text: string,
  { above: tableHead = '', before = '' }: Pick<CheckedSource, 'above' | 'before'> = {},
): readonly Place[] {
  const reading: Reading = { heading: '', above: null, label: '', table: null, blocks: [] }
  readLines(linesOf(withTabs(before)), reading)
  const continued = { ...reading, table: tableHead === '' ? null : tableHead, blocks: [] }
  const flow = unwrapped(text)
  const tabbed = withTabs(text)
  return readLines(linesOf(tabbed), continued).flatMap((block) => {
    const { start, end, head, label: above } = block
    const whole = (block.kind === 'row' ? tabbed : text).slice(start, end)
    if (block.kind === 'prose') return sentencesOf({ text, flow }, block)
    const place: Place = { kind: block.kind, start, end, text: whole, head, label: above }
    if (block.kind === 'row' || splitSentences(whole).length < 2) return [place]
    // An item of several sentences is read sentence by sentence, below its label.
    const label = LABEL_BEFORE.exec(whole)?.[0].trim() ?? ''
    return sentencesOf(
      { text, flow },
      { ...block, head: [head, label].filter(Boolean).join('\n'), label: label || above },
    )
  })
}

type Flowing = { readonly text: string; readonly flow: string }

function sentencesOf({ text, flow }: Flowing, { start, end, head, label }: Block): readonly Place[] {
  const sentences = splitSentences(flow.slice(start, end))
  const at = (from: number, to: number) => ({
    start: start + from,
    end: start + to,
    text: text.slice(start + from, start + to),
    head,
  })
  const single = sentences.map((one): Place => ({ kind: 'sentence', label, ...at(one.start, one.end) }))
  const pairs = sentences.slice(1).map((next, before): Place => {
    const first = sentences[before] ?? next
    return { kind: 'two-sentences', label, ...at(first.start, next.end) }
  })
  return [...single, ...pairs]
}

function linesOf(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const from = start
    start += line.length + 1
    return { start: from, end: from + line.length, text: line }
  })
}

type Reading = {
  /** The heading that the line stands under. */
  heading: string
  /** The heading above, while a label serves as one; else null. */
  above: string | null
  /** A label or the line above a list, until a blank line that follows what it introduces. */
  label: string
  /** The head of the table being read; null outside of one. */
  table: string | null
  readonly blocks: Block[]
}

function readLines(lines: readonly Line[], reading: Reading): readonly Block[] {
  const said = lines.filter(({ text }) => LETTER.test(text))
  const ofForm = new Set(said.filter((line, at) => isRowOfForm(line, said[at - 1], said[at + 1])))
  let previous: Line | null = null
  for (const line of lines) {
    readLine(line, { previous, isOfForm: ofForm.has(line) }, reading)
    previous = line
  }
  return reading.blocks
}

/** A label with its value in bold beside others: "**Chief Judge: C. Ward**" is no heading; alone or of a time it is: "**March 2022: The audit**". */
function isRowOfForm({ text }: Line, before: Line | undefined, after: Line | undefined): boolean {
  const isLabelled = (line: Line | undefined) => line !== undefined && LABELLED.test(withoutMarks(line.text))
  const isRow = LABELLED.test(withoutMarks(text)) && !/^[^:]*\p{N}/u.test(text)
  return HEADING.test(text) && isRow && (isLabelled(before) || isLabelled(after))
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s#*_]+/, '')
}

type Around = { readonly previous: Line | null; readonly isOfForm: boolean }

function readLine(line: Line, around: Around, reading: Reading): void {
  const { text } = line
  const { previous, isOfForm } = around
  if (!LETTER.test(text)) return readGap(text, previous, reading)
  const isItem = beginsItem(text, around)
  if (!isItem && goesOnWithItem(line, previous, reading)) return readRest(line, reading)
  if (!isItem && isBehindList(line, reading)) reading.label = ''
  const head = [reading.heading, reading.label].filter(Boolean).join('\n')
  const label = reading.label || reading.heading
  if (CELLS.test(text)) return readRow(line, head, reading)
  reading.table = null
  if (!isOfForm && readHead(text, previous, reading)) return
  readText({ start: line.start, end: line.end, kind: isItem ? 'item' : 'prose', head, label }, previous, reading)
  if (LABEL_ALONE.test(text)) reading.label = text.trim()
}

function beginsItem(text: string, { previous, isOfForm }: Around): boolean {
  return isOfForm || BULLET.test(text) || LABELLED.test(text) || isClause(text, previous)
}

/** Whether a paragraph begins where the list below a label has ended with a blank line. */
function isBehindList({ start }: Line, { blocks, label }: Reading): boolean {
  const last = blocks.at(-1)
  return last?.kind === 'item' && label !== '' && last.label === label && start > last.end + 1
}

/** A blank line or a rule ends what stands below a label where it is a value, such as a date, and no sentence or list. */
function readGap(text: string, previous: Line | null, reading: Reading): void {
  if (text.trim() === '') reading.table = null
  const last = reading.blocks.at(-1)
  const isBelow = last?.kind === 'prose' && last.label === reading.label && last.end === previous?.end
  if (isBelow && !SENTENCE_END.test(previous?.text ?? '')) reading.label = ''
}

function isClause(text: string, previous: Line | null): boolean {
  const isBehindEnd = previous === null || !LETTER.test(previous.text) || LINE_END.test(previous.text)
  return CLAUSE.test(text) && (isBehindEnd || HEADING.test(previous.text) || CLAUSE.test(previous.text))
}

/** A line in small letters, or behind a word that only joins, directly below an item whose words have not ended. */
function goesOnWithItem({ text }: Line, previous: Line | null, { blocks }: Reading): boolean {
  const last = blocks.at(-1)
  if (last?.kind !== 'item' || previous === null || last.end !== previous.end) return false
  const lastWord = /([\p{L}’']+),?\s*$/u.exec(previous.text)?.[1] ?? ''
  return !LINE_END.test(previous.text) && (/^\s*\p{Ll}/u.test(text) || isFunctionWord(lastWord))
}

function readRest({ end }: Line, { blocks }: Reading): void {
  const last = blocks.at(-1)
  if (last) blocks[blocks.length - 1] = { ...last, end }
}

/** Prose goes on over the ends of lines; an item is a block of its own, unless its words have not ended. */
function readText(block: Block, previous: Line | null, { blocks }: Reading): void {
  const last = blocks.at(-1)
  const goesOn = block.kind === 'prose' && last?.kind === 'prose' && last.end === previous?.end
  if (goesOn) blocks[blocks.length - 1] = { ...last, end: block.end }
  else blocks.push(block)
}

function isLabelAlone(text: string): boolean {
  return LABEL_ALONE.test(text) && text.trim().length <= LABEL_CHARACTERS
}

/** Whether a line names what follows it, and says nothing itself. */
function readHead(text: string, previous: Line | null, reading: Reading): boolean {
  if (isLabelAlone(text)) {
    const isNested = previous !== null && isLabelAlone(previous.text)
    // "Physical Examination:" directly above "Skin:" is the heading of it and of the labels that follow, until a blank line.
    if (isNested) [reading.above, reading.heading] = [reading.above ?? reading.heading, previous.text.trim()]
    else if (reading.above !== null && !previous?.text.trim()) [reading.above, reading.heading] = [null, reading.above]
    reading.label = text.trim()
  } else if (HEADING.test(text) || isTitle(text, previous))
    [reading.heading, reading.above, reading.label] = [text.trim(), null, '']
  else return false
  return true
}

/** Only behind a blank line, an item or the end of a sentence; below a label stands its value. */
function isTitle(text: string, previous: Line | null): boolean {
  const words = text.trim().split(/\s+/)
  // "Landlord and" goes on.
  const goesOn = isFunctionWord(words.at(-1)?.toLowerCase() ?? '')
  if (!TITLE.test(text) || words.length > TITLE_WORDS_AT_MOST || goesOn) return false
  if (previous === null || previous.text.trim() === '') return true
  return BULLET.test(previous.text) || LABELLED.test(previous.text) || SENTENCE_END.test(previous.text)
}

/** The first row of a table is its head, unless the head was given. */
function readRow(line: Line, head: string, reading: Reading): void {
  if (RULE_OF_TABLE.test(line.text)) return
  // The first cell of a head may be empty.
  if (reading.table === null) reading.table = line.text.replace(/^ +| +$/g, '')
  const { start, end } = line
  const label = reading.table
  reading.blocks.push({ start, end, kind: 'row', head: [head, label].filter(Boolean).join('\n'), label })
}
