import { openZipParts } from '../../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import { isInk, traceDocx } from '../../../library/read/word/docx/trace-docx.ts'
import { bodyPlaces } from '../../../library/write/placed-parts.ts'
import { redlineDocx } from '../../../library/write/redline-docx.ts'
import { xmlFaults } from './well-formed.ts'
import { writeZip } from '../../../scripts/write-zip.ts'
import { type RedlinePart, textAfter, textBefore } from '../../../library/write/redline-part.ts'
import { paragraph, typedDocx } from '../read/typed-docx.ts'

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

/** The same file with the XML of these parts written otherwise. */
export async function rewritten(file: Buffer, names: RegExp, otherwise: (xml: string) => string): Promise<Buffer> {
  const zip = await openZipParts(file, READ_LIMITS)
  const data = async (name: string) => (await zip.read(name)) ?? Buffer.alloc(0)
  return writeZip(
    await Promise.all(
      zip.names.map(async (name) => ({
        name,
        data: names.test(name) ? otherwise(String(await data(name))) : await data(name),
      })),
    ),
  )
}

/** The same file whose parts declare the vocabulary as the default one; only attributes have a prefix, and with none they go. */
export function withDefaultNamespace(file: Buffer, prefix: string): Promise<Buffer> {
  return rewritten(file, /word\/\w+\.xml$/, (xml) =>
    xml
      .replace(/(<\/?)w:/g, '$1')
      .replaceAll('xmlns:w=', 'xmlns=')
      .replace(/<(document|footnotes|comments)\b[^>]*?(?=>)/, (tag) =>
        prefix === '' ? tag : `${tag} xmlns:${prefix}="${WORD}"`,
      )
      .replace(/\sw:(\w+="[^"]*")/g, prefix === '' ? '' : ` ${prefix}:$1`),
  )
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

type Shape = Partial<Pick<RedlinePart, 'kind' | 'level' | 'label' | 'isNote'>>

/** Parts of each kind. */
export function same(text: string, shape: Shape = {}): RedlinePart {
  return { kind: 'paragraph', level: 0, label: 0, isNote: false, ...shape, pieces: [{ text, change: 'same' }] }
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

export const CELL = (text: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`
export const ROW = (...cells: readonly string[]) => `<w:tr>${cells.map(CELL).join('')}</w:tr>`
export const TABLE = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

/** The redline of this file, what it reads as both ways, and what it is to read as. */
export async function bothWays(
  body: string,
  parts: readonly RedlinePart[],
  others: Readonly<Record<string, string>> = {},
) {
  const { file, differs } = await redlined(typedDocx(body, others), parts)
  const read = {
    rejected: await bodyOf(file, 'rejected'),
    accepted: await bodyOf(file, 'accepted'),
    differs,
    faults: await faultsIn(file),
  }
  const textOf = (side: typeof textBefore) => ink(parts.map(({ pieces }) => side(pieces)).join(''))
  return {
    read,
    meant: { rejected: textOf(textBefore), accepted: textOf(textAfter), differs: 'nowhere', faults: [] },
    xml: await textXml(file),
  }
}
