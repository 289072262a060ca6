import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { homeAt } from '../../store/home.ts'
import { migrationCopies } from '../../store/migration-copies.ts'
import { openHome } from '../../store/open-home.ts'
import { openStore } from '../../store/store.ts'
import { openStoreFile, type StoreKind } from '../../store/store-file.ts'
import type { Failure } from '../../wording/failure.ts'
import { copyOlderHome, tablesOf, unlockedKeyring, writtenByNewer } from '../homes/older-home.ts'
import { filesBelow, NOW, temporaryFolder } from './temporary-home.ts'
import { smallDisk } from './small-disk.ts'

/** A store with so many migrations. */
const ofVersion = (version: number): StoreKind => ({
  notThis: 'failures.store.notStoreOfMatter',
  applicationId: 77,
  cacheBytes: 2 ** 20,
  migrations: Array.from({ length: version }, (_, at) => `CREATE TABLE notes_${at} (text TEXT NOT NULL)`),
})

/** Opens the application's file and that of each matter. */
async function openAll(folder: string): Promise<void> {
  using keyring = await unlockedKeyring(folder)
  using home = await openHome(folder)
  await using store = await openStore({ home, masterKey: keyring.masterKey, now: NOW })
  for (const { id } of store.app.matters.list()) await store.matter(id)
}

test('of the copies that updates leave, the last one of each file is kept', async () => {
  await using folder = await temporaryFolder()
  const key = Buffer.alloc(32, 7)
  const copies = join(folder.path, 'copies')
  await mkdir(copies)
  const open = (version: number, file: 'new' | 'existing') =>
    openStoreFile(join(folder.path, 'notes.db'), key, ofVersion(version), file, copies)
  await (await open(1, 'new'))[Symbol.asyncDispose]()
  for (const [version, kept] of [
    [3, ['notes-version-1.db']],
    [3, ['notes-version-1.db']],
    [4, ['notes-version-3.db']],
  ] as const) {
    await (await open(version, 'existing'))[Symbol.asyncDispose]()
    expect(await readdir(copies)).toEqual(kept)
  }
})

test('what a home was before an update is known by its folder, size and time, and opens as it was', async () => {
  await using place = await temporaryFolder()
  const folder = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  expect(await migrationCopies(homeAt(folder))).toBeNull()
  using keyring = await unlockedKeyring(folder)
  const before = await tablesOf(folder, keyring.masterKey())
  await openAll(folder)
  const copies = await migrationCopies(homeAt(folder))
  expect(copies).toMatchObject({ folder: join(folder, 'before-migration'), files: 2 })

  // Put back by hand, as somebody would who goes back to the older version.
  const back = join(place.path, 'back')
  await mkdir(join(back, 'matters'), { recursive: true })
  const names = await readdir(join(folder, 'before-migration'))
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, 'before-migration', name))).size))
  expect(copies?.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  for (const name of names) {
    const [file = ''] = name.split('-version-')
    await cp(join(folder, 'before-migration', name), join(back, file === 'app' ? '' : 'matters', `${file}.db`))
  }
  expect(await tablesOf(back, keyring.masterKey())).toEqual(before)
})

test('a copy goes over the file that a killed newer version left, once the log beside it is deleted', async () => {
  await using place = await temporaryFolder()
  const key = Buffer.alloc(32, 7)
  const open = (folder: string, version: number, file: 'new' | 'existing') =>
    openStoreFile(join(folder, 'notes.db'), key, ofVersion(version), file, join(place.path, 'copies'))
  await mkdir(join(place.path, 'copies'))
  const older = await open(place.path, 1, 'new')
  older.execute("INSERT INTO notes_0 VALUES ('written before')")
  await older[Symbol.asyncDispose]()
  const killed = join(place.path, 'killed')
  await mkdir(killed)
  {
    await using newer = await open(place.path, 3, 'existing')
    newer.execute("INSERT INTO notes_2 VALUES ('written since')")
    // As a kill leaves it: what was written last is in the log alone.
    for (const suffix of ['', '-wal', '-shm'])
      await cp(join(place.path, `notes.db${suffix}`), join(killed, `notes.db${suffix}`))
  }
  await cp(join(place.path, 'copies/notes-version-1.db'), join(killed, 'notes.db'))
  for (const suffix of ['-wal', '-shm']) await rm(join(killed, `notes.db${suffix}`))
  await using back = await open(killed, 1, 'existing')
  expect(back.prepare<{ text: string }>('SELECT text FROM notes_0').all()).toEqual([{ text: 'written before' }])
})

test('an update without room for the copy says so and changes nothing, and goes on once there is room', async ({
  skip,
}) => {
  const small = await smallDisk()
  if (typeof small === 'string') return skip(small)
  await using disk = small
  const folder = await copyOlderHome('second-opinion-66e119f3', join(disk.disk, 'home'))
  using keyring = await unlockedKeyring(folder)
  const before = await tablesOf(folder, keyring.masterKey())
  const failure = (await openAll(folder).catch((error: unknown) => error)) as Failure
  expect([failure.code, failure.message]).toEqual([
    'NO_SPACE',
    expect.stringMatching(/needed, .* free\)\. Nothing was/),
  ])
  expect(await tablesOf(folder, keyring.masterKey())).toEqual(before)
  expect(await readdir(join(folder, 'before-migration'))).toEqual([])
  disk.resize(32)
  await openAll(folder)
  expect(await tablesOf(folder, keyring.masterKey(), before)).toEqual(before)
  expect(await migrationCopies(homeAt(folder))).toMatchObject({ files: 2 })
})

test('a home that a newer version wrote is refused with what to do, and stays as it is to the last byte', async () => {
  await using place = await temporaryFolder()
  const folder = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  await openAll(folder)
  await writtenByNewer(folder)
  const before = await filesBelow(folder)
  const failure = (await openAll(folder).catch((error: unknown) => error)) as Failure
  expect([failure.code, failure.message]).toEqual([
    'WRONG_USE',
    expect.stringMatching(/newer version of Consilium.*Nothing was changed\. Install the newer version again/),
  ])
  expect(await filesBelow(folder)).toEqual(before)
})
