import type { ZipParts } from '../archive/open-zip.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type PartRelation, partRelations } from '../xml/package-parts.ts'
import { walkXml, type XmlPart } from '../xml/walk-xml.ts'
import { cellText } from './sheet-grid.ts'
import { unescaped } from './workbook-parts.ts'

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

type SheetDrawings = {
  /** Text boxes and the titles of charts, one line each. */
  readonly texts: readonly string[]
  readonly pictures: number
}

/** What is drawn over a sheet: the text of its shapes and the titles of its charts; pictures are counted. */
export async function readSheetDrawings(
  zip: ZipParts,
  sheetRelations: readonly PartRelation[],
  limits: ReadLimits,
): Promise<SheetDrawings> {
  const texts: string[] = []
  let pictures = 0
  for (const { target } of sheetRelations.filter(({ type }) => type === 'drawing')) {
    const part = await zip.read(target)
    if (!part) continue
    const shapes = textsIn(part, 'txBody', limits)
    texts.push(...shapes.texts)
    pictures += shapes.pictures
    for (const chart of (await partRelations(zip, target, limits)).filter(({ type }) => /^chart(Ex)?$/.test(type))) {
      const titles = textsIn((await zip.read(chart.target)) ?? '', 'title', limits)
      texts.push(...titles.texts.map((title) => `Chart: ${title}`))
    }
  }
  return { texts, pictures }
}

/** The text inside each element of that name, paragraphs joined. A title that is linked to a cell holds its last value. */
function textsIn(part: XmlPart, element: string, limits: ReadLimits): SheetDrawings {
  const texts: string[] = []
  let depth = 0
  let text = ''
  let isText = false
  let pictures = 0
  walkXml(part, limits, {
    open(name) {
      if (name === 'pic') pictures += 1
      if (name === element) depth += 1
      isText = depth > 0 && (name === 't' || name === 'v')
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      isText = false
      if (name === 'p') text += '\n'
      if (name !== element) return
      depth -= 1
      if (depth === 0 && cellText(text) !== '') texts.push(cellText(text))
      if (depth === 0) text = ''
    },
  })
  return { texts, pictures }
}
