import { message } from '../../../wording/message.ts'
import type { MediaType } from '../media-type.ts'
import { damagedFailure } from '../read-failure.ts'

export interface OleStreams {
  /** Content of a stream by its name, wherever it lies; undefined when there is none. Throws `ReadFailedError`. */
  stream(name: string): Buffer | undefined
}

type Entry = { readonly name: string; readonly isStream: boolean; readonly start: number; readonly size: number }

const FREE = 0xff_ff_ff_fa
const HEADER_SLOTS = 109
const ENTRY_BYTES = 128
const SMALL_SECTOR_BYTES = 64

/**
 * The streams of an OLE container (MS-CFB). Every chain of sectors is followed at most once around: chains of hostile files
 * loop. Throws `ReadFailedError` when the container is damaged.
 */
export function openOleStreams(bytes: Buffer): OleStreams {
  try {
    return open(bytes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw damagedFailure(message('unread.damage.containerEnds'), error)
  }
}

function open(bytes: Buffer): OleStreams {
  const sectorBytes = 2 ** bytes.readUInt16LE(30)
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw damagedFailure(message('unread.damage.sectors'))
  const sectors = Math.ceil(bytes.length / sectorBytes)
  const sector = (index: number) => bytes.subarray((index + 1) * sectorBytes, (index + 2) * sectorBytes)
  const table = readTable(bytes, sectorBytes, sector)

  function chain(start: number, next: (index: number) => number, most: number): readonly number[] {
    const indexes: number[] = []
    for (let at = start; at < FREE; at = next(at)) {
      if (indexes.length > most) throw damagedFailure(message('unread.damage.containerCircle'))
      indexes.push(at)
    }
    return indexes
  }
  const nextOf = (from: Buffer) => (index: number) =>
    (index + 1) * 4 <= from.length ? from.readUInt32LE(index * 4) : FREE
  const whole = (start: number) => Buffer.concat(chain(start, nextOf(table), sectors).map(sector))

  const entries = readEntries(whole(bytes.readUInt32LE(48)))
  const smallBelow = bytes.readUInt32LE(56)
  const root = entries[0]
  const small = root ? whole(root.start) : Buffer.alloc(0)
  const smallTable = whole(bytes.readUInt32LE(60))

  return {
    stream(name) {
      const entry = entries.find((each) => each.isStream && each.name === name)
      if (!entry) return undefined
      if (entry.size >= smallBelow) return whole(entry.start).subarray(0, entry.size)
      const most = Math.ceil(small.length / SMALL_SECTOR_BYTES)
      const pieces = chain(entry.start, nextOf(smallTable), most).map((index) =>
        small.subarray(index * SMALL_SECTOR_BYTES, (index + 1) * SMALL_SECTOR_BYTES),
      )
      return Buffer.concat(pieces).subarray(0, entry.size)
    },
  }
}

/** The table of sectors; the list of its own sectors begins in the header and goes on in sectors of its own. */
function readTable(bytes: Buffer, sectorBytes: number, sector: (index: number) => Buffer): Buffer {
  const slots: number[] = []
  for (let slot = 0; slot < HEADER_SLOTS; slot += 1) slots.push(bytes.readUInt32LE(76 + slot * 4))
  const sectors = Math.ceil(bytes.length / sectorBytes)
  let more = bytes.readUInt32LE(68)
  for (let count = 0; more < FREE && count < sectors; count += 1) {
    const list = sector(more)
    for (let at = 0; at + 8 <= list.length; at += 4) slots.push(list.readUInt32LE(at))
    more = list.length === sectorBytes ? list.readUInt32LE(sectorBytes - 4) : FREE
  }
  const own = slots.filter((slot) => slot < sectors)
  if (own.length > sectors) throw damagedFailure(message('unread.damage.sameSectors'))
  return Buffer.concat(own.map(sector))
}

function readEntries(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(64, directory.readUInt16LE(at + 64))
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
      isStream: directory[at + 66] === 2,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}

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
