import type { ReadLimits } from '../read-limits.ts'
import { readCommentLabels } from './docx-comment-labels.ts'
import { readDocxNumbering } from './docx-numbering.ts'
import type { DocxParts } from './docx-parts.ts'
import type { DocxSettings } from './docx-settings.ts'
import type { DocxContext, DocxCounts, DocxNote } from './docx-story.ts'
import { type DocxStyles, readDocxStyles } from './docx-styles.ts'
import { createListCounters } from './list-counters.ts'
import { readDocxPart } from './read-docx-part.ts'

/** Reads what the text refers to: styles, lists, notes, comments. */
export async function readDocxContext(
  parts: DocxParts,
  settings: DocxSettings,
  limits: ReadLimits,
): Promise<DocxContext> {
  const styles = readDocxStyles(await parts.xmlOf('styles'), limits)
  const numbering = await parts.xmlOf('numbering')
  const lists = readDocxNumbering(numbering, (id) => styles.numberOf(id), limits)
  const bare = bareDocxContext(styles, lists, settings, limits)
  const comments = await readComments(parts, bare)
  const notes = async (type: string) => readDocxPart(await parts.xmlOf(type), { ...bare, comments }).story.notes
  return { ...bare, comments, footnotes: await notes('footnotes'), endnotes: await notes('endnotes') }
}

/** A context without notes. */
export function bareDocxContext(
  styles: DocxStyles,
  lists: DocxContext['lists'],
  settings: DocxSettings,
  limits: ReadLimits,
): DocxContext {
  return {
    limits,
    styles,
    lists,
    counters: createListCounters(),
    counts: noCounts(),
    footnotes: new Map(),
    endnotes: new Map(),
    comments: new Map(),
    marks: settings.marks,
    placedComments: new Set(),
    placedNotes: new Set(),
    shownDocuments: [],
  }
}

async function readComments(parts: DocxParts, context: DocxContext): Promise<ReadonlyMap<string, DocxNote>> {
  const { notes } = readDocxPart(await parts.xmlOf('comments'), context).story
  const labels = readCommentLabels(await parts.xmlOf('commentsExtended'), context.limits)
  return new Map(
    [...notes].map(([id, note]) => [id, { ...note, label: labels.get(note.paragraphIds.at(-1) ?? '') ?? 'Comment' }]),
  )
}

function noCounts(): DocxCounts {
  return {
    hiddenCharacters: 0,
    struckCharacters: 0,
    fieldCharacters: 0,
    insertions: 0,
    deletions: 0,
    formatChanges: 0,
    pictures: 0,
    unknownSymbols: 0,
    subdocuments: 0,
    cutParts: 0,
  }
}
