import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CipherDatabase, SqlValue } from '../../store/cipher-database.ts'
import { createLedger, type LedgerHead } from '../../store/ledger.ts'
import { newMatter } from './matter/new-matter.ts'
import { NOW } from './temporary-home.ts'

const ENTRIES = 8
const COLUMNS = ['seq', 'time', 'kind', 'data', 'previous', 'hash'] as const
type Row = Record<(typeof COLUMNS)[number], SqlValue>

const place = fc.nat({ max: ENTRIES - 1 })
const mutation = fc.oneof(
  fc.record({
    kind: fc.constant('changed' as const),
    place,
    column: fc.constantFrom(...COLUMNS.slice(1)),
    at: fc.nat(),
    by: fc.integer({ min: 1, max: 94 }),
  }),
  fc.record({ kind: fc.constant('removed' as const), place }),
  fc.record({ kind: fc.constant('reordered' as const), place, other: place }).filter((one) => one.place !== one.other),
  fc.record({ kind: fc.constant('truncated' as const), left: fc.nat({ max: ENTRIES - 1 }) }),
  fc.record({ kind: fc.constant('head-rolled-back' as const), to: fc.nat({ max: ENTRIES - 1 }) }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

/** The record as it is kept, one row an entry. */
function mutated(rows: readonly Row[], what: Mutation): readonly Row[] {
  switch (what.kind) {
    case 'changed':
      return rows.map((row, index) => (index === what.place ? { ...row, [what.column]: changed(row, what) } : row))
    case 'removed':
      return rows.filter((_, index) => index !== what.place)
    case 'reordered': {
      const [one, other] = [rows[what.place], rows[what.other]]
      return rows.map((row) => {
        if (row === one) return { ...row, seq: other?.seq ?? 0 }
        return row === other ? { ...row, seq: one?.seq ?? 0 } : row
      })
    }
    case 'truncated':
      return rows.slice(0, what.left)
    default:
      return rows
  }
}

function changed(row: Row, { column, at, by }: Extract<Mutation, { kind: 'changed' }>): string {
  const text = String(row[column])
  const index = at % text.length
  // Another printable character, whichever.
  const character = String.fromCharCode(((((text.charCodeAt(index) - 32 + by) % 95) + 95) % 95) + 32)
  return text.slice(0, index) + character + text.slice(index + 1)
}

function write(database: CipherDatabase, rows: readonly Row[]): void {
  const insert = database.prepare(
    'INSERT INTO ledger (seq, time, kind, data, previous, hash) VALUES (?, ?, ?, ?, ?, ?)',
  )
  database.transaction(() => {
    database.execute('DELETE FROM ledger')
    for (const row of rows) insert.run(...COLUMNS.map((column) => row[column]))
  })
}

test('of a thousand random mutations of a record of sendings every one is found', async () => {
  await using setting = await newMatter()
  const { database, ledger } = setting.matter
  for (let entry = 0; entry < ENTRIES; entry += 1)
    ledger.append('sending', {
      matter: 'm',
      provider: 'p',
      model: 'large',
      packetHash: 'ab',
      characters: 100,
      masked: { person: entry },
    })
  const anchor = {
    head: ledger.head(),
    read: () => anchor.head,
    write: (head: LedgerHead) => void (anchor.head = head),
  }
  const whole = { rows: database.prepare<Row>('SELECT * FROM ledger ORDER BY seq').all(), head: ledger.head() }
  const counts: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(mutation, async (what) => {
      write(database, mutated(whole.rows, what))
      const before = whole.rows[what.kind === 'head-rolled-back' ? what.to - 1 : -1]
      const rolledBack = before
        ? { seq: Number(before.seq), hash: String(before.hash) }
        : { seq: 0, hash: '0'.repeat(64) }
      anchor.head = what.kind === 'head-rolled-back' ? rolledBack : whole.head
      const reopened = createLedger(database, anchor, NOW)
      const { valid } = await reopened.verify()
      // A head that is behind by one is also what a kill between two files leaves: it is taken up, and said in the record.
      const isTold = reopened.list().at(-1)?.kind === 'ledger-recovered'
      expect(!valid || isTold).toBe(true)
      counts[what.kind] = (counts[what.kind] ?? 0) + 1
    }),
    { numRuns: 1000, endOnFailure: true },
  )
  expect(Object.keys(counts)).toHaveLength(5)
})
