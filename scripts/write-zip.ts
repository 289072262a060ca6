import { crc32, deflateRawSync } from 'node:zlib'

/** Bytes that are already deflated, with the length and CRC-32 of what they inflate to. */
export type DeflatedData = { readonly deflated: Buffer; readonly size: number; readonly crc: number }

export type ZipEntry = {
  readonly name: string
  readonly data: string | Buffer | DeflatedData
  /** The uncompressed size that the archive claims, where it is to lie. */
  readonly declaredSize?: number
  /** Kept as it is, not compressed. */
  readonly isStored?: boolean
}

/** 1 January 2024, 00:00, as MS-DOS writes it: a fixed time keeps the bytes the same on every run. */
const dosTime = 0
const dosDate = ((2024 - 1980) << 9) | (1 << 5) | 1

/** A zip archive with the entries in the given order. It checks no names and no sizes: hostile files are made of it as well. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = entry.isStored ? stored(entry.data) : deflate(entry.data)
    const name = Buffer.from(entry.name, 'utf8')
    const common = commonFields(data, entry.declaredSize ?? data.size, name.length)
    if (entry.isStored) common.writeUInt16LE(0, 4)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, data.deflated])
    directory.push(Buffer.concat([directoryHead(common, offset), name]))
    bodies.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...bodies, central, endRecord(entries.length, central.length, offset)])
}

function deflate(data: ZipEntry['data']): DeflatedData {
  if (typeof data === 'object' && 'deflated' in data) return data
  const bytes = Buffer.from(data)
  return { deflated: deflateRawSync(bytes, { level: 9 }), size: bytes.length, crc: crc32(bytes) }
}

function stored(data: ZipEntry['data']): DeflatedData {
  if (typeof data === 'object' && 'deflated' in data) return data
  const bytes = Buffer.from(data)
  return { deflated: bytes, size: bytes.length, crc: crc32(bytes) }
}

/** The 26 bytes that the local header and the central directory share (APPNOTE 4.3.7: version to extra-field length). */
function commonFields(data: DeflatedData, declaredSize: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2) // names are UTF-8
  fields.writeUInt16LE(8, 4) // deflate
  fields.writeUInt16LE(dosTime, 6)
  fields.writeUInt16LE(dosDate, 8)
  fields.writeUInt32LE(data.crc, 10)
  fields.writeUInt32LE(data.deflated.length, 14)
  fields.writeUInt32LE(declaredSize, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

function directoryHead(common: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail])
}

function endRecord(entries: number, directorySize: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 0, 'latin1')
  record.writeUInt16LE(entries, 8)
  record.writeUInt16LE(entries, 10)
  record.writeUInt32LE(directorySize, 12)
  record.writeUInt32LE(directoryOffset, 16)
  return record
}
