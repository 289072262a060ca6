import type { ZipParts } from '../archive/open-zip.ts'
import { gateFailure, lockedFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import type { ReadSource } from '../read-source.ts'
import { decodeText } from '../decode-text.ts'
import { decodeXml } from './walk-xml.ts'

/** The parts of an OpenDocument file that hold its text: the flat form has text and styles in one, and no container. */
export type OpenDocumentParts = { readonly content: string; readonly styles: string; readonly zip: ZipParts | null }

/** Opens a file of any OpenDocument kind, zipped or flat. Throws `ReadFailedError`. */
export async function openDocumentParts({
  bytes,
  zip,
  limits,
}: Pick<ReadSource, 'bytes' | 'zip' | 'limits'>): Promise<OpenDocumentParts> {
  if (!zip) {
    checkFlatSize(bytes, limits)
    return { content: decodeText(bytes).text, styles: '', zip: null }
  }
  const xml = async (name: string) => {
    const part = await zip.read(name)
    return part ? decodeXml(part) : ''
  }
  if (/<(\w+:)?encryption-data\b/.test(await xml('META-INF/manifest.xml'))) throw lockedFailure('openDocument')
  return { content: await xml('content.xml'), styles: await xml('styles.xml'), zip }
}

/** The folder of an object inside the document ("Object 1"), by the link to it. */
export function objectFolder(link: string | undefined): string {
  return (link ?? '').replace(/^\.\//, '').replace(/\/$/, '')
}

/** Throws `ReadFailedError` where a document without a container is larger than one in a container may be unpacked. */
export function checkFlatSize(bytes: Buffer, limits: ReadLimits): void {
  const sizeMb = Math.ceil(bytes.length / BYTES_PER_MB)
  if (sizeMb > limits.zipInflatedMb) throw gateFailure('document', { value: sizeMb, limit: limits.zipInflatedMb })
}
