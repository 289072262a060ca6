import { message } from '../../../../wording/message.ts'
import { romanNumber } from '../../list-numerals.ts'
import { damagedFailure } from '../../read-failure.ts'
import { characterCount, raisedText, symbolCharacter } from '../../text-signs.ts'
import type { DocFile } from './doc-file.ts'
import {
  createRunFinder,
  type DocParagraphFormat,
  type DocRun,
  type DocRunFormat,
  paragraphFormat,
  runFormat,
} from './doc-properties.ts'
import type { DocReferences, DocSpan } from './doc-references.ts'
import type { DocStyle } from './doc-styles.ts'
import type { NumberList } from '../docx/docx-numbering.ts'
import { type FlowBlock, type FlowParagraph, flowParagraph, type FlowRow, flowText, LONGEST_HEADING } from '../flow.ts'
import type { ListCounters } from '../list-counters.ts'
import { changeNote, commentNote, footnote, type TrackedChange } from '../note-words.ts'

/** What was met on the way, for the warnings. Characters are non-space ones. */
export type DocCounts = {
  hiddenCharacters: number
  struckCharacters: number
  insertions: number
  deletions: number
  pictures: number
}

export type DocContext = {
  readonly file: DocFile
  readonly characterRuns: readonly DocRun[]
  readonly paragraphRuns: readonly DocRun[]
  readonly references: DocReferences
  readonly style: (index: number) => DocStyle
  readonly lists: ReadonlyMap<number, NumberList>
  readonly counters: ListCounters
  readonly counts: DocCounts
  /** Characters that may still be read: notes of hostile files refer to the whole text, or to themselves. */
  readonly budget: { characters: number }
  /** Text boxes by the place of their anchor. */
  readonly boxes: ReadonlyMap<number, readonly DocSpan[]>
}

type Change = { kind: TrackedChange['kind']; who: TrackedChange['who']; text: string; at: number }
type Paragraph = {
  readonly pieces: string[]
  readonly changes: Change[]
  readonly after: FlowBlock[]
  hasHidden: boolean
}

/** `hasResult` tells whether what the field shows has begun; before it stands its code. */
type Field = { hasResult: boolean; code: string }
type Pass = {
  readonly context: DocContext
  paragraph: Paragraph
  /** Open fields, the outermost first. */
  readonly fields: Field[]
  readonly endnotes: FlowBlock[]
  readonly footnoteCount: { footnote: number; endnote: number }
}

const DEEPEST_HEADING = 6
const TEXT_LEVEL = 9
const PARAGRAPH_ENDS = new Set(['\r', '\u0007', '\f'])

/** Reads a stretch of the text, with the notes it refers to behind its paragraphs. */
export function readDocSpan(context: DocContext, { from, to }: DocSpan): readonly FlowBlock[] {
  context.budget.characters -= Math.max(0, to - from)
  if (context.budget.characters < 0) throw damagedFailure(message('unread.damage.notes'))
  const pass: Pass = {
    context,
    paragraph: newParagraph(),
    fields: [],
    endnotes: [],
    footnoteCount: { footnote: 0, endnote: 0 },
  }
  const tables = createDocTables()
  const { text } = context.file
  const formatAt = createRunFinder(context.characterRuns)
  const paragraphAt = createRunFinder(context.paragraphRuns)
  let lastRun: DocRun | undefined
  let format: DocRunFormat | undefined
  for (let cp = from; cp < Math.min(to, text.length); cp += 1) {
    const run = formatAt(cp)
    if (run !== lastRun || !format) format = runFormat(run ?? NO_RUN, context.references.revisers)
    lastRun = run
    const character = text[cp]!
    if (!PARAGRAPH_ENDS.has(character)) {
      takeCharacter(pass, cp, character, format)
      continue
    }
    // A deleted end joins two paragraphs.
    if (character === '\r' && format.deleted) continue
    const place = paragraphFormat(paragraphAt(cp))
    tables.add(endParagraph(pass, place), place, character === '\u0007' || place.isInnerCellEnd)
  }
  tables.add(endParagraph(pass, paragraphFormat(undefined)), paragraphFormat(undefined), false)
  return [...tables.finish(), ...pass.endnotes]
}

