import type { MediaType } from '../media-type.ts'

/** Streams that tell what an OLE file is, as they stand in its directory. */
const STREAMS: readonly (readonly [stream: string, type: MediaType])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__substg1.0_', 'application/vnd.ms-outlook'],
  // Excel 5 and 95; last, for it is a word that may stand anywhere.
  ['Book', 'application/vnd.ms-excel'],
]

/** What kind of Office file an OLE container holds; null where no stream tells. */
export function oleType(bytes: Buffer): MediaType | null {
  return STREAMS.find(([stream]) => hasStream(bytes, stream))?.[1] ?? null
}

/** Whether it is only the wrapper of an encrypted file of the new format. */
export function isEncryptedPackage(bytes: Buffer): boolean {
  return hasStream(bytes, 'EncryptedPackage')
}

function hasStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(name, 'utf16le'))
}
