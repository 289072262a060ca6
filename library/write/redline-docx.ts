import { openZipParts } from '../read/archive/open-zip.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { readDocxStyles } from '../read/word/docx/docx-styles.ts'
import { isInk, traceDocx } from '../read/word/docx/trace-docx.ts'
import { acceptChanges } from './accept-changes.ts'
import { createDocxPackage } from './docx-package.ts'
import { markParts } from './mark-parts.ts'
import { bodyPlaces } from './placed-parts.ts'
import { type RedlineAuthor, type RedlinePart, textAfter, textBefore } from './redline-part.ts'
import type { EditedPart } from './run-places.ts'
import { createXmlEdits } from './xml-edits.ts'
import { xmlTree } from './xml-tree.ts'

export type RedlineRequest = { readonly parts: readonly RedlinePart[]; readonly author: RedlineAuthor }

export type Redlined = {
  readonly file: Uint8Array
  /** Read back, it gives the second document where all is accepted and the first where all is rejected. */
  readonly isExact: boolean
}

/**
 * The first document, a Word file, with insertions and deletions that make the second of it. Its own look is kept, and only its text is written
 * anew. Changes that it marks already are accepted first, so that rejecting gives the text that was compared. Throws `ReadFailedError`.
 */
export async function redlineDocx(bytes: Buffer, { parts, author }: RedlineRequest, limits: ReadLimits): Promise<Redlined> {
  const own = await acceptChanges(bytes, limits)
  const trace = await traceDocx(await openZipParts(own, limits), limits)
  const xml = await trace.parts.xml(trace.parts.main)
  const part: EditedPart = { xml, root: xmlTree(xml, limits), edits: createXmlEdits() }
  const styles = readDocxStyles(await trace.parts.xmlOf('styles'), limits)
  const isMarked = markParts(parts, { trace, part, author, headingStyle: styles.headingOf })
  const file = createDocxPackage(own, trace.parts, limits)
  if (!part.edits.isEmpty) file.replace(trace.parts.main, part.edits.apply(xml))
  const written = await file.save()
  return { file: written, isExact: isMarked && (await readsAs(written, parts, limits)) }
}

async function readsAs(bytes: Buffer, parts: readonly RedlinePart[], limits: ReadLimits): Promise<boolean> {
  const read = async (changes: 'accepted' | 'rejected') => {
    const trace = await traceDocx(await openZipParts(bytes, limits), limits, changes)
    return bodyPlaces(trace)
      .map((at) => trace.text[at])
      .join('')
  }
  const first = ink(parts.map(({ pieces }) => textBefore(pieces)).join(''))
  const second = ink(parts.map(({ pieces }) => textAfter(pieces)).join(''))
  return (await read('rejected')) === first && (await read('accepted')) === second
}

function ink(text: string): string {
  return text
    .split('')
    .filter((_, at) => isInk(text, at))
    .join('')
}
