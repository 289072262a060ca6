import type { ReadLimits } from '../read-limits.ts'
import type { ZipParts } from '../archive/zip-parts.ts'
import { unescaped } from './shared-strings.ts'
import { cellText } from './sheet-grid.ts'
import type { XmlPart } from '../xml/decode-xml.ts'
import type { PartRelation } from '../xml/part-relations.ts'
import { walkXml } from '../xml/walk-xml.ts'

/** A note or a comment at a cell. */
export type SheetNote = { readonly cell: string; readonly author: string; readonly text: string }

/**
 * The notes of a sheet, old ones and threads. A thread also leaves an old note behind for older programs; that one is left
 * out. `people` are the authors of threads by their id.
 */
export async function readSheetNotes(
  zip: ZipParts,
  relations: readonly PartRelation[],
  people: ReadonlyMap<string, string>,
  limits: ReadLimits,
): Promise<readonly SheetNote[]> {
  const threads: SheetNote[] = []
  const notes: SheetNote[] = []
  for (const { type, target } of relations) {
    if (type === 'threadedComment') threads.push(...threadNotes((await zip.read(target)) ?? '', people, limits))
    if (type === 'comments') notes.push(...plainNotes((await zip.read(target)) ?? '', limits))
  }
  const threaded = new Set(threads.map(({ cell }) => cell))
  return [...notes.filter(({ cell }) => !threaded.has(cell)), ...threads]
}

/** The names of those who wrote threads (`xl/persons/*.xml`). */
export async function readPeople(zip: ZipParts, limits: ReadLimits): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>()
  for (const part of zip.names.filter((name) => /^xl\/persons\/[^/]+\.xml$/.test(name)))
    walkXml((await zip.read(part)) ?? '', limits, {
      open(name, { id, displayName }) {
        if (name === 'person' && id !== undefined) people.set(id, displayName ?? '')
      },
    })
  return people
}

function plainNotes(part: XmlPart, limits: ReadLimits): readonly SheetNote[] {
  const authors: string[] = []
  const notes: SheetNote[] = []
  let at = { cell: '', author: 0 }
  let text = ''
  let isText = false
  let phonetic = 0
  walkXml(part, limits, {
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

function threadNotes(part: XmlPart, people: ReadonlyMap<string, string>, limits: ReadLimits): readonly SheetNote[] {
  const notes: SheetNote[] = []
  let at = { cell: '', author: '' }
  let text = ''
  let isText = false
  walkXml(part, limits, {
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
