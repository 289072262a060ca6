import { characterCount, raisedText, symbolCharacter } from '../../text-signs.ts'
import { currentParagraph } from './docx-paragraph.ts'
import type { Change, DocxNote, Field, PlacedChange, Story } from './docx-story.ts'
import { type FlowBlock, type FlowParagraph, flowText } from '../flow.ts'
import { joinedMarks } from '../flow-marks.ts'
import { formatNumber } from '../list-counters.ts'
import { commentMark, commentNote, footnote } from '../note-words.ts'

/** Enough for a quote of the words that a comment is about. */
const COMMENTED_CHARACTERS = 1000

/**
 * Takes text where it stands: into the paragraph, or where it is deleted only into the report of that deletion, or, hidden,
 * into the count.
 */
export function takeText(story: Story, text: string, isDeletedText = false): void {
  const { counts } = story.context
  if (story.fieldCode) {
    story.fieldCode.characters += characterCount(text)
    return
  }
  const paragraph = currentParagraph(story)
  if (text.trim() !== '') story.met += 1
  if (isHiddenHere(story)) {
    counts.hiddenCharacters += characterCount(text)
    paragraph.hasHidden = true
    return
  }
  const change = changeHere(story, isDeletedText)
  for (const words of story.openComments.values())
    if (words.length < COMMENTED_CHARACTERS) words.push(text.slice(0, COMMENTED_CHARACTERS))
  if (change) addChange(paragraph.changes, change, text, paragraph.pieces.length)
  if (!isGone(story, change)) takeShown(story, text)
}

function takeShown(story: Story, text: string): void {
  const run = story.runs.at(-1)
  if (run?.isStruck) story.context.counts.struckCharacters += characterCount(text)
  const note = text.trim() === '' ? undefined : story.customMark
  if (note) {
    story.customMark = undefined
    placeNote(story, note.kind, note.id, text.trim())
  } else putPiece(story, run?.isSuperscript ? raisedText(text) : text)
}

/** Adds to the paragraph what stands here. */
function putPiece(story: Story, text: string): void {
  const { pieces, sources } = currentParagraph(story)
  if (story.context.isTraced) sources[pieces.length] = story.at
  pieces.push(text)
}

function isHiddenHere(story: Story): boolean {
  const run = story.runs.at(-1)
  if (run?.isHidden !== undefined) return run.isHidden
  const { styles } = story.context
  return styles.paragraph(currentParagraph(story).styleId).isHidden ?? false
}

/** The innermost change decides: what was inserted and then deleted is deleted. */
function changeHere(story: Story, isDeletedText: boolean): Change | undefined {
  const deletion = story.changes.findLast(isDeletion)
  if (deletion) return deletion
  const deletedRow = story.rows.findLast((row) => row?.deletedBy !== undefined)?.deletedBy
  if (deletedRow) return { kind: 'Deleted', who: deletedRow }
  if (isDeletedText) return { kind: 'Deleted', who: { by: undefined, date: undefined } }
  return story.changes.at(-1)
}

/** Runs of one change that stand side by side are one change to the reader. */
function addChange(changes: PlacedChange[], { kind, who }: Change, text: string, at: number): void {
  const last = changes.at(-1)
  const isKept = kind === 'Inserted' || kind === 'Moved here'
  if (last?.kind === kind && !last.isMark && last.who.by === who.by && last.who.date === who.date && last.at === at) {
    last.text += text
    last.at = isKept ? at + 1 : at
  } else changes.push({ kind, who, text, from: at, at: isKept ? at + 1 : at })
}

/** A sign of a symbol font; one that is not known is counted and shown as a box. */
export function takeSymbol(story: Story, font: string, code: string): void {
  const character = symbolCharacter(font, code)
  if (character === undefined) story.context.counts.unknownSymbols += 1
  takeText(story, character ?? '\ufffd')
}

/** Whether what stands here is not in the text. */
export function isGoneHere(story: Story): boolean {
  return isGone(story, changeHere(story, false))
}

function isGone({ context, changes, rows }: Story, change: Change | undefined): boolean {
  if (context.changes !== 'rejected') return isDeletion(change)
  return rows.some((row) => row?.isInserted) || changes.some((one) => !isDeletion(one))
}

