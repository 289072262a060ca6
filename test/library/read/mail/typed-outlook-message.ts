import { burn } from '@kenjiuno/msgreader/lib/Burner.js'

type Storage = {
  /** Texts, bytes and numbers by their property tag, such as "0037001F". */
  readonly properties: Readonly<Record<string, string | Buffer | number>>
  readonly storages?: Readonly<Record<string, Storage>>
}
type Entry = { name: string; type: number; children?: number[]; length: number; binaryProvider?: () => Uint8Array }

const STORAGE = 1
const STREAM = 2
const ROOT = 5
/** The head of the property stream of a message, and of what lies in one. */
const HEAD_BYTES = { message: 32, inner: 24, other: 8 }

/** A message of Outlook with these properties; attachments and recipients are storages named as in [MS-OXMSG]. */
export function typedOutlookMessage(message: Storage): Buffer {
  const entries: Entry[] = []
  add(entries, 'Root Entry', ROOT, message, HEAD_BYTES.message)
  return Buffer.from(burn(entries as Parameters<typeof burn>[0]))
}

function add(entries: Entry[], name: string, type: number, storage: Storage, headBytes: number): number {
  const children: number[] = []
  const index = entries.push({ name, type, children, length: 0 }) - 1
  const stream = (streamName: string, bytes: Buffer) =>
    children.push(
      entries.push({
        name: streamName,
        type: STREAM,
        length: bytes.length,
        binaryProvider: () => new Uint8Array(bytes),
      }) - 1,
    )
  const fixed: Buffer[] = [Buffer.alloc(headBytes)]
  for (const [tag, value] of Object.entries(storage.properties)) {
    if (typeof value === 'number') fixed.push(fixedProperty(tag, value))
    else stream(`__substg1.0_${tag}`, typeof value === 'string' ? Buffer.from(value, 'utf16le') : value)
  }
  stream('__properties_version1.0', Buffer.concat(fixed))
  for (const [storageName, inner] of Object.entries(storage.storages ?? {}))
    children.push(
      add(entries, storageName, STORAGE, inner, storageName.includes('000D') ? HEAD_BYTES.inner : HEAD_BYTES.other),
    )
  return index
}

function fixedProperty(tag: string, value: number): Buffer {
  const property = Buffer.alloc(16)
  property.writeUInt32LE(Number.parseInt(tag, 16), 0)
  property.writeUInt32LE(value, 8)
  return property
}
