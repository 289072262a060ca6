import { openZipParts } from '../../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import { isInk, traceDocx } from '../../../library/read/word/docx/trace-docx.ts'
import { bodyPlaces } from '../../../library/write/placed-parts.ts'
import { redlineDocx } from '../../../library/write/redline-docx.ts'
import { xmlFaults } from './well-formed.ts'
import type { RedlinePart } from '../../../library/write/redline-part.ts'

export const AUTHOR = { name: 'Ann "A" Lee & Co', date: '2026-11-30T10:00:00.000Z' }

/** The body of a Word file as it reads once all its changes are accepted, or rejected; without white space. */
export async function bodyOf(file: Uint8Array, changes: 'accepted' | 'rejected'): Promise<string> {
  const trace = await traceDocx(await openZipParts(Buffer.from(file), READ_LIMITS), READ_LIMITS, changes)
  return bodyPlaces(trace)
    .map((at) => trace.text[at])
    .join('')
}

export function ink(text: string): string {
  return text
    .split('')
    .filter((_, at) => isInk(text, at))
    .join('')
}

export function redlined(file: Buffer, parts: readonly RedlinePart[]) {
  return redlineDocx(file, { parts, author: AUTHOR }, READ_LIMITS)
}

/** The XML of the text of a Word file. */
export async function textXml(file: Uint8Array): Promise<string> {
  return partXml(file, 'document.xml')
}

export async function partXml(file: Uint8Array, name: string): Promise<string> {
  const zip = await openZipParts(Buffer.from(file), READ_LIMITS)
  return String(await zip.read(`word/${name}`))
}

/** What a strict parser refuses in any part of a file. */
export async function faultsIn(file: Uint8Array): Promise<readonly string[]> {
  const zip = await openZipParts(Buffer.from(file), READ_LIMITS)
  const faults: string[] = []
  for (const name of zip.names.filter((one) => /\.(xml|rels)$/.test(one)))
    for (const fault of xmlFaults(String(await zip.read(name)))) faults.push(`${name}: ${fault}`)
  return faults
}

type Shape = Partial<Pick<RedlinePart, 'kind' | 'level' | 'label'>>

/** Parts of each kind. */
export function same(text: string, shape: Shape = {}): RedlinePart {
  return { kind: 'paragraph', level: 0, label: 0, ...shape, pieces: [{ text, change: 'same' }] }
}

export function removed(text: string, shape: Shape = {}): RedlinePart {
  return { ...same(text, shape), pieces: [{ text, change: 'deleted' }] }
}

export function added(text: string, shape: Shape = {}): RedlinePart {
  return { ...same(text, shape), pieces: [{ text, change: 'inserted' }] }
}

export function changed(pieces: RedlinePart['pieces'], shape: Shape = {}): RedlinePart {
  return { ...same('', shape), pieces }
}
