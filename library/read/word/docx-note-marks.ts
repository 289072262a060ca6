import { formatNumber } from './list-counters.ts'
import { currentParagraph } from './docx-paragraph.ts'
import type { DocxNote, Story } from './docx-story.ts'
import { type FlowBlock, flowText } from './flow.ts'
import { commentNote, footnote } from './note-words.ts'

/** Writes the mark of a note where it stands and keeps the note for the end of the paragraph (or of the text). */
export function placeNote(story: Story, kind: 'footnote' | 'endnote', id: string, customMark?: string): void {
  const { context } = story
  const note = takeNote(story, kind, id)
  const { format, start, prefix } = context.marks[kind]
  const number = customMark === undefined ? start + story.noteCounts[kind] : 0
  if (customMark === undefined) story.noteCounts[kind] += 1
  const mark = customMark ?? `${prefix}${formatNumber(number, format)}`
  const paragraph = currentParagraph(story)
  paragraph.pieces.push(`[${mark}]`)
  if (!note) return
  const target = kind === 'footnote' ? paragraph.after : story.endnotes
  target.push(...noteBlocks(mark, note))
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
  return [footnote(mark, flowText(blocks.filter(isOwn))), ...blocks.filter((block) => !isOwn(block))]
}

/** Puts a comment behind the paragraph it belongs to, with the words it is about. */
export function placeComment(story: Story, id: string): void {
  const { comments, placedComments } = story.context
  const comment = comments.get(id)
  if (!comment || placedComments.has(id)) return
  placedComments.add(id)
  const words = story.openComments.get(id)?.join('') ?? ''
  currentParagraph(story).after.push(...commentBlocks(comment, words))
}

export function commentBlocks({ who, blocks, label }: DocxNote, words: string): readonly FlowBlock[] {
  const isOwn = (block: FlowBlock) => block.kind !== 'note'
  const own = flowText(blocks.filter(isOwn))
  return [commentNote(who, words, own, label), ...blocks.filter((block) => !isOwn(block))]
}
