import type { Span } from '../../text/spans.ts'
import type { TextSource } from '../read/word/flow.ts'
import { type DocxTrace, isInk } from '../read/word/docx/trace-docx.ts'
import { type RedlinePart, textBefore } from './redline-part.ts'
import { type EditedPart, runAround } from './run-places.ts'
import { pathTo, type XmlElement } from './xml-tree.ts'

/** A part of the first document with its places in the file. */
export type PlacedPart = {
  readonly part: RedlinePart
  /** The part of the file that has its text: the main one, or that of the notes. */
  readonly file: string
  /** Among all parts. */
  readonly index: number
  /** By character of its first text. */
  readonly sources: readonly (TextSource | undefined)[]
  /** How many characters in front are a number that programs write by themselves. */
  readonly numberLength: number
  readonly paragraphs: readonly XmlElement[]
  /** The row that it is. */
  readonly row: XmlElement | undefined
}

/** Not of the text that two documents are compared by. */
const APART: ReadonlySet<string> = new Set(['header', 'footer', 'note'])

/** The places of the characters of a document's own text, white space left out. */
export function bodyPlaces({ text, blocks }: Pick<DocxTrace, 'text' | 'blocks'>): readonly number[] {
  return blocks.filter(({ kind }) => !APART.has(kind)).flatMap((block) => inkPlaces(text, block))
}

function inkPlaces(text: string, { start, end }: Span): readonly number[] {
  const places: number[] = []
  for (let at = start; at < end; at += 1) if (isInk(text, at)) places.push(at)
  return places
}

/**
 * Finds the parts that the first document has. Null where the file does not read as they say; undefined for those that only the second has,
 * and for notes that the file has nowhere. `files`: the main part, and those of the notes.
 */
export function placeParts(
  parts: readonly RedlinePart[],
  trace: DocxTrace,
  files: ReadonlyMap<string, EditedPart>,
): readonly (PlacedPart | undefined)[] | null {
  const places = bodyPlaces(trace)
  const notes = notesOf(trace, files)
  let next = 0
  const placed: (PlacedPart | undefined)[] = []
  for (const [index, part] of parts.entries()) {
    const text = textBefore(part.pieces)
    const isBody = text !== '' && next < places.length
    const place = isBody ? { file: trace.parts.main, places: places.slice(next, next + text.length) } : notes(text)
    const sources = place && sourcesOf(text, place, trace)
    if (isBody && !sources) return null
    if (isBody) next += inkOf(text)
    placed.push(
      place && sources
        ? { part, index, sources, ...structure(files.get(place.file)!, part, sources), file: place.file }
        : undefined,
    )
  }
  return next === places.length ? placed : null
}

type TextPlace = { readonly file: string; readonly places: readonly number[] }

/** Footnotes and endnotes; what else is a note was laid over the text, such as a comment. */
export function noteBlocks({ blocks, sources, parts }: DocxTrace) {
  const files = new Set([parts.nameOf('footnotes'), parts.nameOf('endnotes')])
  return blocks.flatMap(({ kind, start, end }) => {
    const file = kind === 'note' ? sources.slice(start, end).find((source) => source)?.part : undefined
    return file !== undefined && files.has(file) ? [{ start, end, file }] : []
  })
}

/** Gives the next note of this text, with the part that has it. */
function notesOf(trace: DocxTrace, files: ReadonlyMap<string, EditedPart>) {
  const { text } = trace
  const notes = noteBlocks(trace).filter(({ file }) => files.has(file))
  return (wanted: string): TextPlace | null => {
    const at = wanted === '' ? -1 : notes.findIndex(({ start, end }) => sameInk(text.slice(start, end), wanted))
    const [found] = at < 0 ? [] : notes.splice(at, 1)
    return found ? { file: found.file, places: inkPlaces(text, found) } : null
  }
}

function sameInk(one: string, other: string): boolean {
  return one.replace(/\s+/g, '') === other.replace(/\s+/g, '')
}

/** The place of each character of a part; null where the text goes on otherwise. */
function sourcesOf(text: string, { places, file }: TextPlace, trace: DocxTrace): PlacedPart['sources'] | null {
  const sources: (TextSource | undefined)[] = []
  let next = 0
  for (let at = 0; at < text.length; at += 1) {
    const place = places[next]
    if (!isInk(text, at)) {
      // White space between two words has its place where the file writes any.
      const between = next === 0 ? -1 : places[next - 1]! + 1
      sources.push(between >= 0 && !isInk(trace.text, between) ? inFile(trace, file, between) : undefined)
    } else if (place === undefined || trace.text[place] !== text[at]) return null
    else {
      sources.push(inFile(trace, file, place))
      next += 1
    }
  }
  return sources
}

function inkOf(text: string): number {
  return text.split('').filter((_, at) => isInk(text, at)).length
}

function inFile({ sources }: DocxTrace, file: string, at: number): TextSource | undefined {
  return sources[at]?.part === file ? sources[at] : undefined
}

function structure({ root }: EditedPart, part: RedlinePart, sources: PlacedPart['sources']) {
  const paragraphs = new Set<XmlElement>()
  let row: XmlElement | undefined
  for (const source of sources) {
    const paragraph = source && runAround(root, source.start, 'inner')?.paragraph
    if (paragraph) paragraphs.add(paragraph)
  }
  const first = sources.find((source) => source !== undefined)
  if (part.kind === 'row' && first) row = pathTo(root, first.start).findLast(({ name }) => name === 'w:tr')
  const isWhole = row && [...paragraphs].every(({ start, end }) => row.start <= start && end <= row.end)
  const own = sources.findIndex((source) => source !== undefined)
  return { paragraphs: [...paragraphs], row: isWhole ? row : undefined, numberLength: Math.max(0, own) }
}
