import { randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp, restore } from '../../store/backup.ts'
import { exportMatter, importMatter } from '../../store/matter-archive.ts'
import { openHome } from '../../store/open-home.ts'
import { keepReserve, withReserve } from '../../store/home.ts'
import { addDocument, rowCounts } from './matter/new-matter.ts'
import { smallDisk } from './small-disk.ts'
import { CHEAP, filesBelow, MATTER, codeOfFailure, NEVER, once, openTestStore } from './temporary-home.ts'

test('a disk that fills up while a file is taken in: it says so, keeps what was there, and goes on when there is room', async ({
  skip,
}) => {
  const small = await smallDisk()
  if (typeof small === 'string') return skip(small)
  await using folder = small
  await using opened = await openTestStore(join(folder.disk, 'home'))
  const { id } = await opened.store.createMatter(MATTER)
  const matter = await opened.store.matter(id)
  await addDocument(matter, 'a.txt', 'kept')
  const before = rowCounts(matter)
  const filler = join(folder.disk, 'filler')
  await writeFile(filler, randomBytes(1_200_000))
  const write = () => matter.originals.write(once(randomBytes(4_000_000)), 'x/y')
  expect(await codeOfFailure(write)).toBe('NO_SPACE')
  expect(await codeOfFailure(write)).toBe('NO_SPACE')
  await rm(filler)
  const { sha256 } = await matter.originals.write(once(randomBytes(1000)), 'x/y')
  expect(matter.originals.find(sha256)?.bytes).toBe(1000)
  await matter.originals.sweep()
  expect(rowCounts(matter)).toEqual(before)
  expect(matter.database.pragma('integrity_check')).toBe('ok')
})

test('a home on a disk without a byte left opens, can be read, and a matter can be deleted', async ({ skip }) => {
  const small = await smallDisk()
  if (typeof small === 'string') return skip(small)
  await using folder = small
  const home = join(folder.disk, 'home')
  let id = ''
  {
    await using opened = await openTestStore(home)
    ;({ id } = await opened.store.createMatter(MATTER))
    await addDocument(await opened.store.matter(id), 'a.txt', 'kept')
    await keepReserve(opened.home)
  }
  await writeFile(join(folder.disk, 'filler'), randomBytes(4_000_000)).catch(() => {})
  await using opened = await openTestStore(home)
  const matter = await opened.store.matter(id)
  expect(matter.documents.list(null).map(({ document }) => document)).toEqual(['a.txt'])
  expect(matter.ledger.list().length).toBeGreaterThanOrEqual(0)
  await withReserve(opened.home, () => opened.store.deleteMatter(id))
  expect(opened.store.app.matters.list()).toEqual([])
})

test('export, import, backup, restore and a new matter on a full disk say so and leave nothing', async ({ skip }) => {
  const small = await smallDisk()
  if (typeof small === 'string') return skip(small)
  await using folder = small
  const { disk } = folder
  await using source = await openTestStore(join(folder.path, 'source'))
  const { id } = await source.store.createMatter(MATTER)
  const matter = await source.store.matter(id)
  const { sha256 } = await matter.originals.write(once(randomBytes(3_500_000)), 'x/y')
  const added = { root: 'r', path: 'p', state: 'ready', mediaType: 'x/y', bytes: 0, addedAt: '2026-01-01' } as const
  matter.documents.setContent(matter.documents.add(added), sha256)
  const options = { passphrase: 'x', cost: CHEAP, createdAt: '2026-01-01' }
  const key = source.keyring.masterKey()

  const toDisk = [
    () => exportMatter(source.store, id, { ...options, file: join(disk, 'archive') }, NEVER),
    () => backUp(source.store, key, { ...options, folder: join(disk, 'backup') }, NEVER),
  ]
  for (const attempt of toDisk) {
    expect(await codeOfFailure(attempt)).toBe('NO_SPACE')
    expect(await readdir(disk)).toEqual([])
  }
  const archive = { file: join(folder.path, 'archive'), passphrase: 'x' }
  const backup = { folder: join(folder.path, 'backup'), passphrase: 'x' }
  await exportMatter(source.store, id, { ...options, ...archive }, NEVER)
  await backUp(source.store, key, { ...options, ...backup }, NEVER)
  {
    using home = await openHome(join(disk, 'restored'))
    expect(await codeOfFailure(() => restore(home, backup, NEVER))).toBe('NO_SPACE')
    expect([...(await filesBelow(home.folder)).keys()]).toEqual([])
  }
  await using target = await openTestStore(join(disk, 'home'))
  const kept = await target.store.createMatter({ ...MATTER, matter: 'Kept' })
  const before = [...(await filesBelow(target.home.mattersFolder)).keys()]
  expect(await codeOfFailure(() => importMatter(target.store, archive, NEVER))).toBe('NO_SPACE')
  await writeFile(join(disk, 'filler'), randomBytes(4_000_000)).catch(() => {})
  expect(await codeOfFailure(() => target.store.createMatter(MATTER))).toBe('NO_SPACE')
  await rm(join(disk, 'filler'))
  expect(target.store.app.matters.list()).toEqual([kept])
  expect([...(await filesBelow(target.home.mattersFolder)).keys()]).toEqual(before)
  expect((await target.store.createMatter(MATTER)).matter).toBe(MATTER.matter)
})
