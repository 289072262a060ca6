import type { DocxTrace } from '../read/word/docx/trace-docx.ts'
import { addedRow, createAddedLook, labelLength, type Model, runAt } from './added-blocks.ts'
import { type Editing, insertedRuns, markWords, propertiesOf } from './changed-words.ts'
import { type ChainWriter, createChainWriter } from './write-chains.ts'
import { type PlacedPart, placeParts } from './placed-parts.ts'
import {
  isOnly,
  type RedlineAuthor,
  type RedlinePart,
  type RedlinePiece,
  textAfter,
  textBefore,
} from './redline-part.ts'
import { putAtEnd, removeRow, runsIn } from './removed-blocks.ts'
import { createMarkIds, createRevisionMarks } from './revision-marks.ts'
import { createRunMarks, type EditedPart } from './run-places.ts'
import { childOf, filled, isOneTag, type XmlElement } from './xml-tree.ts'

type Marking = {
  readonly trace: DocxTrace
  /** The main part and those of the notes, by their names. */
  readonly files: ReadonlyMap<string, EditedPart>
  readonly author: RedlineAuthor
  readonly headingStyle: (level: number) => string | undefined
}

/** Parts by where they are once they are marked. */
export type MarkedParts = { readonly body: readonly RedlinePart[]; readonly notes: readonly RedlinePart[] }

/** Marks all parts in the text of a Word file and in its notes. Null where one has no place. */
export function markParts(
  parts: readonly RedlinePart[],
  { trace, files, author, headingStyle }: Marking,
): MarkedParts | null {
  const placed = placeParts(parts, trace, files)
  const { main } = trace.parts
  const part = files.get(main)
  if (!placed || !part) return null
  const editings = openEditings(files, author)
  const body = placed.map((one) => (one?.file === main ? one : undefined))
  const models = body.flatMap((one) => (one && one.part.kind !== 'row' ? modelOf(part, one) : []))
  const chains = createChainWriter(editings.get(main)!, createAddedLook(part, models, headingStyle), body)
  const isPlaced = parts.map((one, index) => {
    const at = placed[index]
    // Of a note that comes, neither its place nor its mark in the text can be written.
    if (isOnly('inserted', one)) return !one.isNote && chains.add({ ...one, index })
    if (one.pieces.every(({ change }) => change === 'same')) return true
    if (!at) return false
    const editing = editings.get(at.file)!
    return isOnly('deleted', one) ? removePart(editing, at, at.file === main ? chains : null) : markChanged(editing, at)
  })
  chains.write()
  for (const { marks } of editings.values()) marks.write()
  if (!isPlaced.every(Boolean)) return null
  return {
    body: parts.filter((one, index) => body[index] || isOnly('inserted', one)),
    notes: parts.filter((_, index) => placed[index] && !body[index]),
  }
}

function openEditings(files: ReadonlyMap<string, EditedPart>, author: RedlineAuthor): ReadonlyMap<string, Editing> {
  const nextId = createMarkIds([...files.values()])
  return new Map(
    [...files].map(([name, part]) => [
      name,
      { part, marks: createRunMarks(part), revisions: createRevisionMarks(part, author, nextId) },
    ]),
  )
}

/** A note goes with its mark in the text: `chains` is null for it. */
function removePart(editing: Editing, at: PlacedPart, chains: ChainWriter | null): true {
  if (at.row) removeRow(editing, at.row)
  else chains?.remove(at)
  return true
}

function modelOf(
  part: EditedPart,
  { part: { kind, level }, index, paragraphs, sources, numberLength }: PlacedPart,
): readonly Model[] {
  const paragraph = paragraphs[0]
  const first = sources.find((source) => source !== undefined)
  if (!paragraph || !first) return []
  return [{ index, kind, level, paragraph, run: runAt(part, first.start), isNumbered: numberLength > 0 }]
}

function markChanged(editing: Editing, placed: PlacedPart): boolean {
  const { part, row, sources, numberLength } = placed
  if (row) return markRow(editing, placed, row)
  const pieces = numberLength > 0 ? withoutLabels(part.pieces, part.label, numberLength) : part.pieces
  return markWords({ ...editing, sourceAt: (at) => sources[at] }, 0, pieces)
}

