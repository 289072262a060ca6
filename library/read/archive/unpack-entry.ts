import { crc32 } from 'node:zlib'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import type { OpenZip, ZipEntry } from './zip-entries.ts'

/** The content of a file in an archive, or why it was not unpacked: completes "NAME: …". */
export type Unpacked = { readonly bytes: Buffer } | { readonly refused: Refusal }
export type Refusal =
  | 'encrypted'
  | 'a link'
  | 'lies over another file'
  | 'too large'
  | 'unpacks to far more than its size'
  | 'beyond the limit of the archive'
  | 'packed by a method that is not read'
  | 'damaged'

const STORED = 0
const DEFLATED = 8
const UNIX = 3
const FILE_KIND = 0o170000
const LINK = 0o120000

/**
 * Unpacks one file. Its bytes are counted while they inflate: sizes in an archive may lie. `leftBytes` is what the files of
 * the archive may still take together. A file that cannot be unpacked costs only itself.
 */
export async function unpackEntry(
  zip: OpenZip,
  entry: ZipEntry,
  limits: ReadLimits,
  leftBytes: number,
): Promise<Unpacked> {
  const known = knownRefusal(entry, limits, leftBytes)
  if (known) return { refused: known }
  const chunks: Buffer[] = []
  let sizeBytes = 0
  try {
    for await (const chunk of await zip.open(entry)) {
      chunks.push(chunk as Buffer)
      sizeBytes += (chunk as Buffer).length
      const refused = sizeRefusal(sizeBytes, entry, limits, leftBytes)
      // Leaving the loop ends the stream.
      if (refused) return { refused }
    }
  } catch {
    return { refused: 'damaged' }
  }
  const bytes = Buffer.concat(chunks)
  return crc32(bytes) === entry.crc32 ? { bytes } : { refused: 'damaged' }
}

function knownRefusal(entry: ZipEntry, limits: ReadLimits, leftBytes: number): Refusal | undefined {
  if (entry.isEncrypted()) return 'encrypted'
  const isFromUnix = entry.versionMadeBy >>> 8 === UNIX
  if (isFromUnix && ((entry.externalFileAttributes >>> 16) & FILE_KIND) === LINK) return 'a link'
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return 'packed by a method that is not read'
  return sizeRefusal(entry.uncompressedSize, entry, limits, leftBytes)
}

function sizeRefusal(sizeBytes: number, entry: ZipEntry, limits: ReadLimits, leftBytes: number): Refusal | undefined {
  if (sizeBytes > limits.fileMb * BYTES_PER_MB) return 'too large'
  if (sizeBytes > leftBytes) return 'beyond the limit of the archive'
  const ratio = sizeBytes / Math.max(1, entry.compressedSize)
  const isBomb = sizeBytes > limits.archiveRatioFromMb * BYTES_PER_MB && ratio > limits.zipRatio
  return isBomb ? 'unpacks to far more than its size' : undefined
}

const LOCAL_HEAD_BYTES = 30

/** Files whose packed bytes lie over those of a file before them: ordinary archives have none, small bombs thousands. */
export function overlappingEntries(entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  const overlapping = new Set<ZipEntry>()
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) overlapping.add(entry)
    else end = entry.relativeOffsetOfLocalHeader + LOCAL_HEAD_BYTES + entry.fileNameLength + entry.compressedSize
  }
  return overlapping
}
