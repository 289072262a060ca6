import { attachedPieces, createAttachedNames } from '../attached-piece.ts'
import { ReadFailedError } from '../read-failure.ts'
import { BYTES_PER_MB } from '../read-limits.ts'
import { type ReadPage, wholeDocument, withoutPageMarks } from '../read-page.ts'
import type { FormatRead, ReadItem, ReadSource } from '../read-source.ts'
import { overlappingEntries, type Refusal, unpackEntry } from './unpack-entry.ts'
import { openZip, type ZipEntry } from './zip-entries.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

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
      ? { refused: 'lies over another file' as const }
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
  const message = 'This archive is locked by a password. Unpack it with its password and add the files.'
  throw new ReadFailedError({ code: 'password', message, retry: false })
}

function listPage(rows: readonly Row[]): ReadPage {
  const lines = rows.map(({ name, sizeBytes, refused }) =>
    [name, sizeText(sizeBytes), refused ? `not read: ${refused}` : 'taken'].join('\t'),
  )
  const text = rows.length === 0 ? '' : withoutPageMarks(['Name\tSize\tResult', ...lines].join('\n'))
  return wholeDocument(text, [{ start: 0, end: text.length, kind: 'table', level: 1 }], 'the archive holds no files')
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < BYTES_PER_MB) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / BYTES_PER_MB).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}

/** The page lists all of them; a warning is read at a glance. */
const NAMES_IN_WARNING = 10

function refusalWarnings(rows: readonly Row[]): readonly ReadWarning[] {
  const byReason = Map.groupBy(
    rows.filter(({ refused }) => refused !== undefined),
    ({ refused }) => refused!,
  )
  return [...byReason].map(([reason, refused]) => {
    const names = refused.slice(0, NAMES_IN_WARNING).map(({ name }) => name)
    const more = refused.length > names.length ? ` and ${refused.length - names.length} more` : ''
    const count = refused.length === 1 ? '1 file' : `${refused.length} files`
    return warning('left-out', `${count} in the archive not read (${reason}): ${names.join(', ')}${more}.`)
  })
}

function countWarnings(entries: readonly ZipEntry[], limit: number): readonly ReadWarning[] {
  if (entries.length <= limit) return []
  const counts = [entries.length, limit, entries.length - limit].map((count) => count.toLocaleString('en'))
  return [
    warning(
      'left-out',
      `The archive has ${counts[0]} files; only the first ${counts[1]} were taken. Unpack it and add the other ${counts[2]}.`,
    ),
  ]
}
