import { createHash } from 'node:crypto'
import { canonicalJson, type JsonValue } from '../canonical-json.ts'

/** One line of the record. `hash` is SHA-256, in hexadecimal, over the canonical JSON of all other fields. */
export type LedgerEntry = {
  /** 1, 2, 3 and so on. */
  readonly seq: number
  readonly time: string
  readonly kind: string
  readonly data: { readonly [key: string]: JsonValue }
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

/** Where a chain ends. */
export type LedgerHead = { readonly seq: number; readonly hash: string }

export const EMPTY_LEDGER: LedgerHead = { seq: 0, hash: '0'.repeat(64) }

export type LedgerCheck = {
  /** How many there are, good and bad. */
  readonly entries: number
  readonly valid: boolean
  readonly firstBad: number | null
  /** A sentence for the user. */
  readonly why: string | null
}

export function entryAfter(head: LedgerHead, fields: Pick<LedgerEntry, 'time' | 'kind' | 'data'>): LedgerEntry {
  const { time, kind, data } = fields
  const unhashed = { seq: head.seq + 1, time, kind, data, previous: head.hash }
  return { ...unhashed, hash: hashOf(unhashed) }
}

/** What is wrong with `entry` as the one after `head`; null when nothing is. */
export function complaintAbout(entry: LedgerEntry, head: LedgerHead): string | null {
  const { hash, ...unhashed } = entry
  const place = head.seq + 1
  if (entry.seq !== place) return `Entry ${place} is missing; number ${entry.seq} stands in its place.`
  if (entry.previous !== head.hash) return `Entry ${place} does not follow the entry before it.`
  if (hash !== hashOf(unhashed)) return `Entry ${place} was altered.`
  return null
}

function hashOf(unhashed: Omit<LedgerEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(unhashed)).digest('hex')
}
