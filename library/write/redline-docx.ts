import { isDeepStrictEqual } from 'node:util'
import { openZipParts } from '../read/archive/open-zip.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { readDocxStyles } from '../read/word/docx/docx-styles.ts'
import { type DocxTrace, isInk, traceDocx } from '../read/word/docx/trace-docx.ts'
import { acceptChanges } from './accept-changes.ts'
import { createDocxPackage } from './docx-package.ts'
import { type MarkedParts, markParts } from './mark-parts.ts'
import { bodyPlaces, noteBlocks } from './placed-parts.ts'
import { type RedlineAuthor, type RedlinePart, textAfter, textBefore } from './redline-part.ts'
import type { EditedPart } from './run-places.ts'
import { declareWordPrefix } from './word-prefix.ts'
import { createXmlEdits, xmlTree } from './xml-tree.ts'

export type RedlineRequest = { readonly parts: readonly RedlinePart[]; readonly author: RedlineAuthor }

export type Redlined = {
  readonly file: Uint8Array
  /**
   * How it differs, read back, from the second document where all is accepted and from the first where all is rejected. `numbers`: in
   * numbers that programs write by themselves.
   */
  readonly differs: 'nowhere' | 'numbers' | 'text'
  /** False: it has macros, so Word does not open it under the name of an ordinary document. */
  readonly isDocument: boolean
}

/**
 * The first document, a Word file, with insertions and deletions that make the second of it. Its own look is kept, and only its text is
 * changed. Changes that it marks already are accepted first, so that rejecting gives the text that was compared. Throws `ReadFailedError`.
 */
export async function redlineDocx(
  bytes: Buffer,
  { parts, author }: RedlineRequest,
  limits: ReadLimits,
): Promise<Redlined> {
  const own = await acceptChanges(bytes, limits)
  const trace = await traceDocx(await openZipParts(own, limits), limits)
  const files = await openFiles(trace, limits)
  const styles = readDocxStyles(await trace.parts.xmlOf('styles'), limits)
  const marked = markParts(parts, { trace, files, author, headingStyle: styles.headingOf })
  const file = createDocxPackage(own, trace.parts, limits)
  for (const [name, part] of files) {
    if (part.edits.isEmpty) continue
    declareWordPrefix(part)
    file.replace(name, part.edits.apply(part.xml))
  }
  const isDocument = await file.becomeDocument()
  const written = await file.save()
  return { file: written, isDocument, differs: marked ? await readBack(written, marked, limits) : 'text' }
}

/** The text and the notes. */
async function openFiles({ parts }: DocxTrace, limits: ReadLimits): Promise<ReadonlyMap<string, EditedPart>> {
  const files = new Map<string, EditedPart>()
  for (const name of [parts.main, parts.nameOf('footnotes'), parts.nameOf('endnotes')]) {
    const xml = await parts.xml(name)
    if (xml !== '') files.set(name, { xml, root: xmlTree(xml, limits), edits: createXmlEdits() })
  }
  return files
}

async function readBack(bytes: Buffer, { body, notes }: MarkedParts, limits: ReadLimits): Promise<Redlined['differs']> {
  const found = new Set<Redlined['differs']>()
  for (const [changes, textOf] of [
    ['rejected', textBefore],
    ['accepted', textAfter],
  ] as const) {
    const trace = await traceDocx(await openZipParts(bytes, limits), limits, changes)
    const expected = ink(body.map(({ pieces }) => textOf(pieces)).join(''))
    const read = bodyPlaces(trace)
      .map((at) => trace.text[at])
      .join('')
    if (
      !hasNotes(
        trace,
        notes.map(({ pieces }) => textOf(pieces)),
      )
    )
      found.add('text')
    found.add(read === expected ? 'nowhere' : matchesButNumbers(trace, expected) ? 'numbers' : 'text')
  }
  return found.has('text') ? 'text' : found.has('numbers') ? 'numbers' : 'nowhere'
}

/** These notes and no others, whatever they are counted by. */
function hasNotes(trace: DocxTrace, wanted: readonly string[]): boolean {
  const bare = (note: string) => ink(note).replace(/^\[[^\]]*\]/, '')
  const sorted = (notes: readonly string[]) =>
    notes
      .map(bare)
      .filter((note) => note !== '')
      .toSorted()
  const there = noteBlocks(trace).map(({ start, end }) => trace.text.slice(start, end))
  return isDeepStrictEqual(sorted(there), sorted(wanted))
}

/** "12.1.3 (iv)", "Schedule 12, Part III". */
const LONGEST_NUMBER = 24

/** Stretch by stretch, each as the text goes on, or goes on behind a number. */
function matchesButNumbers(trace: DocxTrace, expected: string): boolean {
  let at = 0
  for (const { text, hasNumber } of trace.blocks.flatMap((block) => stretchesOf(trace, block))) {
    const most = hasNumber ? LONGEST_NUMBER : 0
    const skipped = Array.from({ length: most + 1 }, (_, count) => count).find((count) =>
      expected.startsWith(text, at + count),
    )
    if (skipped === undefined) return false
    at += skipped + text.length
  }
  return at === expected.length
}

type Stretch = { text: string; readonly hasNumber: boolean }

/** The text between the numbers in front of a paragraph, or in the cells of a table. Of a block that has no place in the file, all of it. */
function stretchesOf({ text, sources }: DocxTrace, block: DocxTrace['blocks'][number]): readonly Stretch[] {
  const places = bodyPlaces({ text, blocks: [block] })
  if (places.every((place) => !sources[place]))
    return [{ text: places.map((at) => text[at]).join(''), hasNumber: false }]
  const stretches: Stretch[] = []
  let [hasNumber, isOpen] = [false, false]
  for (const place of places) {
    if (!sources[place]) [hasNumber, isOpen] = [true, false]
    else if (isOpen) stretches.at(-1)!.text += text[place]
    else {
      stretches.push({ text: text[place]!, hasNumber })
      ;[hasNumber, isOpen] = [false, true]
    }
  }
  return stretches
}

function ink(text: string): string {
  return text
    .split('')
    .filter((_, at) => isInk(text, at))
    .join('')
}
