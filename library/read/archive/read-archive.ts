import type { Notice } from '../../../contract/document.ts'
import { formatBytes } from '../../../wording/format-quantity.ts'
import { type Message, message } from '../../../wording/message.ts'
import { messageText } from '../../../wording/message-text.ts'
import type { Messages } from '../../../wording/translate.ts'
import { crc32 } from 'node:zlib'
import { ReadFailedError } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'
import { attachedPieces, createAttachedNames, type FormatRead, type ReadItem, type ReadSource } from '../read-source.ts'
import { namedAtMost, warning } from '../read-warning.ts'
import { openZip, type OpenZip, type ZipEntry } from './open-zip.ts'

type Row = { readonly name: string; readonly sizeBytes: number; readonly refused: Refusal | undefined }

/**
 * A ZIP archive: its files become documents of their own, one in memory at a time; its own page, the last, lists them and
 * what became of each. Folders and what systems leave behind are passed over. Throws `ReadFailedError` where its list is
 * damaged or everything in it is encrypted.
 */
export async function* readArchive({ bytes, limits, signal }: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  const zip = await openZip(bytes)
  const entries = (await zip.list()).filter(({ fileName }) => isDocument(fileName))
  const overlapping = overlappingEntries(entries)
  const nameOf = createAttachedNames()
  const rows: Row[] = []
  let leftBytes = limits.archiveInflatedMb * BYTES_PER_MB
  for (const entry of entries.slice(0, limits.archiveEntries)) {
    signal.throwIfAborted()
    const name = nameOf(entry.fileName, 'file')
    const unpacked = overlapping.has(entry)
      ? { refused: 'overlapping' as const }
      : await unpackEntry(zip, entry, limits, leftBytes)
    if ('refused' in unpacked) rows.push({ name, sizeBytes: entry.uncompressedSize, refused: unpacked.refused })
    else {
      leftBytes -= unpacked.bytes.length
      rows.push({ name, sizeBytes: unpacked.bytes.length, refused: undefined })
      yield* attachedPieces(name, unpacked.bytes)
    }
  }
  throwIfLocked(rows)
  yield listPage(rows)
  return { pages: 1, warnings: [...refusalWarnings(rows), ...countWarnings(entries, limits.archiveEntries)] }
}

/** The same that is passed over when folders are added. */
function isDocument(path: string): boolean {
  if (path.endsWith('/')) return false
  const parts = path.split('/').filter((part) => part !== '..' && part !== '.')
  const name = parts.at(-1) ?? ''
  const isLeftBehind = /^(thumbs\.db|desktop\.ini)$/i.test(name) || name.startsWith('~$')
  return !isLeftBehind && !parts.some((part) => part.startsWith('.') || part === '__MACOSX')
}

function throwIfLocked(rows: readonly Row[]): void {
  if (rows.length === 0 || rows.some(({ refused }) => refused !== 'encrypted')) return
  throw new ReadFailedError({ code: 'password', message: message('unread.lockedArchive'), retry: false })
}

function listPage(rows: readonly Row[]): ReadPage {
  const lines = rows.map(({ name, sizeBytes, refused }) =>
    [name, formatBytes(sizeBytes), refused ? `not read: ${messageText(refusalWords(refused))}` : 'taken'].join('\t'),
  )
  const text = rows.length === 0 ? '' : withoutPageMarks(['Name\tSize\tResult', ...lines].join('\n'))
  return wholeDocument(text, [{ start: 0, end: text.length, kind: 'table', level: 1 }], 'noFiles')
}

/** The page lists all of them; a warning is read at a glance. */
const NAMES_IN_WARNING = 10

function refusalWarnings(rows: readonly Row[]): readonly Notice[] {
  const byReason = Map.groupBy(
    rows.filter(({ refused }) => refused !== undefined),
    ({ refused }) => refused!,
  )
  return [...byReason].map(([reason, refused]) => {
    const names = namedAtMost(
      NAMES_IN_WARNING,
      refused.map(({ name }) => name),
    )
    const said = { count: refused.length, reason: refusalWords(reason), names }
    return warning('left-out', message('reading.archive.refused', said))
  })
}

function countWarnings(entries: readonly ZipEntry[], limit: number): readonly Notice[] {
  if (entries.length <= limit) return []
  const said = { count: entries.length, taken: limit, left: entries.length - limit }
  return [warning('left-out', message('reading.archive.tooMany', said))]
}

/** The content of a file in an archive, or why it was not unpacked. */
type Unpacked = { readonly bytes: Buffer } | { readonly refused: Refusal }
type Refusal = keyof Messages['reading']['archive']['refusals']

function refusalWords(refusal: Refusal): Message {
  return message(`reading.archive.refusals.${refusal}`)
}

const STORED = 0
const DEFLATED = 8
const UNIX = 3
const FILE_KIND = 0o170000
const LINK = 0o120000

/**
 * Unpacks one file. Its bytes are counted while they inflate: sizes in an archive may lie. `leftBytes` is what the files of
 * the archive may still take together. A file that cannot be unpacked costs only itself.
 */
async function unpackEntry(zip: OpenZip, entry: ZipEntry, limits: ReadLimits, leftBytes: number): Promise<Unpacked> {
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
  if (isFromUnix && ((entry.externalFileAttributes >>> 16) & FILE_KIND) === LINK) return 'link'
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'otherMethod'
  return sizeRefusal(entry.uncompressedSize, entry, limits, leftBytes)
}

function sizeRefusal(sizeBytes: number, entry: ZipEntry, limits: ReadLimits, leftBytes: number): Refusal | undefined {
  if (sizeBytes > limits.fileMb * BYTES_PER_MB) return 'tooLarge'
  if (sizeBytes > leftBytes) return 'beyondLimit'
  const ratio = sizeBytes / Math.max(1, entry.compressedSize)
  const isBomb = sizeBytes > limits.archiveRatioFromMb * BYTES_PER_MB && ratio > limits.zipRatio
  return isBomb ? 'unpacksLarge' : undefined
}

const LOCAL_HEAD_BYTES = 30

/** Files whose packed bytes lie over those of a file before them: ordinary archives have none, small bombs thousands. */
function overlappingEntries(entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  const overlapping = new Set<ZipEntry>()
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) overlapping.add(entry)
    else end = entry.relativeOffsetOfLocalHeader + LOCAL_HEAD_BYTES + entry.fileNameLength + entry.compressedSize
  }
  return overlapping
}
