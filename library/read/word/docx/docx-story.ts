import type { ReadLimits } from '../../read-limits.ts'
import type { NumberList } from './docx-numbering.ts'
import type { DocxStyles } from './docx-styles.ts'
import type { FlowBlock, FlowRow, TextSource } from '../flow.ts'
import type { ListCounters } from '../list-counters.ts'
import type { Authorship, ChangeKind } from '../note-words.ts'

/** What was met on the way, for the warnings. Characters are non-space ones. */
export type DocxCounts = {
  hiddenCharacters: number
  struckCharacters: number
  /** Text in fields that begin and never end. */
  fieldCharacters: number
  insertions: number
  deletions: number
  formatChanges: number
  pictures: number
  unknownSymbols: number
  /** Parts of a master document that lie in other files. */
  subdocuments: number
  /** Parts that end before their last element does. */
  cutParts: number
}

/** A footnote, an endnote or a comment. */
export type DocxNote = {
  readonly who: Authorship
  readonly blocks: readonly FlowBlock[]
  readonly paragraphIds: readonly string[]
  /** What a comment is called: "Comment", "Reply". */
  readonly label?: string
}

/** How the two kinds of notes are marked. */
export type NoteMarks = { readonly format: string; readonly start: number; readonly prefix: string }

/** What tracked changes come to: taken as accepted and told in notes, or silently as accepted or rejected. */
export type ChangesAs = 'told' | 'accepted' | 'rejected'

/** What the parts of one file share while they are read. */
export type DocxContext = {
  readonly limits: ReadLimits
  /** Whether paragraphs keep where their text stands. */
  readonly isTraced: boolean
  readonly changes: ChangesAs
  readonly styles: DocxStyles
  readonly lists: ReadonlyMap<string, NumberList>
  readonly counters: ListCounters
  readonly counts: DocxCounts
  readonly footnotes: ReadonlyMap<string, DocxNote>
  readonly endnotes: ReadonlyMap<string, DocxNote>
  readonly comments: ReadonlyMap<string, DocxNote>
  readonly marks: { readonly footnote: NoteMarks; readonly endnote: NoteMarks }
  /** Ids of comments whose place was found. */
  readonly placedComments: Set<string>
  /** Notes whose text was given: a file could refer to one a million times. */
  readonly placedNotes: Set<string>
  /** Relation ids of documents that Word would show in place. */
  readonly shownDocuments: string[]
}

export type Paragraph = {
  pieces: string[]
  /** Of the pieces that stand in the file, by their index; empty where sources are not followed. */
  sources: (TextSource | undefined)[]
  styleId: string | undefined
  numberId: string | undefined
  numberLevel: number | undefined
  outlineLevel: number | undefined
  /** The end of the paragraph was inserted or deleted. */
  markChange: (Change & { readonly kind: 'Inserted' | 'Deleted' }) | undefined
  isMarkHidden: boolean
  hasHidden: boolean
  /** Tracked changes of this paragraph in order. */
  readonly changes: PlacedChange[]
  /** Notes and text boxes that follow it. */
  readonly after: FlowBlock[]
}

/** `at` is the number of pieces behind it: a change that goes on there is the same one. `from`: of those in front of it. */
export type PlacedChange = {
  readonly from: number
  readonly kind: ChangeKind
  readonly who: Authorship
  text: string
  at: number
  /** Of the end of the paragraph, not of words. */
  readonly isMark?: boolean
}

export type Run = { isHidden: boolean | undefined; isStruck: boolean; isSuperscript: boolean }

/** The inside of the text, of a cell, of a text box or of a note. */
export type Frame = {
  readonly blocks: FlowBlock[]
  readonly paragraphs: Paragraph[]
  /** A paragraph whose end was deleted: it goes on in the next one. */
  carried: Paragraph | undefined
}

export type Table = { readonly rows: FlowRow[] }
export type Row = {
  cells: (readonly FlowBlock[])[]
  isHead: boolean
  deletedBy: Authorship | undefined
  isInserted: boolean
}
export type Cell = { span: number }

export type Field = {
  box: boolean | undefined
  readonly entries: string[]
  chosen: number
  characters: number
}

export type Change = { readonly kind: ChangeKind; readonly who: Authorship }

export type MathPart = { readonly from: number; before: string; after: string }

/** `isTaken` tells whether one of the forms of a drawing was already read. */
export type Alternative = { isTaken: boolean; readonly marker: number }

export type MarginReference = { readonly edge: 'header' | 'footer'; readonly variant: string; readonly id: string }

/** The state of one pass over a part. */
export type Story = {
  readonly context: DocxContext
  readonly path: string[]
  /** The element or text under way. */
  at: TextSource
  /** How many open elements keep everything in them out. */
  skipped: number
  readonly frames: Frame[]
  readonly tables: Table[]
  readonly rows: (Row | undefined)[]
  readonly cells: Cell[]
  readonly runs: Run[]
  readonly changes: Change[]
  readonly fields: Field[]
  /** The outermost field whose code is being read: text in it isn't shown. */
  fieldCode: Field | undefined
  /** Where the parts of a formula began, in pieces of the paragraph. */
  readonly mathParts: MathPart[]
  readonly alternatives: Alternative[]
  readonly openComments: Map<string, string[]>
  readonly endnotes: FlowBlock[]
  readonly noteCounts: { footnote: number; endnote: number }
  /** A note whose mark is the text that follows. */
  customMark: { readonly kind: 'footnote' | 'endnote'; readonly id: string } | undefined
  /** Text and pictures met so far: tells whether a form of a drawing had any. */
  met: number
  readonly notes: Map<string, DocxNote>
  noteHead: { readonly id: string; readonly who: Authorship; readonly paragraphIds: string[] } | undefined
  readonly margins: MarginReference[]
  /** Of the one-file XML of Word 2003 only. */
  readonly annotations: { readonly type: string; readonly who: Authorship }[]
  readonly inlineMargins: { readonly header: string[]; readonly footer: string[] }
  hasFirstPage: boolean
}

export function createStory(context: DocxContext): Story {
  return {
    context,
    path: [],
    at: { part: '', start: 0, end: 0 },
    skipped: 0,
    frames: [newFrame()],
    tables: [],
    rows: [],
    cells: [],
    runs: [],
    changes: [],
    fields: [],
    fieldCode: undefined,
    mathParts: [],
    alternatives: [],
    openComments: new Map(),
    endnotes: [],
    noteCounts: { footnote: 0, endnote: 0 },
    customMark: undefined,
    met: 0,
    notes: new Map(),
    noteHead: undefined,
    margins: [],
    annotations: [],
    inlineMargins: { header: [], footer: [] },
    hasFirstPage: false,
  }
}

export function newFrame(): Frame {
  return { blocks: [], paragraphs: [], carried: undefined }
}