function isDeletion(change: Change | undefined): boolean {
  return change?.kind === 'Deleted' || change?.kind === 'Moved away'
}

export function openField(story: Story): void {
  const field: Field = { box: undefined, entries: [], chosen: 0, characters: 0 }
  story.fields.push(field)
  story.fieldCode ??= field
}

/** Behind its code stands what the field shows. */
export function openFieldResult(story: Story): void {
  if (story.fieldCode === story.fields.at(-1)) story.fieldCode = undefined
}

/** Ends the innermost field; a form field shows what was ticked or chosen. */
export function endField(story: Story): void {
  openFieldResult(story)
  const field = story.fields.pop()
  const shown = field && formValue(field)
  if (shown) takeText(story, shown)
}

function formValue({ box, entries, chosen }: Field): string | undefined {
  if (box !== undefined) return box ? '\u2612' : '\u2610'
  return entries[chosen]
}

/** Writes the mark of a note where it stands and keeps the note for the end of the paragraph (or of the text). */
export function placeNote(story: Story, kind: 'footnote' | 'endnote', id: string, customMark?: string): void {
  const { context } = story
  const note = takeNote(story, kind, id)
  const { format, start, prefix } = context.marks[kind]
  const number = customMark === undefined ? start + story.noteCounts[kind] : 0
  if (customMark === undefined) story.noteCounts[kind] += 1
  const mark = customMark ?? `${prefix}${formatNumber(number, format)}`
  putPiece(story, `[${mark}]`)
  if (!note) return
  const target = kind === 'footnote' ? currentParagraph(story).after : story.endnotes
  target.push(...placedHere(story, noteBlocks(mark, note)))
}

export function noteText(story: Story, kind: 'footnote' | 'endnote', id: string): string {
  const note = takeNote(story, kind, id)
  return note ? flowText(note.blocks) : ''
}

function takeNote({ context }: Story, kind: 'footnote' | 'endnote', id: string): DocxNote | undefined {
  const { placedNotes } = context
  if (placedNotes.has(`${kind} ${id}`)) return undefined
  placedNotes.add(`${kind} ${id}`)
  return (kind === 'footnote' ? context.footnotes : context.endnotes).get(id)
}

/** The note in one block; notes on the note (changes, comments) behind it. */
function noteBlocks(mark: string, { blocks }: DocxNote): readonly FlowBlock[] {
  const isOwn = (block: FlowBlock) => block.kind !== 'note'
  const own = blocks.filter(isOwn)
  const marks = joinedMarks(own.filter((block) => block.kind !== 'table'))
  const note = { ...footnote(mark, flowText(own)), ...tracedPieces(own) }
  return [marks.length === 0 ? note : { ...note, marks }, ...blocks.filter((block) => !isOwn(block))]
}

/** Puts a comment behind the paragraph it belongs to, with the words it is about. */
export function placeComment(story: Story, id: string): void {
  const { comments, placedComments } = story.context
  const comment = comments.get(id)
  if (!comment || placedComments.has(id)) return
  placedComments.add(id)
  const words = story.openComments.get(id)?.join('') ?? ''
  currentParagraph(story).after.push(...placedHere(story, commentBlocks(comment, words)))
}

/** Of a note of paragraphs, where their text stands in its own part. */
function tracedPieces(blocks: readonly FlowBlock[]): Pick<FlowParagraph, 'pieces'> {
  const pieces = blocks.map((block) => (block.kind === 'table' ? undefined : block.pieces))
  return pieces.length > 0 && pieces.every((one) => one !== undefined) ? { pieces: pieces.flat() } : {}
}

/** What stands in another part, and does not say where, has its place where that part is referred to. */
function placedHere(story: Story, blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  if (!story.context.isTraced) return blocks
  return blocks.map((block) =>
    block.kind === 'table' || block.pieces ? block : { ...block, pieces: [{ text: block.text, source: story.at }] },
  )
}

export function commentBlocks({ who, blocks, label }: DocxNote, words: string): readonly FlowBlock[] {
  const isOwn = (block: FlowBlock) => block.kind !== 'note'
  const own = flowText(blocks.filter(isOwn))
  const marks = [commentMark(who, words, own)]
  return [{ ...commentNote(who, words, own, label), marks }, ...blocks.filter((block) => !isOwn(block))]
}
