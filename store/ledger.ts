import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { LedgerData, LedgerKind } from '../contract/ledger.ts'
import { canonicalJson, type JsonValue } from './canonical-json.ts'
import type { CipherDatabase } from './cipher-database.ts'
import { jsonIn } from './stored-json.ts'
import { createPartialFile } from './partial-file.ts'
import { message, type Message } from '../wording/message.ts'

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

type LedgerCheck = {
  /** How many there are, good and bad. */
  readonly entries: number
  readonly valid: boolean
  readonly firstBad: number | null
  /** A sentence for the user. */
  readonly why: Message | null
}

export function entryAfter(head: LedgerHead, fields: Pick<LedgerEntry, 'time' | 'kind' | 'data'>): LedgerEntry {
  const { time, kind, data } = fields
  const unhashed = { seq: head.seq + 1, time, kind, data, previous: head.hash }
  return { ...unhashed, hash: hashOf(unhashed) }
}

/** What is wrong with `entry` as the one after `head`; null when nothing is. */
export function complaintAbout(entry: LedgerEntry, head: LedgerHead): Message | null {
  const { hash, ...unhashed } = entry
  const place = head.seq + 1
  if (entry.seq !== place) return message('verification.broken.missing', { entry: place, found: entry.seq })
  if (entry.previous !== head.hash) return message('verification.broken.notFollowing', { entry: place })
  if (hash !== hashOf(unhashed)) return message('verification.broken.altered', { entry: place })
  return null
}

function hashOf(unhashed: Omit<LedgerEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(unhashed)).digest('hex')
}

/**
 * Append-only record, a chain of hashes. It shows alteration, not the loss of everything by someone who can roll back both
 * the record and its anchor (`docs/disclosure.md`).
 */
export interface Ledger {
  /** On the disk when it returns. Not to be called inside a transaction of the same database. */
  append<Kind extends LedgerKind>(kind: Kind, data: LedgerData<Kind>): LedgerEntry
  /** Those after entry `after`, oldest first. Data that is no JSON any more comes as `{ unreadable }`. */
  list(after?: number): readonly LedgerEntry[]
  head(): LedgerHead
  /** Checks the whole chain, and its end against the anchor. */
  verify(signal?: AbortSignal): Promise<LedgerCheck>
}

/** Where the end of a chain is remembered, in another file than the chain itself. */
export interface LedgerAnchor {
  read(): LedgerHead
  write(head: LedgerHead): void
}

type Row = Omit<LedgerEntry, 'data'> & { readonly data: string }

const ROWS_PER_STEP = 500

/**
 * Over the table `ledger` of a store. The application's own ledger has no anchor. Two files do not commit together: a kill
 * between them leaves one entry beyond the anchor, which is taken up here and recorded as `ledger-recovered`. In every other
 * case of disagreement the anchor stays where it is, so that later entries cannot cover what happened.
 */
