import type { ReadLimits } from '../../read-limits.ts'
import { walkPrefixedXml } from '../../xml/walk-xml.ts'
import { readDocxNumbering } from './docx-numbering.ts'
import type { DocxParts } from './docx-parts.ts'
import type { ChangesAs, DocxContext, DocxCounts, DocxNote, NoteMarks } from './docx-story.ts'
import { type DocxStyles, isOn, readDocxStyles } from './docx-styles.ts'
import { createListCounters } from '../list-counters.ts'
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
  const notes = async (type: string) =>
    readDocxPart(await parts.xmlOf(type), { ...bare, comments }, parts.nameOf(type)).story.notes
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
    isTraced: settings.isTraced ?? false,
    changes: settings.changes ?? 'told',
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

/** What each comment is called ("Reply", "Comment (resolved)"), by the id of its last paragraph. */
function readCommentLabels(xml: string, limits: ReadLimits): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (name !== 'w15:commentEx') return
      const word = attributes['w15:paraIdParent'] === undefined ? 'Comment' : 'Reply'
      const isDone = isOn(attributes['w15:done'] ?? '0')
      labels.set(attributes['w15:paraId'] ?? '', isDone ? `${word} (resolved)` : word)
    },
  })
  return labels
}

/** How a file is read: what its `settings.xml` says, and what is asked. */
export type DocxSettings = {
  /** Text keeps where in the file it stands. */
  readonly isTraced?: boolean
  readonly changes?: ChangesAs
  readonly marks: { readonly footnote: NoteMarks; readonly endnote: NoteMarks }
  readonly hasEvenPages: boolean
}

/** How notes are numbered and whether even pages have headers of their own, from `settings.xml`. */
export function readDocxSettings(xml: string, limits: ReadLimits): DocxSettings {
  const formats = { footnote: 'decimal', endnote: 'lowerRoman' }
  const starts = { footnote: 1, endnote: 1 }
  let hasEvenPages = false
  let kind: 'footnote' | 'endnote' | undefined
  walkPrefixedXml(xml, limits, {
    open(name, { 'w:val': value }) {
      if (name === 'w:footnotePr') kind = 'footnote'
      else if (name === 'w:endnotePr') kind = 'endnote'
      else if (name === 'w:evenAndOddHeaders') hasEvenPages = isOn(value)
      else if (kind && name === 'w:numFmt' && value) formats[kind] = value
      else if (kind && name === 'w:numStart') starts[kind] = Number(value) || 1
    },
    close(name) {
      if (name === 'w:footnotePr' || name === 'w:endnotePr') kind = undefined
    },
  })
  // Two notes must not have the same mark.
  const prefix = formats.footnote === formats.endnote ? 'e' : ''
  return {
    marks: {
      footnote: { format: formats.footnote, start: starts.footnote, prefix: '' },
      endnote: { format: formats.endnote, start: starts.endnote, prefix },
    },
    hasEvenPages,
  }
}
