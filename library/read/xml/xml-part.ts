import type { ZipParts } from '../archive/zip-parts.ts'
import { decodeText } from '../text/decode-text.ts'

/** The text of an XML part; undefined where there is none of that name. Throws `ReadFailedError` past the limits. */
export async function xmlPart(zip: ZipParts, name: string): Promise<string | undefined> {
  const bytes = await zip.read(name)
  if (bytes === undefined) return undefined
  const head = bytes.subarray(0, 200).toString('latin1')
  return decodeText(bytes, /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ?? 'utf-8').text
}
