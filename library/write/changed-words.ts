import type { Span } from '../../text/spans.ts'
import type { TextSource } from '../read/word/flow.ts'
import type { RedlinePiece } from './redline-part.ts'
import type { RevisionMarks } from './revision-marks.ts'
import { type EditedPart, isSplittable, RANK, runAround, type RunMarks, runPlace, type RunPlace } from './run-places.ts'
import { childOf, escapeXml, type XmlElement } from './xml-tree.ts'

/** A part of the file with what is marked in it, and whose marks they are. */
export type Editing = {
  readonly part: EditedPart
  readonly marks: RunMarks
  readonly revisions: RevisionMarks
}

/** The same with the places of a text in it. */
type WordEditing = Editing & {
  /** By character of the first document's text; of other parts undefined. */
  readonly sourceAt: (at: number) => TextSource | undefined
}

/**
 * Marks the changed words of a stretch of text that begins at `start`. False where a change has no place: there is no text to put it
 * beside.
 */
export function markWords(editing: WordEditing, start: number, pieces: readonly RedlinePiece[]): boolean {
  const { marks, revisions } = editing
  const whole = wholeAtoms(editing, start, withNoteMarks(editing, start, pieces))
  const end = start + whole.reduce((sum, { text, change }) => sum + (change === 'inserted' ? 0 : text.length), 0)
  let at = start
  let isPlaced = true
  for (const { text, change } of whole) {
    if (change === 'inserted') {
      const found = insertionPlace(editing, { start, at, end })
      if (found) marks.put(found.place, insertedRuns(revisions, found.properties, text), RANK.insertion)
      else isPlaced = false
      continue
    }
    if (change === 'deleted') removeText(editing, at, at + text.length)
    at += text.length
  }
  return isPlaced
}

/** Text as inserted runs; tabs and line feeds have elements of their own. */
export function insertedRuns({ prefix: w, tag }: RevisionMarks, properties: string, text: string): string {
  return `${tag('ins')}<${w}r>${properties}${runContent(w, text)}</${w}r></${w}ins>`
}

function runContent(w: string, text: string): string {
  return text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return `<${w}tab/>`
      if (piece === '\n') return `<${w}br/>`
      return piece === '' ? '' : `<${w}t xml:space="preserve">${escapeXml(piece)}</${w}t>`
    })
    .join('')
}

/** The mark of a note that only counts otherwise ("[2]" for "[1]") is no change: programs count the notes. */
function withNoteMarks(
  { part, sourceAt }: WordEditing,
  start: number,
  pieces: readonly RedlinePiece[],
): readonly RedlinePiece[] {
  const result: RedlinePiece[] = []
  let at = start
  for (const piece of joined(pieces)) {
    const last = result.at(-1)
    const isPair = piece.change === 'inserted' && last?.change === 'deleted'
    if (isPair && bareMarks(last.text) === bareMarks(piece.text) && hasNote(at - last.text.length, at))
      result[result.length - 1] = { text: last.text, change: 'same' }
    else result.push(piece)
    if (piece.change !== 'inserted') at += piece.text.length
  }
  return result

  function hasNote(from: number, to: number): boolean {
    for (let place = from; place < to; place += 1) {
      const source = sourceAt(place)
      if (source && runAround(part.root, source.start, 'inner')?.inner.name.endsWith('noteReference')) return true
    }
    return false
  }
}

function bareMarks(text: string): string {
  return text.replace(/\[[\p{L}\p{N}*]+\]/gu, '[]')
}

/**
 * What has one place for several characters (a formula, a raised number, the mark of a note) is deleted as a whole or not at all: what stays
 * of its text is inserted again.
 */
function wholeAtoms(editing: WordEditing, start: number, pieces: readonly RedlinePiece[]): readonly RedlinePiece[] {
  const units: { text: string; change: RedlinePiece['change']; atom: number }[] = []
  let at = start
  for (const { text, change } of pieces) {
    if (change === 'inserted') units.push({ text, change, atom: -1 })
    else
      for (const character of text.split('')) {
        units.push({ text: character, change, atom: atomAt(editing, at) })
        at += 1
      }
  }
  const isInside = (index: number) => {
    const [before, after] = [units[index - 1]?.atom, units[index + 1]?.atom]
    return units[index]!.change === 'inserted' && before !== undefined && before >= 0 && before === after
  }
  const broken = new Set(
    units.flatMap(({ change, atom }, index) =>
      change === 'deleted' && atom >= 0 ? [atom] : isInside(index) ? [units[index - 1]!.atom] : [],
    ),
  )
  const result: RedlinePiece[] = []
  for (const { text, change, atom } of units) {
    if (change === 'same' && broken.has(atom)) result.push({ text, change: 'deleted' }, { text, change: 'inserted' })
    else result.push({ text, change })
  }
  return joined(result)
}

