import type { TextSource } from '../read/word/flow.ts'
import { type DocxTrace, isInk } from '../read/word/docx/trace-docx.ts'
import { type RedlinePart, textBefore } from './redline-part.ts'
import { type EditedPart, runAround } from './run-places.ts'
import { pathTo, type XmlElement } from './xml-tree.ts'

/** A part of the first document with its places in the file. */
export type PlacedPart = {
  readonly part: RedlinePart
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

/** Where the characters of a document's own text stand, white space left out. */
export function bodyPlaces({ text, blocks }: Pick<DocxTrace, 'text' | 'blocks'>): readonly number[] {
  return blocks
    .filter(({ kind }) => !APART.has(kind))
    .flatMap(({ start, end }) => {
      const places: number[] = []
      for (let at = start; at < end; at += 1) if (isInk(text, at)) places.push(at)
      return places
    })
}

/**
 * Finds the parts that the first document has. Null where the file does not read as they say; undefined for parts behind its text, which
 * are notes.
 */
export function placeParts(
  parts: readonly RedlinePart[],
  trace: DocxTrace,
  edited: EditedPart,
): readonly (PlacedPart | undefined)[] | null {
  const places = bodyPlaces(trace)
  let next = 0
  const placed: (PlacedPart | undefined)[] = []
  for (const [index, part] of parts.entries()) {
    const text = textBefore(part.pieces)
    if (text === '' || next >= places.length) {
      placed.push(undefined)
      continue
    }
    const sources = sourcesOf(text, places.slice(next, next + text.length), trace)
    if (!sources) return null
    next += inkOf(text)
    placed.push({ part, index, sources, ...structure(edited, part, sources) })
  }
  return next === places.length ? placed : null
}

/** Where each character of a part stands; null where the text goes on otherwise. */
function sourcesOf(text: string, places: readonly number[], trace: DocxTrace): PlacedPart['sources'] | null {
  const sources: (TextSource | undefined)[] = []
  let next = 0
  for (let at = 0; at < text.length; at += 1) {
    const place = places[next]
    if (!isInk(text, at)) {
      // White space between two words has its place where the file writes any.
      const between = next === 0 ? -1 : places[next - 1]! + 1
      sources.push(between >= 0 && !isInk(trace.text, between) ? inMain(trace, between) : undefined)
    } else if (place === undefined || trace.text[place] !== text[at]) return null
    else {
      sources.push(inMain(trace, place))
      next += 1
    }
  }
  return sources
}

function inkOf(text: string): number {
  return text.split('').filter((_, at) => isInk(text, at)).length
}

function inMain({ sources, parts }: DocxTrace, at: number): TextSource | undefined {
  return sources[at]?.part === parts.main ? sources[at] : undefined
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
