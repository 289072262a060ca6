import type { ReadLimits } from '../read-limits.ts'
import type { ZipParts } from '../archive/zip-parts.ts'
import { unescaped } from './shared-strings.ts'
import { cellText } from './sheet-grid.ts'
import { streamXml } from './stream-xml.ts'
import type { Relation } from './workbook-parts.ts'

/** A note or a comment at a cell. */
export type SheetNote = { readonly cell: string; readonly author: string; readonly text: string }

/**
 * The notes of a sheet, old ones and threads. A thread also leaves an old note behind for older programs; that one is left
 * out. `people` are the authors of threads by their id.
 */
export async function readSheetNotes(
  zip: ZipParts,
  relations: readonly Relation[],
  people: ReadonlyMap<string, string>,
  limits: ReadLimits,
): Promise<readonly SheetNote[]> {
  const threads: SheetNote[] = []
  const notes: SheetNote[] = []
  for (const { kind, target } of relations) {
    if (kind === 'threadedComment') threads.push(...threadNotes((await zip.read(target)) ?? EMPTY, people, limits))
    if (kind === 'comments') notes.push(...plainNotes((await zip.read(target)) ?? EMPTY, limits))
  }
  const threaded = new Set(threads.map(({ cell }) => cell))
  return [...notes.filter(({ cell }) => !threaded.has(cell)), ...threads]
}

/** The names of those who wrote threads (`xl/persons/*.xml`). */
export async function readPeople(zip: ZipParts, limits: ReadLimits): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>()
  for (const part of zip.names.filter((name) => /^xl\/persons\/[^/]+\.xml$/.test(name)))
    streamXml((await zip.read(part)) ?? EMPTY, limits, {
      open(name, { id, displayName }) {
        if (name === 'person' && id !== undefined) people.set(id, displayName ?? '')
      },
    })
  return people
}

const EMPTY = Buffer.alloc(0)

function plainNotes(part: Buffer, limits: ReadLimits): readonly SheetNote[] {
  const authors: string[] = []
  const notes: SheetNote[] = []
  let at = { cell: '', author: 0 }
  let text = ''
  let isText = false
  let phonetic = 0
  streamXml(part, limits, {
    open(name, { ref = '', authorId }) {
      if (name === 'comment') at = { cell: ref, author: Number(authorId ?? 0) }
      if (name === 'comment' || name === 'author') text = ''
      if (name === 'rPh') phonetic += 1
      isText = name === 'author' || (name === 't' && phonetic === 0)
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      isText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'author') authors.push(cellText(text))
      if (name === 'comment') notes.push(noteOf(at.cell, authors[at.author] ?? '', text))
    },
  })
  return notes
}

/** Excel begins the text of a note with the name of its author. */
function noteOf(cell: string, author: string, raw: string): SheetNote {
  const text = cellText(unescaped(raw))
  return {
    cell,
    author,
    text: author !== '' && text.startsWith(`${author}:`) ? text.slice(author.length + 1).trim() : text,
  }
}

function threadNotes(part: Buffer, people: ReadonlyMap<string, string>, limits: ReadLimits): readonly SheetNote[] {
  const notes: SheetNote[] = []
  let at = { cell: '', author: '' }
  let text = ''
  let isText = false
  streamXml(part, limits, {
    open(name, { ref = '', personId = '' }) {
      if (name === 'threadedComment') at = { cell: ref, author: people.get(personId) ?? '' }
      isText = name === 'text'
      if (isText) text = ''
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      isText = false
      if (name === 'threadedComment') notes.push({ ...at, text: cellText(unescaped(text)) })
    },
  })
  return notes
}
