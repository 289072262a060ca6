import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCipherDatabase } from '../../store/cipher-database.ts'
import { copyFileTo, whileFrozen } from '../../store/copy-database.ts'
import { createPartialFile } from '../../store/partial-file.ts'
import { decryptedPages } from './decrypted-pages.ts'
import { codeOfFailure, NEVER, temporaryFolder } from './temporary-home.ts'

const KEY = randomBytes(32)
const CACHE = { cacheBytes: 2 ** 20 }

async function newDatabase(folder: string) {
  const path = join(folder, 'some.db')
  const database = openCipherDatabase(path, KEY, { file: 'new', ...CACHE })
  database.execute('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)')
  return { path, database, add: database.prepare('INSERT INTO notes (text) VALUES (?)') }
}

test('it opens with its key and with no other, and the file is for its owner only', async () => {
  await using folder = await temporaryFolder()
  const { path, database, add } = await newDatabase(folder.path)
  add.run('kept')
  expect((await stat(`${path}-wal`)).mode & 0o777).toBe(0o600)
  await database[Symbol.asyncDispose]()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(() => openCipherDatabase(path, randomBytes(32), { file: 'existing', ...CACHE })).toThrow('does not open')
  await using again = openCipherDatabase(path, KEY, { file: 'existing', ...CACHE })
  expect(again.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'kept' }])
})

test('who still asks when it has been closed is told that it is locked', async () => {
  await using folder = await temporaryFolder()
  const { database, add } = await newDatabase(folder.path)
  await database[Symbol.asyncDispose]()
  for (const late of [() => add.run('late'), () => database.prepare('SELECT 1'), () => database.transaction(() => 1)])
    expect(await codeOfFailure(late)).toBe('LOCKED')
})

test('an emptied or missing file is damaged, never a new store', async () => {
  await using folder = await temporaryFolder()
  const path = join(folder.path, 'some.db')
  const open = () => openCipherDatabase(path, KEY, { file: 'existing', ...CACHE })
  expect(await codeOfFailure(open)).toBe('DAMAGED')
  await writeFile(path, '')
  expect(await codeOfFailure(open)).toBe('DAMAGED')
  expect(await codeOfFailure(() => openCipherDatabase(path, KEY, { file: 'new', ...CACHE }))).toBe('Error')
})

test('a flipped byte is found when its page is read', async () => {
  await using folder = await temporaryFolder()
  const { path, database, add } = await newDatabase(folder.path)
  for (let row = 0; row < 500; row += 1) add.run(`note ${row}`)
  await database[Symbol.asyncDispose]()
  const bytes = await readFile(path)
  bytes[4096 * 2 + 100] = (bytes[4096 * 2 + 100] ?? 0) ^ 1
  await writeFile(path, bytes)
  await using damaged = openCipherDatabase(path, KEY, { file: 'existing', ...CACHE })
  expect(await codeOfFailure(() => damaged.prepare('SELECT text FROM notes').all())).toBe('DAMAGED')
})

test('a failing transaction leaves nothing, and an inner one belongs to the outer', async () => {
  await using folder = await temporaryFolder()
  const { database, add } = await newDatabase(folder.path)
  await using open = database
  const failing = () =>
    open.transaction(() => {
      open.durably(() => add.run('inner'))
      throw new Error('on purpose')
    })
  expect(failing).toThrow('on purpose')
  expect(open.prepare('SELECT * FROM notes').all()).toEqual([])
})

test('what was deleted is in no page of the file or its log after a flush', async () => {
  await using folder = await temporaryFolder()
  const { path, database, add } = await newDatabase(folder.path)
  await using open = database
  const secret = 'the merger will be announced on Tuesday '.repeat(300)
  add.run(secret)
  const pages = async () =>
    Buffer.concat([
      decryptedPages(await readFile(path), KEY, false),
      decryptedPages(await readFile(`${path}-wal`), KEY, true),
    ])
  expect((await pages()).includes('merger')).toBe(true)
  open.flush()
  expect((await pages()).includes('merger')).toBe(true)
  open.execute('DELETE FROM notes')
  expect((await pages()).includes('merger')).toBe(true)
  open.flush()
  expect((await pages()).includes('merger')).toBe(false)
})

test('a copy is of one moment, while writing goes on beside it', async () => {
  await using folder = await temporaryFolder()
  const { path, database, add } = await newDatabase(folder.path)
  await using open = database
  const long = 'x'.repeat(10_000)
  for (let row = 0; row < 300; row += 1) add.run(long)
  const copyPath = join(folder.path, 'copy.db')
  await whileFrozen(
    [open],
    async (signal) => {
      await using target = await createPartialFile(copyPath)
      for (let row = 0; row < 2000; row += 1) add.run(long)
      open.flush()
      await copyFileTo(path, 0, target, signal)
      await target.keep()
    },
    NEVER,
  )
  await using copy = openCipherDatabase(copyPath, KEY, { file: 'existing', ...CACHE })
  const rows = (of: typeof copy) => of.prepare<{ rows: number }>('SELECT count(*) AS rows FROM notes').get()?.rows
  expect({ copy: rows(copy), original: rows(open) }).toEqual({ copy: 300, original: 2300 })
  expect(copy.pragma('integrity_check')).toBe('ok')
  // The flush that was asked for meanwhile has been made up for.
  expect((await stat(`${path}-wal`)).size).toBe(0)
})

test('closing waits for a copy and tells it to stop', async () => {
  await using folder = await temporaryFolder()
  const { database } = await newDatabase(folder.path)
  const copying = whileFrozen(
    [database],
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error))
      }),
    NEVER,
  )
  const outcome = codeOfFailure(() => copying)
  await database[Symbol.asyncDispose]()
  expect(await outcome).toBe('AbortError')
})