export function createLedger(database: CipherDatabase, anchor: LedgerAnchor | null, now: () => Date): Ledger {
  const insert = database.prepare(
    'INSERT INTO ledger (seq, time, kind, data, previous, hash) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const last = database.prepare<Row>('SELECT * FROM ledger ORDER BY seq DESC LIMIT 1')
  const some = database.prepare<Row>('SELECT * FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?')
  const all = database.prepare<Row>('SELECT * FROM ledger WHERE seq > ? ORDER BY seq')
  const head = (): LedgerHead => {
    const row = last.get()
    return row ? { seq: row.seq, hash: row.hash } : EMPTY_LEDGER
  }

  const append = <Kind extends LedgerKind>(kind: Kind, given: LedgerData<Kind>): LedgerEntry => {
    // The shapes hold nothing but JSON.
    const data = given as LedgerEntry['data']
    if (database.inTransaction) throw new Error('A ledger entry was appended inside a transaction.')
    recover()
    const before = head()
    const isAnchored = anchor !== null && sameHead(before, anchor.read())
    const entry = entryAfter(before, { time: now().toISOString(), kind, data })
    const { seq, time, previous, hash } = entry
    database.durably(() => insert.run(seq, time, kind, canonicalJson(data), previous, hash))
    if (isAnchored) anchor.write({ seq, hash })
    return entry
  }
  const recover = () => {
    const row = last.get()
    if (!anchor || !row) return
    const anchored = anchor.read()
    if (row.seq !== anchored.seq + 1 || complaintAboutRow(row, anchored)) return
    anchor.write({ seq: row.seq, hash: row.hash })
    append('ledger-recovered', { seq: row.seq })
  }
  recover()

  return {
    append,
    list: (after = 0) => all.all(after).map(toEntry),
    head,
    async verify(signal) {
      const anchored = anchor?.read() ?? null
      let reached = EMPTY_LEDGER
      for (;;) {
        const rows = some.all(reached.seq, ROWS_PER_STEP)
        for (const row of rows) {
          const why = complaintAboutRow(row, reached) ?? complaintOfAnchor(row, anchored)
          if (why) return { entries: count(database), valid: false, firstBad: reached.seq + 1, why }
          reached = { seq: row.seq, hash: row.hash }
        }
        if (rows.length < ROWS_PER_STEP) return checkEnd(reached, anchored)
        await setImmediate()
        signal?.throwIfAborted()
      }
    },
  }
}

function sameHead(left: LedgerHead, right: LedgerHead): boolean {
  return left.seq === right.seq && left.hash === right.hash
}

function complaintAboutRow(row: Row, before: LedgerHead): Message | null {
  const entry = toEntry(row)
  // The hash covers the value; the text must be its one spelling, so that no byte of the row can change unnoticed.
  return (
    complaintAbout(entry, before) ??
    (canonicalJson(entry.data) === row.data ? null : message('verification.broken.altered', { entry: entry.seq }))
  )
}

/** The chain may be whole in itself and yet not be the one that was written. */
function complaintOfAnchor(row: Row, anchored: LedgerHead | null): Message | null {
  if (!anchored || row.seq < anchored.seq || sameHead(row, anchored)) return null
  if (row.seq === anchored.seq) return message('verification.broken.notLast', { entry: row.seq })
  return message('verification.broken.notAnchored', { entry: row.seq })
}

function checkEnd(reached: LedgerHead, anchored: LedgerHead | null): LedgerCheck {
  const entries = reached.seq
  if (!anchored || entries >= anchored.seq) return { entries, valid: true, firstBad: null, why: null }
  const why = message('verification.broken.ends', { entries, written: anchored.seq })
  return { entries, valid: false, firstBad: entries + 1, why }
}

function count(database: CipherDatabase): number {
  return database.prepare<{ entries: number }>('SELECT count(*) AS entries FROM ledger').get()?.entries ?? 0
}

function toEntry(row: Row): LedgerEntry {
  return { ...row, data: parseData(row.data) }
}

function parseData(text: string): LedgerEntry['data'] {
  const value = jsonIn(text)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as LedgerEntry['data']) : { unreadable: text }
}

/** The entries as lines of canonical JSON, which `verifyLedgerFile` and `verify-ledger.mjs` check. */
export function ledgerLines(entries: readonly LedgerEntry[]): string {
  return entries.map((entry) => `${canonicalJson(entry)}\n`).join('')
}

/** Writes the entries, oldest first. Replaces `path`; throws `NO_SPACE`. */
export async function writeLedgerFile(entries: readonly LedgerEntry[], path: string): Promise<void> {
  await using file = await createPartialFile(path)
  await file.write(Buffer.from(ledgerLines(entries)))
  await file.keep()
}

/**
 * Checks an exported file by itself: no byte may differ. Entries cut off at its end cannot be noticed without knowing what
 * the last one was.
 */
export async function verifyLedgerFile(path: string): Promise<LedgerCheck> {
  const lines = (await readFile(path)).toString('latin1').split('\n')
  const rest = lines.pop()
  let head: LedgerHead = EMPTY_LEDGER
  for (const line of lines) {
    const entry = readLine(Buffer.from(line, 'latin1'))
    const why = entry ? complaintAbout(entry, head) : message('verification.broken.notAnEntry', { line: head.seq + 1 })
    if (why || !entry) return { entries: lines.length, valid: false, firstBad: head.seq + 1, why }
    head = { seq: entry.seq, hash: entry.hash }
  }
  if (rest === '') return { entries: head.seq, valid: true, firstBad: null, why: null }
  return { entries: lines.length + 1, valid: false, firstBad: head.seq + 1, why: message('verification.broken.cutOff') }
}

/** Null for everything but the one spelling of a JSON object: the hash covers values, not bytes. */
function readLine(bytes: Buffer): LedgerEntry | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text) as JsonValue
    const isEntry = typeof value === 'object' && value !== null && 'hash' in value && canonicalJson(value) === text
    return isEntry ? (value as LedgerEntry) : null
  } catch {
    return null
  }
}