/** Deletions before insertions, neighbours of one kind in one. */
function joined(pieces: readonly RedlinePiece[]): readonly RedlinePiece[] {
  const result: RedlinePiece[] = []
  let [deleted, inserted] = ['', '']
  const flush = () => {
    if (deleted !== '') result.push({ text: deleted, change: 'deleted' })
    if (inserted !== '') result.push({ text: inserted, change: 'inserted' })
    deleted = inserted = ''
  }
  for (const { text, change } of pieces) {
    if (change === 'deleted') deleted += text
    else if (change === 'inserted') inserted += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.change === 'same') result[result.length - 1] = { text: last.text + text, change }
      else result.push({ text, change })
    }
  }
  flush()
  return result
}

/** The place of what can only be taken as a whole; -1 for a character of its own. */
function atomAt({ part, sourceAt }: WordEditing, at: number): number {
  const source = sourceAt(at)
  const around = source && runAround(part.root, source.start, 'inner')
  if (!around) return -1
  if (around.run.name !== 'w:r') return around.run.start
  return isSplittable(around.inner) && source.end - source.start === 1 ? -1 : source.start
}

/** Marks each run's share of the text as deleted. */
function removeText({ part, sourceAt, marks, revisions }: WordEditing, from: number, to: number): void {
  let open: { run: XmlElement; start: number; end: number } | null = null
  const close = () => {
    if (open) removeRange({ part, marks, revisions }, open)
    open = null
  }
  for (let at = from; at < to; at += 1) {
    const source = sourceAt(at)
    const run = source && runAround(part.root, source.start, 'inner')?.run
    if (!source || !run) continue
    if ((open as { run: XmlElement } | null)?.run !== run) {
      close()
      open = { run, start: source.start, end: source.end }
    } else open = { run, start: Math.min(open!.start, source.start), end: Math.max(open!.end, source.end) }
  }
  close()
}

function removeRange({ part, marks, revisions }: Editing, range: Span): void {
  const from = runPlace(part, range.start, { side: 'before', reach: 'inner' })
  const to = runPlace(part, range.end, { side: 'after', reach: 'inner' })
  if (from && to && from.at < to.at) marks.remove(from, to, revisions.tag('del'))
}

type Place = { readonly place: RunPlace; readonly properties: string }

/** Behind the character before, else in front of the next one; with the look of the run there. */
function insertionPlace(editing: WordEditing, { start, at, end }: Span & { readonly at: number }): Place | null {
  const { part, sourceAt } = editing
  for (let before = at - 1; before >= start; before -= 1) {
    const source = sourceAt(before)
    const place = source && runPlace(part, source.end, { side: 'after', reach: 'inner' })
    if (place) return { place, properties: lookNear(editing, before, { start, end }) }
  }
  for (let after = at; after < end; after += 1) {
    const source = sourceAt(after)
    const place = source && runPlace(part, source.start, { side: 'before', reach: 'inner' })
    if (place) return { place, properties: lookNear(editing, after, { start, end }) }
  }
  return null
}

/** The properties of the nearest run of words: the mark of a note is no model for words. */
function lookNear({ part, sourceAt }: WordEditing, at: number, { start, end }: Span): string {
  for (let distance = 0; distance < end - start; distance += 1)
    for (const near of [at - distance, at + distance]) {
      const source = near >= start && near < end ? sourceAt(near) : undefined
      const around = source && runAround(part.root, source.start, 'inner')
      if (around?.run.name === 'w:r' && isSplittable(around.inner)) return propertiesOf(part, around.run)
    }
  return ''
}

export function propertiesOf({ xml }: EditedPart, run: XmlElement | undefined): string {
  const properties = childOf(run, 'w:rPr')
  return properties ? xml.slice(properties.start, properties.end) : ''
}