const NO_RUN: DocRun = { from: 0, to: 0, style: 0, properties: [] }

function newParagraph(): Paragraph {
  return { pieces: [], changes: [], after: [], hasHidden: false }
}

function takeCharacter(pass: Pass, cp: number, character: string, format: DocRunFormat): void {
  const field = pass.fields.at(-1)
  if (character === '\u0013') pass.fields.push({ hasResult: false, code: '' })
  else if (character === '\u0014' && field) field.hasResult = true
  else if (character === '\u0015') endField(pass, format)
  else if (field && !field.hasResult) field.code += character
  else if (pass.fields.some(({ hasResult }) => !hasResult)) return
  else if (character === '\u0001') pass.context.counts.pictures += 1
  else {
    const reference = pass.context.references.notes.get(cp)
    if (reference && !format.deleted) placeNote(pass, cp, character)
    else takeText(pass, shown(character, format), format)
  }
  placeTextBoxes(pass, cp, character)
}

/** An EQ field draws its code and has no result: its words are in the brackets. */
function endField(pass: Pass, format: DocRunFormat): void {
  const field = pass.fields.pop()
  if (!field || field.hasResult || !/^\s*EQ\s/i.test(field.code)) return
  const words = field.code
    .replace(/^\s*EQ/i, '')
    .replace(/\\\*\s*("[^"]*"|\S+)/g, '')
    .replace(/\\[a-z]+\s?\d*/gi, '')
    .replace(/[(),]+/g, ' ')
  takeText(pass, words.trim(), format)
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\v', '\n'],
  ['\u000e', '\n'],
  ['\u001e', '-'],
])

function shown(character: string, { isSpecial, symbol }: DocRunFormat): string {
  if (symbol !== undefined && isSpecial) return symbolCharacter('Symbol', symbol.toString(16)) ?? '\ufffd'
  return SIGNS.get(character) ?? (character < ' ' ? '' : character)
}

function takeText({ context, paragraph }: Pass, text: string, format: DocRunFormat): void {
  if (text === '') return
  if (format.isHidden) {
    context.counts.hiddenCharacters += characterCount(text)
    paragraph.hasHidden = true
    return
  }
  const who = format.deleted ?? format.inserted
  if (who) addChange(context.counts, paragraph, format.deleted ? 'Deleted' : 'Inserted', who, text)
  if (format.deleted) return
  if (format.isStruck) context.counts.struckCharacters += characterCount(text)
  paragraph.pieces.push(format.isRaised ? raisedText(text) : text)
}

/** Characters of one change that stand side by side are one change to the reader. */
function addChange(
  counts: DocCounts,
  { changes, pieces }: Paragraph,
  kind: 'Deleted' | 'Inserted',
  who: TrackedChange['who'],
  text: string,
): void {
  const last = changes.at(-1)
  const at = kind === 'Inserted' ? pieces.length + 1 : pieces.length
  if (last?.kind === kind && last.who.by === who.by && last.who.date === who.date && last.at === pieces.length) {
    last.text += text
    last.at = at
    return
  }
  counts[kind === 'Inserted' ? 'insertions' : 'deletions'] += 1
  changes.push({ kind, who, text, at })
}

/** Writes the mark of a note where it stands and keeps the note for the end of the paragraph (or of the text). */
function placeNote(pass: Pass, cp: number, character: string): void {
  const { context, paragraph } = pass
  const { references, file } = context
  const { kind, index, isNumbered } = references.notes.get(cp)!
  if (kind === 'comment') {
    const comment = references.comments[index]
    if (!comment) return
    const about = comment.about ? file.text.slice(comment.about.from, comment.about.to) : ''
    const text = flowText(readDocSpan(context, comment))
    paragraph.after.push(commentNote({ by: comment.by, date: undefined }, about.replace(/\p{Cc}/gu, ' '), text))
    return
  }
  if (isNumbered) pass.footnoteCount[kind] += 1
  const count = pass.footnoteCount[kind]
  const number = kind === 'footnote' ? String(count) : romanNumber(count)
  const mark = isNumbered ? number : character
  paragraph.pieces.push(`[${mark}]`)
  const span = (kind === 'footnote' ? references.footnotes : references.endnotes)[index]
  if (!span) return
  const target = kind === 'footnote' ? paragraph.after : pass.endnotes
  const own = flowText(readDocSpan(context, span))
  target.push(footnote(mark, isNumbered || !own.startsWith(mark) ? own : own.slice(mark.length)))
}

