import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CipherDatabase } from '../../store/cipher-database.ts'
import { canonicalJson } from '../../store/canonical-json.ts'
import {
  createLedger,
  EMPTY_LEDGER,
  entryAfter,
  type LedgerAnchor,
  verifyLedgerFile,
  writeLedgerFile,
} from '../../store/ledger.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { MATTER, NOW, codeOfFailure, openTestStore, temporaryFolder, type TestStore } from './temporary-home.ts'
import { message } from '../../wording/message.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/verify-ledger.mjs', import.meta.url))
const run = promisify(execFile)

type Setting = AsyncDisposable & {
  readonly test: TestStore
  readonly matter: MatterStore
  readonly anchor: LedgerAnchor
  readonly id: string
}

async function matterWithLedger(entries: number): Promise<Setting> {
  const folder = await temporaryFolder()
  const opened = await openTestStore(folder.path)
  const { id } = await opened.store.createMatter(MATTER)
  const matter = await opened.store.matter(id)
  for (let entry = 1; entry <= entries; entry += 1)
    matter.ledger.append('opinion-suggested', { answerId: `${entry}`, reasons: ['a', 'é', '😀'] })
  return {
    test: opened,
    matter,
    id,
    anchor: opened.store.app.ledgerAnchor(id),
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('entries form a chain, whose end is anchored in the app store', async () => {
  await using setting = await matterWithLedger(3)
  const entries = setting.matter.ledger.list()
  expect(entries.map(({ seq, kind, time }) => ({ seq, kind, time }))).toEqual(
    [1, 2, 3].map((seq) => ({ seq, kind: 'opinion-suggested', time: '2026-03-04T05:06:07.000Z' })),
  )
  expect(entries.map(({ previous }) => previous)).toEqual(['0'.repeat(64), entries[0]?.hash, entries[1]?.hash])
  expect(setting.anchor.read()).toEqual({ seq: 3, hash: entries[2]?.hash })
  expect(await setting.matter.ledger.verify()).toEqual({ entries: 3, valid: true, firstBad: null, why: null })
})

test('long chains are checked to their end', async () => {
  await using setting = await matterWithLedger(0)
  const ledger = createLedger(setting.test.store.app.database, null, NOW)
  for (let entry = 0; entry < 1001; entry += 1) ledger.append('words-kept', { words: entry })
  expect(await ledger.verify()).toMatchObject({ entries: 1001, valid: true })
  setting.test.store.app.database.execute("UPDATE ledger SET kind = 'y' WHERE seq = 1001")
  expect(await ledger.verify()).toMatchObject({ entries: 1001, valid: false, firstBad: 1001 })
})

const change = (database: CipherDatabase, sql: string, ...values: (string | number)[]) =>
  database.prepare(sql).run(...values)

test('any altered, removed, swapped or added entry is found', async () => {
  const entries = 6
  const place = fc.integer({ min: 1, max: entries })
  const alteration = fc.oneof(
    fc.tuple(
      fc.constant('field' as const),
      place,
      fc.constantFrom('time', 'kind', 'data', 'previous', 'hash'),
      fc.nat(20),
    ),
    fc.tuple(fc.constant('removed' as const), place),
    fc.tuple(fc.constant('swapped' as const), place, place),
    fc.tuple(fc.constant('added' as const), fc.integer({ min: 1, max: 3 })),
  )
  await fc.assert(
    fc.asyncProperty(alteration, async (what) => {
      await using setting = await matterWithLedger(entries)
      const { database } = setting.matter
      fc.pre(what[0] !== 'swapped' || what[1] !== what[2])
      database.pragma('foreign_keys = OFF')
      alter(database, what)
      const reopened = createLedger(database, setting.anchor, NOW)
      expect((await reopened.verify()).valid).toBe(false)
      // Going on does not cover it.
      reopened.append('imported', {})
      expect((await reopened.verify()).valid).toBe(false)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

type Alteration =
  | readonly ['field', number, string, number]
  | readonly ['removed', number]
  | readonly ['swapped', number, number]
  | readonly ['added', number]

function alter(database: CipherDatabase, what: Alteration): void {
  switch (what[0]) {
    case 'field': {
      const [, seq, column, at] = what
      const row = database.prepare<Record<string, string>>(`SELECT ${column} FROM ledger WHERE seq = ?`).get(seq)
      const text = row?.[column] ?? ''
      const position = at % text.length
      const other = text[position] === '7' ? '8' : '7'
      change(
        database,
        `UPDATE ledger SET ${column} = ? WHERE seq = ?`,
        text.slice(0, position) + other + text.slice(position + 1),
        seq,
      )
      return
    }
    case 'removed':
      change(database, 'DELETE FROM ledger WHERE seq = ?', what[1])
      return
    case 'swapped':
      change(database, 'UPDATE ledger SET seq = -1 WHERE seq = ?', what[1])
      change(database, 'UPDATE ledger SET seq = ? WHERE seq = ?', what[1], what[2])
      change(database, 'UPDATE ledger SET seq = ? WHERE seq = -1', what[2])
      return
    case 'added': {
      // One valid entry is what a kill leaves; a valid one with a wrong link, or two, are not.
      const forged = createLedger(database, null, NOW)
      forged.append('unlocked', {})
      if (what[1] === 1) change(database, "UPDATE ledger SET previous = 'x' WHERE kind = 'unlocked'")
      else for (let more = 1; more < what[1]; more += 1) forged.append('unlocked', {})
    }
  }
}

test('one valid entry beyond the anchor, as a kill leaves it, is taken up and recorded', async () => {
  await using setting = await matterWithLedger(2)
  createLedger(setting.matter.database, null, NOW).append('words-kept', { words: 3 })
  expect(setting.anchor.read().seq).toBe(2)
  const reopened = createLedger(setting.matter.database, setting.anchor, NOW)
  expect(
    reopened
      .list()
      .slice(2)
      .map(({ seq, kind, data }) => ({ seq, kind, data })),
  ).toEqual([
    { seq: 3, kind: 'words-kept', data: { words: 3 } },
    { seq: 4, kind: 'ledger-recovered', data: { seq: 3 } },
  ])
  expect(await reopened.verify()).toEqual({ entries: 4, valid: true, firstBad: null, why: null })
})

test('a chain shorter than its anchor says where it ends and how long it was', async () => {
  await using setting = await matterWithLedger(4)
  change(setting.matter.database, 'DELETE FROM ledger WHERE seq > 2')
  const check = await createLedger(setting.matter.database, setting.anchor, NOW).verify()
  expect(check).toEqual({
    entries: 2,
    valid: false,
    firstBad: 3,
    why: message('verification.broken.ends', { entries: 2, written: 4 }),
  })
})

test('an entry that was rewritten together with its hash does not fit the next one, nor the anchor', async () => {
  await using setting = await matterWithLedger(3)
  const { database, ledger } = setting.matter
  const entries = ledger.list()
  for (const [place, firstBad] of [
    [1, 2],
    [3, 3],
  ] as const) {
    const before = entries[place - 2] ?? EMPTY_LEDGER
    const forged = entryAfter(before, { time: '2020-01-01', kind: 'forged', data: {} })
    const { seq, time, kind, hash } = forged
    database
      .prepare("UPDATE ledger SET time = ?, kind = ?, data = '{}', hash = ? WHERE seq = ?")
      .run(time, kind, hash, seq)
    expect(await ledger.verify()).toMatchObject({ valid: false, firstBad })
    const real = entries[place - 1]
    if (!real) throw new Error('Three entries were expected.')
    const row = [real.time, real.kind, canonicalJson(real.data), real.hash, place]
    database.prepare('UPDATE ledger SET time = ?, kind = ?, data = ?, hash = ? WHERE seq = ?').run(...row)
    expect(await ledger.verify()).toMatchObject({ valid: true })
  }
})

test('a space more is an alteration, in the database and in an exported file', async () => {
  await using setting = await matterWithLedger(2)
  const file = join(setting.test.home.folder, 'ledger.jsonl')
  await writeLedgerFile(setting.matter.ledger.list(), file)
  await writeFile(file, (await readFile(file, 'utf8')).replace('"seq":2', '"seq": 2'))
  expect(await verifyLedgerFile(file)).toMatchObject({ valid: false, firstBad: 2 })
  expect(await codeOfFailure(() => run(process.execPath, [SCRIPT, file]))).toBe('Error')
  change(setting.matter.database, "UPDATE ledger SET data = data || ' ' WHERE seq = 1")
  expect(await setting.matter.ledger.verify()).toMatchObject({ valid: false, firstBad: 1 })
})

test('data that is no JSON any more is listed as unreadable and found', async () => {
  await using setting = await matterWithLedger(2)
  change(setting.matter.database, "UPDATE ledger SET data = '{' WHERE seq = 2")
  expect(setting.matter.ledger.list()[1]?.data).toEqual({ unreadable: '{' })
  expect(await setting.matter.ledger.verify()).toMatchObject({ valid: false, firstBad: 2 })
})

test('an entry inside a transaction is refused: its anchor could not be taken back', async () => {
  await using setting = await matterWithLedger(1)
  const { database, ledger } = setting.matter
  expect(() => database.transaction(() => ledger.append('imported', {}))).toThrow('inside a transaction')
})

test('an exported ledger is verified by us and by the independent script, and both find any changed byte', async () => {
  await using setting = await matterWithLedger(3)
  const file = join(setting.test.home.folder, 'ledger.jsonl')
  await writeLedgerFile(setting.matter.ledger.list(), file)
  expect(await verifyLedgerFile(file)).toEqual({ entries: 3, valid: true, firstBad: null, why: null })
  const { stdout } = await run(process.execPath, [SCRIPT, file])
  expect(stdout).toBe(`3 entries, all valid. Last hash ${setting.matter.ledger.head().hash}\n`)

  const whole = await readFile(file)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ difference
      await writeFile(file, changed)
      expect((await verifyLedgerFile(file)).valid).toBe(false)
    }),
    { numRuns: 300 },
  )
  for (const at of [0, 40, whole.length - 1]) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 1
    await writeFile(file, changed)
    expect(await codeOfFailure(() => run(process.execPath, [SCRIPT, file]))).toBe('Error')
  }
  const lines = whole.toString().split('\n')
  await writeFile(file, [lines[0], lines[2], ''].join('\n'))
  expect(await verifyLedgerFile(file)).toMatchObject({ valid: false, firstBad: 2 })
  expect(await codeOfFailure(() => run(process.execPath, [SCRIPT, file]))).toBe('Error')
})
