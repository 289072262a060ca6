import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from './canonical-json.ts'
import type { CipherDatabase } from './cipher-database.ts'
import { jsonIn } from './json-rows.ts'
import {
  complaintAbout,
  EMPTY_LEDGER,
  entryAfter,
  type LedgerCheck,
  type LedgerEntry,
  type LedgerHead,
} from './ledger/ledger-chain.ts'

/**
 * Append-only record, a chain of hashes. It shows alteration, not the loss of everything by someone who can roll back both
 * the record and its anchor (`disclosure.md` section 8).
 */
export interface Ledger {
  /** On the disk when it returns. Not to be called inside a transaction of the same database. */
  append(kind: string, data: LedgerEntry['data']): LedgerEntry
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

  const append = (kind: string, data: LedgerEntry['data']): LedgerEntry => {
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

function complaintAboutRow(row: Row, before: LedgerHead): string | null {
  const entry = toEntry(row)
  // The hash covers the value; the text must be its one spelling, so that no byte of the row can change unnoticed.
  return complaintAbout(entry, before) ?? (canonicalJson(entry.data) === row.data ? null : 'The entry was altered.')
}

/** The chain may be whole in itself and yet not be the one that was written. */
function complaintOfAnchor(row: Row, anchored: LedgerHead | null): string | null {
  if (!anchored || row.seq < anchored.seq || sameHead(row, anchored)) return null
  if (row.seq === anchored.seq) return `Entry ${row.seq} is not the one that was written last.`
  return `Entry ${row.seq} and those after it were added without being anchored.`
}

function checkEnd(reached: LedgerHead, anchored: LedgerHead | null): LedgerCheck {
  const entries = reached.seq
  if (!anchored || entries >= anchored.seq) return { entries, valid: true, firstBad: null, why: null }
  const why = `The record ends after entry ${entries}, but ${anchored.seq} entries were written.`
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