/** A number that programs write by themselves is neither deleted nor written. */
function withoutLabels(pieces: readonly RedlinePiece[], label: number, numberLength: number): readonly RedlinePiece[] {
  const after = textAfter(pieces)
  const own = textBefore(pieces).slice(0, numberLength)
  const note = NOTE_MARK.exec(own) ? NOTE_MARK.exec(after)?.[0].length : undefined
  const length = note ?? numberLike(own).exec(after)?.[0].length ?? labelLength(after, label)
  let [one, other] = [0, 0]
  return pieces.flatMap(({ text, change }): readonly RedlinePiece[] => {
    const [from, otherFrom] = [one, other]
    if (change !== 'inserted') one += text.length
    if (change !== 'deleted') other += text.length
    if (change === 'same') return [{ text, change }]
    const cut = Math.min(text.length, Math.max(0, change === 'deleted' ? numberLength - from : length - otherFrom))
    const rest: RedlinePiece = { text: text.slice(cut), change }
    return change === 'deleted' && cut > 0 ? [{ text: text.slice(0, cut), change: 'same' }, rest] : [rest]
  })
}

const NOTE_MARK = /^\[[^\]\s]{1,8}\]\s*/

/** Numbers of this form: "7.2 " of "1.6 ", "(iv) " of "(a) ". */
function numberLike(number: string): RegExp {
  const form = number
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\p{N}+/gu, '\\d+')
    .replace(/(?<!\\)\p{L}+/gu, '\\p{L}+')
  return new RegExp(`^${form}(?:\\s+|$)`, 'u')
}

/** Cell by cell; a row that has other cells than before is a new one. */
function markRow(editing: Editing, { part, sources }: PlacedPart, row: XmlElement): boolean {
  const [before, after] = [textBefore(part.pieces).split('\t'), textAfter(part.pieces).split('\t')]
  if (before.length !== after.length) {
    removeRow(editing, row)
    editing.part.edits.insert(row.end, addedRow(editing.part, after.join('\t'), row, editing.revisions))
    return true
  }
  const cells = cellPieces(part.pieces, before, after)
  let start = 0
  return before
    .map((cell, column) => {
      const from = start
      start += cell.length + 1
      const pieces = cells[column]!
      if (pieces.every(({ change }) => change === 'same')) return true
      const number = sources.slice(from, from + cell.length).findIndex((source) => source !== undefined)
      const words = number > 0 ? withoutLabels(pieces, 0, number) : pieces
      if (markWords({ ...editing, sourceAt: (at) => sources[from + at] }, 0, words)) return true
      return fillCell(editing, row, column, pieces)
    })
    .every(Boolean)
}

/** The pieces of each cell; where a change goes over the edge of a cell, both its texts as a whole. */
function cellPieces(pieces: readonly RedlinePiece[], before: readonly string[], after: readonly string[]) {
  const cells: RedlinePiece[][] = [[]]
  for (const { text, change } of pieces)
    for (const [index, cell] of text.split('\t').entries()) {
      if (index > 0) cells.push([])
      if (cell !== '') cells.at(-1)!.push({ text: cell, change })
    }
  const fits =
    cells.length === before.length &&
    before.every((cell, at) => textBefore(cells[at]!) === cell && textAfter(cells[at]!) === after[at])
  if (fits) return cells
  return before.map((cell, at): readonly RedlinePiece[] =>
    cell === after[at]
      ? [{ text: cell, change: 'same' }]
      : [
          { text: cell, change: 'deleted' as const },
          { text: after[at]!, change: 'inserted' as const },
        ].filter(({ text }) => text !== ''),
  )
}

/** Words for a cell that has none. */
function fillCell(editing: Editing, row: XmlElement, column: number, pieces: readonly RedlinePiece[]): boolean {
  const { part, revisions } = editing
  const paragraph = childOf(cellAt(row, column), 'w:p')
  if (!paragraph) return false
  const [run] = runsIn(paragraph)
  const words = insertedRuns(revisions, propertiesOf(part, run), textAfter(pieces))
  if (isOneTag(paragraph)) part.edits.replace(paragraph.start, paragraph.end, filled(part.xml, paragraph, words))
  else putAtEnd(editing, paragraph, words)
  return true
}

/** A cell over several columns is followed by empty ones in the text. */
function cellAt(row: XmlElement, column: number): XmlElement | undefined {
  const skipped = childOf(childOf(row, 'w:trPr'), 'w:gridBefore')
  let at = Number(skipped?.attributes['w:val'] ?? 0)
  for (const cell of row.children) {
    if (cell.name !== 'w:tc') continue
    if (at === column) return cell
    at += Number(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')?.attributes['w:val'] ?? 1)
  }
  return undefined
}
