import { message } from '../../../wording/message.ts'
import { damagedFailure } from '../read-failure.ts'

const NONE = -1
const DIRECTORY = 1
const STREAM = 2
const ROOT = 5
const ENTRY_BYTES = 128
const MINI_STREAM_BELOW = 4096
const FAT_IN_HEADER = 109

type Entry = {
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly sizeBytes: number
}

/**
 * The gate before a parser of OLE files: its chains end, its directory is a tree, and its streams are not larger together
 * than the file. Parsers follow chains blindly and take memory as the file asks. Throws `ReadFailedError` (`damaged`).
 */
export function checkOle(bytes: Buffer): void {
  try {
    check(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw damagedFailure(message('unread.damage.directory'), error)
    throw error
  }
}

function check(bytes: Buffer): void {
  const shift = bytes.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw damagedFailure(message('unread.damage.blockSize'))
  const sectorBytes = 1 << shift
  const sectorCount = Math.ceil(bytes.length / sectorBytes)
  // Parsers loop as often as these say.
  if ([44, 64, 72].some((at) => bytes.readUInt32LE(at) > sectorCount))
    throw damagedFailure(message('unread.damage.blocks'))
  const offsetOf = (sector: number) => (sector + 1) * sectorBytes
  const fat = fatSectors(bytes, sectorBytes, sectorCount)
  const perSector = sectorBytes / 4
  const next = (table: readonly number[]) => (index: number) => {
    const sector = table[Math.floor(index / perSector)]
    return sector === undefined ? NONE : bytes.readInt32LE(offsetOf(sector) + (index % perSector) * 4)
  }
  const directory = chain(bytes.readInt32LE(48), next(fat), sectorCount)
  const entries = directory.flatMap((sector) => entriesAt(bytes, offsetOf(sector), sectorBytes))
  checkTree(entries)
  checkStreams(entries, bytes.length)
  if (entries[0]) chain(entries[0].start, next(fat), sectorCount)
  const miniFat = chain(bytes.readInt32LE(60), next(fat), sectorCount)
  const mostMini = miniFat.length * perSector
  for (const { type, start, sizeBytes } of entries)
    if (type === STREAM && sizeBytes > 0 && sizeBytes < MINI_STREAM_BELOW) chain(start, next(miniFat), mostMini)
}

/** The sectors that hold the table of chains: the first in the header, the others in a chain of their own. */
function fatSectors(bytes: Buffer, sectorBytes: number, sectorCount: number): readonly number[] {
  const count = bytes.readUInt32LE(44)
  const sectors: number[] = []
  for (let index = 0; index < Math.min(count, FAT_IN_HEADER); index += 1)
    sectors.push(bytes.readInt32LE(76 + index * 4))
  let more = bytes.readInt32LE(68)
  for (let links = 0; more >= 0 && sectors.length < count; links += 1) {
    if (links > sectorCount) throw damagedFailure(message('unread.damage.blockCircle'))
    const at = (more + 1) * sectorBytes
    for (let index = 0; index < sectorBytes / 4 - 1 && sectors.length < count; index += 1)
      sectors.push(bytes.readInt32LE(at + index * 4))
    more = bytes.readInt32LE(at + sectorBytes - 4)
  }
  return sectors
}

function chain(start: number, next: (index: number) => number, most: number): readonly number[] {
  const links: number[] = []
  for (let at = start; at >= 0; at = next(at)) {
    if (links.length > most) throw damagedFailure(message('unread.damage.blockCircle'))
    links.push(at)
  }
  return links
}

function entriesAt(bytes: Buffer, offset: number, sectorBytes: number): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = offset; at + ENTRY_BYTES <= offset + sectorBytes && at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES)
    entries.push({
      type: bytes[at + 66]!,
      left: bytes.readInt32LE(at + 68),
      right: bytes.readInt32LE(at + 72),
      child: bytes.readInt32LE(at + 76),
      start: bytes.readInt32LE(at + 116),
      sizeBytes: bytes.readUInt32LE(at + 120),
    })
  return entries
}

function checkTree(entries: readonly Entry[]): void {
  const seen = new Set<number>()
  const open = entries[0] ? [entries[0].child] : []
  while (open.length > 0) {
    const index = open.pop()!
    if (index === NONE) continue
    const entry = entries[index]
    if (!entry || seen.has(index)) throw damagedFailure(message('unread.damage.directoryTree'))
    seen.add(index)
    open.push(entry.left, entry.right)
    if (entry.type === DIRECTORY || entry.type === ROOT) open.push(entry.child)
  }
}

function checkStreams(entries: readonly Entry[], fileBytes: number): void {
  const total = entries.reduce((sum, { type, sizeBytes }) => sum + (type === STREAM ? sizeBytes : 0), 0)
  if (total > fileBytes) throw damagedFailure(message('unread.damage.partsTooLarge'))
}
