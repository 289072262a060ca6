import { formatBytes } from '../wording/format-bytes.ts'
import { shortHash } from '../wording/short-hash.ts'
import { type EntryData, numberIn, textIn } from './entry-data.ts'

/** The particulars of an entry; those that are empty are left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('; ')
}

export function bytesWords(data: EntryData): string {
  const bytes = numberIn(data, 'bytes')
  return bytes === null ? '' : formatBytes(bytes)
}

/** Of the file, model or pack that the entry is about. */
export function sha256Words(data: EntryData): string {
  const sha256 = textIn(data, 'sha256')
  return sha256 ? `sha256 ${shortHash(sha256)}` : ''
}
