import { type DocFile, readPositions, readString } from './doc-file.ts'

/** A stretch of characters. */
export type DocSpan = { readonly from: number; readonly to: number }
export type DocNoteReference = {
  readonly kind: 'footnote' | 'endnote' | 'comment'
  readonly index: number
  readonly isNumbered: boolean
}
export type DocComment = { readonly by: string | undefined; readonly about: DocSpan | undefined }

/** What stands at which place of the text. */
export type DocReferences = {
  readonly notes: ReadonlyMap<number, DocNoteReference>
  /** Where the text of each note stands. */
  readonly footnotes: readonly DocSpan[]
  readonly endnotes: readonly DocSpan[]
  readonly comments: readonly (DocSpan & DocComment)[]
  /** Header and footer stories; the first six are lines above notes. */
  readonly headers: readonly DocSpan[]
  /** Text boxes by the place they are anchored at; -1 where it is not known. */
  readonly textBoxes: readonly (DocSpan & { readonly anchor: number })[]
  readonly headerTextBoxes: readonly DocSpan[]
  /** Names of those who tracked changes. */
  readonly revisers: readonly string[]
}

/** Reads where notes, comments, headers and text boxes belong (MS-DOC 2.8). */
export function readDocReferences(file: DocFile): DocReferences {
  const { stories } = file
  const notes = new Map<number, DocNoteReference>()
  for (const [kind, index] of [
    ['footnote', 2],
    ['endnote', 46],
  ] as const) {
    const { positions, data } = readPositions(file.structure(index), 2)
    for (const [number, flags] of data.entries())
      notes.set(positions[number]!, { kind, index: number, isNumbered: flags.readUInt16LE(0) !== 0 })
  }
  const comments = readPositions(file.structure(4), 30)
  for (const number of comments.data.keys())
    notes.set(comments.positions[number]!, { kind: 'comment', index: number, isNumbered: false })
  const authors = readStrings(file.structure(36), 0)
  const ranges = readCommentRanges(file)
  const commentSpans = spans(readPositions(file.structure(5), 0).positions, stories.comments.from)
  return {
    notes,
    footnotes: spans(readPositions(file.structure(3), 0).positions, stories.footnotes.from),
    endnotes: spans(readPositions(file.structure(47), 0).positions, stories.endnotes.from),
    comments: comments.data.map((head, index) => ({
      ...(commentSpans[index] ?? { from: 0, to: 0 }),
      by: authors[head.readUInt16LE(20)],
      about: ranges.get(head.readInt32LE(26)),
    })),
    headers: spans(readPositions(file.structure(11), 0).positions, stories.headers.from),
    textBoxes: readTextBoxes(file),
    headerTextBoxes: spans(readPositions(file.structure(58), 22).positions, stories.headerTextBoxes.from),
    revisers: readTable(file.structure(51)),
  }
}

function spans(positions: readonly number[], offset: number): readonly DocSpan[] {
  return positions.slice(1).map((to, index) => ({ from: offset + positions[index]!, to: offset + to }))
}

function readTextBoxes(file: DocFile): DocReferences['textBoxes'] {
  const anchors = new Map<number, number>()
  const shapes = readPositions(file.structure(40), 26)
  for (const [index, shape] of shapes.data.entries()) anchors.set(shape.readUInt32LE(0), shapes.positions[index]!)
  const { positions, data } = readPositions(file.structure(56), 22)
  return spans(positions, file.stories.textBoxes.from).map((span, index) => ({
    ...span,
    anchor: anchors.get(data[index]!.readUInt32LE(14)) ?? -1,
  }))
}

/** The words that comments are about, by the comments' tags. */
function readCommentRanges(file: DocFile): ReadonlyMap<number, DocSpan> {
  const names = file.structure(37)
  const starts = readPositions(file.structure(42), 4)
  const ends = readPositions(file.structure(43), 0).positions
  const ranges = new Map<number, DocSpan>()
  for (const [index, start] of starts.data.entries()) {
    const tagAt = 6 + index * 12 + 4
    const to = ends[start.readUInt16LE(0)]
    if (tagAt + 4 > names.length || to === undefined) break
    ranges.set(names.readInt32LE(tagAt), { from: starts.positions[index]!, to })
  }
  return ranges
}

/** Strings one behind the other. */
function readStrings(bytes: Buffer, from: number): readonly string[] {
  const strings: string[] = []
  for (let at = from; at + 2 <= bytes.length; ) {
    const { text, end } = readString(bytes, at)
    strings.push(text)
    at = end
  }
  return strings
}

function readTable(bytes: Buffer): readonly string[] {
  return bytes.length < 6 || bytes.readUInt16LE(0) !== 0xff_ff ? [] : readStrings(bytes, 6)
}
