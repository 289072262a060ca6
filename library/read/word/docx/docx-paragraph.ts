import type { NumberList } from './docx-numbering.ts'
import { type Frame, newFrame, type Paragraph, type Row, type Story } from './docx-story.ts'
import type { DocxStyle } from './docx-styles.ts'
import {
  type FlowBlock,
  type FlowParagraph,
  flowParagraph,
  LONGEST_HEADING,
  numberedParagraph,
  type SourcedPiece,
} from '../flow.ts'
import type { FlowMark } from '../flow-marks.ts'
import { changeMark, changeNote } from '../note-words.ts'

const TEXT_LEVEL = 9
const DEEPEST_HEADING = 6
const LEVELS = 9

function currentFrame(story: Story): Frame {
  return story.frames.at(-1)!
}

/** The paragraph under way; text outside any paragraph starts one. */
export function currentParagraph(story: Story): Paragraph {
  const { paragraphs } = currentFrame(story)
  return paragraphs.at(-1) ?? openParagraph(story)
}

export function openParagraph(story: Story): Paragraph {
  const frame = currentFrame(story)
  const carried = frame.carried
  frame.carried = undefined
  const paragraph: Paragraph = {
    pieces: carried?.pieces ?? [],
    sources: carried?.sources ?? [],
    styleId: undefined,
    numberId: undefined,
    numberLevel: undefined,
    outlineLevel: undefined,
    markChange: undefined,
    isMarkHidden: false,
    hasHidden: carried?.hasHidden ?? false,
    changes: carried?.changes ?? [],
    after: carried?.after ?? [],
  }
  frame.paragraphs.push(paragraph)
  return paragraph
}

export function closeParagraph(story: Story): void {
  const frame = currentFrame(story)
  const paragraph = frame.paragraphs.pop()
  if (!paragraph) return
  const text = paragraph.pieces.join('')
  if (paragraph.markChange) countMark(story, paragraph, paragraph.markChange)
  // A deleted end joins two paragraphs; one that was deleted as a whole leaves only the report of it.
  if (paragraph.markChange?.kind === (story.context.changes === 'rejected' ? 'Inserted' : 'Deleted')) {
    if (text.trim() !== '') frame.carried = paragraph
    else frame.blocks.push(...alone(story, paragraph))
    return
  }
  const isGone = text.trim() === '' && (paragraph.isMarkHidden || paragraph.hasHidden)
  const block = isGone ? undefined : finished(story, paragraph, text)
  if (block && block.text.trim() !== '') frame.blocks.push(withMarks(block, paragraph), ...behind(story, paragraph))
  else frame.blocks.push(...alone(story, paragraph))
}

/** What became of a paragraph without words: the report of what was deleted in it, which marks its place. */
function alone(story: Story, paragraph: Paragraph): readonly FlowBlock[] {
  const [first, ...others] = behind(story, paragraph)
  if (!first || first.kind === 'table') return first ? [first, ...others] : []
  const marks = [...(first.marks ?? []), ...placedMarks(paragraph)]
  return [marks.length === 0 ? first : { ...first, marks }, ...others]
}

function withMarks(block: FlowParagraph, paragraph: Paragraph): FlowParagraph {
  const marks = placedMarks(paragraph)
  return marks.length === 0 ? block : { ...block, marks: [...(block.marks ?? []), ...marks] }
}

function placedMarks({ changes, pieces }: Paragraph): readonly FlowMark[] {
  return changes
    .filter(({ text }) => text.trim() !== '')
    .map(({ from, at, ...change }) => changeMark(change, { pieces, from, at }))
}

function behind({ context }: Story, { after, changes }: Paragraph): readonly FlowBlock[] {
  if (context.changes !== 'told') return after
  return [...after, ...changes.filter(({ text, isMark }) => isMark || text.trim() !== '').map(changeNote)]
}

/** Where words of the paragraph were changed in the same way, its end was changed with them and is no news. */
function countMark(
  story: Story,
  { changes, pieces }: Paragraph,
  { kind, who }: NonNullable<Paragraph['markChange']>,
): void {
  if (changes.some((change) => change.kind === kind && change.text.trim() !== '')) return
  story.context.counts[kind === 'Inserted' ? 'insertions' : 'deletions'] += 1
  changes.push({ kind, who, text: '', from: pieces.length, at: pieces.length, isMark: true })
}