/** A text box follows the paragraph it is anchored in. */
function placeTextBoxes({ context, paragraph }: Pass, cp: number, character: string): void {
  if (character !== '\b') return
  for (const box of context.boxes.get(cp) ?? []) paragraph.after.push(...readDocSpan(context, box))
}

function endParagraph(pass: Pass, place: ReturnType<typeof paragraphFormat>): readonly FlowBlock[] {
  const { paragraph, context } = pass
  pass.paragraph = newParagraph()
  const text = paragraph.pieces.join('')
  const isGone = text.trim() === '' && (paragraph.hasHidden || paragraph.changes.length > 0)
  const block = isGone ? undefined : finished(context, place, text)
  const notes = [
    ...paragraph.after,
    ...paragraph.changes.filter(({ text: words }) => words.trim() !== '').map(changeNote),
  ]
  return block && block.text.trim() !== '' ? [block, ...notes] : notes
}

function finished(context: DocContext, place: ReturnType<typeof paragraphFormat>, text: string): FlowParagraph {
  const style = context.style(place.style)
  const number = place.list ?? style.list
  const list = number === 0 ? undefined : context.lists.get(number)
  const level = Math.min(8, place.listLevel ?? style.listLevel)
  const isCounted = list !== undefined && text.trim() !== ''
  const label = isCounted ? context.counters.next(String(number), list, level) : ''
  const whole = label === '' ? text : `${label} ${text.trimStart()}`
  const outline = place.outlineLevel ?? style.outlineLevel
  if (outline < TEXT_LEVEL && whole.trim().length <= LONGEST_HEADING)
    return flowParagraph('heading', whole, Math.min(DEEPEST_HEADING, outline + 1))
  return list ? flowParagraph('list-item', whole, level + 1) : flowParagraph('paragraph', whole)
}

type Table = { readonly rows: FlowRow[]; cells: (readonly FlowBlock[])[]; cell: FlowBlock[] }

interface DocTables {
  /** Takes a paragraph to its place: into the text, a cell, a cell of a table inside it. */
  add(blocks: readonly FlowBlock[], place: DocParagraphFormat, isCellEnd: boolean): void
  finish(): readonly FlowBlock[]
}

/** Builds tables out of paragraphs: the file has no tables, only paragraphs that end cells and rows. */
function createDocTables(): DocTables {
  const body: FlowBlock[] = []
  const open: Table[] = []

  function closeTo(depth: number): void {
    while (open.length > depth) {
      const table = open.pop()!
      if (table.cell.length > 0) table.cells.push(table.cell)
      if (table.cells.length > 0) table.rows.push({ cells: table.cells, isHead: false })
      if (table.rows.length > 0) (open.at(-1)?.cell ?? body).push({ kind: 'table', rows: table.rows })
    }
  }

  return {
    add(blocks, { tableDepth, isRowEnd, isHead }, isCellEnd) {
      closeTo(tableDepth)
      while (open.length < tableDepth) open.push({ rows: [], cells: [], cell: [] })
      const table = open.at(-1)
      if (!table) return void body.push(...blocks)
      table.cell.push(...blocks)
      if (isRowEnd) {
        if (table.cell.length > 0) table.cells.push(table.cell)
        table.rows.push({ cells: table.cells, isHead })
        table.cells = []
        table.cell = []
      } else if (isCellEnd) {
        table.cells.push(table.cell)
        table.cell = []
      }
    },
    finish() {
      closeTo(0)
      return body
    },
  }
}