function finished(story: Story, paragraph: Paragraph, text: string): FlowParagraph {
  const style = story.context.styles.paragraph(paragraph.styleId)
  const number = numbering(story, paragraph, style)
  const label = number ? story.context.counters.next(number.id, number.list, number.level) : ''
  const outline = paragraph.outlineLevel ?? style.outlineLevel ?? TEXT_LEVEL
  const headed = { label, text, level: Math.min(DEEPEST_HEADING, outline + 1) }
  const written = blockOf(headed, outline, number)
  return story.context.isTraced ? { ...written, pieces: tracedPieces(paragraph) } : written
}

type Headed = { readonly label: string; readonly text: string; readonly level: number }

function blockOf(headed: Headed, outline: number, number: Numbered | undefined): FlowParagraph {
  const heading = numberedParagraph('heading', headed)
  if (outline < TEXT_LEVEL && heading.text.trim().length <= LONGEST_HEADING) return heading
  if (number) return numberedParagraph('list-item', { ...headed, level: number.level + 1 })
  return flowParagraph('paragraph', headed.text)
}

function tracedPieces({ pieces, sources }: Paragraph): readonly SourcedPiece[] {
  return pieces.map((text, at) => ({ text, source: sources[at] }))
}

type Numbered = { readonly id: string; readonly list: NumberList; readonly level: number }

/** The paragraph's own numbering, else that of its style; number 0 takes it away. */
function numbering(story: Story, paragraph: Paragraph, style: DocxStyle): Numbered | undefined {
  const id = paragraph.numberId ?? style.numberId
  const list = id === undefined || id === '0' ? undefined : story.context.lists.get(id)
  if (id === undefined || !list) return undefined
  const level = paragraph.numberLevel ?? styleLevel(list, paragraph, style)
  return { id, list, level: Math.min(LEVELS - 1, Math.max(0, level)) }
}

/** The list says which style uses which level. */
function styleLevel(list: NumberList, { styleId }: Paragraph, style: DocxStyle): number {
  const levels = [...list.levels]
  const of = (id: string | undefined) => levels.find(([, level]) => id !== undefined && level.styleId === id)?.[0]
  return of(styleId) ?? of(style.numberStyleId) ?? style.numberLevel ?? 0
}

/** Reads into a frame of its own: a cell, a text box, a note. */
export function openFrame(story: Story): void {
  story.frames.push(newFrame())
}

/** Ends the frame and gives what it holds. */
export function closeFrame(story: Story): readonly FlowBlock[] {
  const frame = currentFrame(story)
  while (frame.paragraphs.length > 0) closeParagraph(story)
  if (frame.carried) {
    const { carried } = frame
    frame.carried = undefined
    frame.blocks.push(withMarks(finished(story, carried, carried.pieces.join('')), carried), ...behind(story, carried))
  }
  if (story.frames.length > 1) story.frames.pop()
  return frame.blocks
}

/** More columns than Word allows (63) are a lie; each one costs memory. */
const MOST_COLUMNS = 64

export function openTable(story: Story): void {
  story.tables.push({ rows: [] })
  story.rows.push(undefined)
}

export function closeTable(story: Story): void {
  closeRow(story)
  story.rows.pop()
  const table = story.tables.pop()
  if (table && table.rows.length > 0) currentFrame(story).blocks.push({ kind: 'table', rows: table.rows })
}

export function openRow(story: Story): void {
  if (story.tables.length === 0) openTable(story)
  closeRow(story)
  story.rows[story.rows.length - 1] = { cells: [], isHead: false, deletedBy: undefined, isInserted: false }
}

export function closeRow(story: Story): void {
  const row = story.rows.at(-1)
  const table = story.tables.at(-1)
  if (!row || !table) return
  story.rows[story.rows.length - 1] = undefined
  table.rows.push({ cells: row.cells, isHead: row.isHead })
}

export function currentRow(story: Story): Row | undefined {
  return story.rows.at(-1)
}

export function skipColumns(row: Row | undefined, count: number): void {
  for (let index = 0; row && index < count && row.cells.length < MOST_COLUMNS; index += 1) row.cells.push([])
}

export function openCell(story: Story): void {
  if (!currentRow(story)) openRow(story)
  story.cells.push({ span: 1 })
  openFrame(story)
}

/** A cell over several columns is followed by empty ones, so that the columns below stay in line. */
export function closeCell(story: Story): void {
  const cell = story.cells.pop()
  if (!cell) return
  const blocks: readonly FlowBlock[] = closeFrame(story)
  const row = currentRow(story)
  row?.cells.push(blocks)
  skipColumns(row, cell.span - 1)
}
