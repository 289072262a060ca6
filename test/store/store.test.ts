import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matterFile } from '../../store/home.ts'
import { appStoreKey } from '../../store/keys/derived-keys.ts'
import { decryptedPages } from './decrypted-pages.ts'
import { filesBelow, MATTER, codeOfFailure, openTestStore, temporaryFolder, type TestStore } from './temporary-home.ts'

test('settings come back as they were kept', async () => {
  await using folder = await temporaryFolder()
  {
    await using opened = await openTestStore(folder.path)
    const { settings } = opened.store.app
    settings.set('network', false)
    settings.set('names', { first: ['Ada'] })
    settings.set('gone', 1)
    expect([settings.has('gone'), settings.has('never')]).toEqual([true, false])
    settings.remove('gone')
  }
  await using again = await openTestStore(folder.path)
  expect(again.store.app.settings.all()).toEqual({ names: { first: ['Ada'] }, network: false })
  expect(again.store.app.settings.get('gone')).toBeUndefined()
})

test('names of matters are unique in any case and spelling, and a free one is found', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { store } = opened
  const first = await store.createMatter({ ...MATTER, matter: 'Müller' })
  const second = await store.createMatter({ ...MATTER, matter: 'Other' })
  expect(await codeOfFailure(() => store.createMatter({ ...MATTER, matter: 'MU\u0308LLER' }))).toBe('ALREADY_EXISTS')
  expect(() => store.app.matters.rename(second.id, 'müller')).toThrow('already')
  store.app.matters.rename(first.id, 'MÜLLER')
  expect(store.app.matters.find('müller')?.id).toBe(first.id)
  expect(store.app.matters.find(second.id)?.matter).toBe('Other')
  expect([store.app.matters.freeName('New'), store.app.matters.freeName('other')]).toEqual(['New', 'other (2)'])
  store.app.matters.setArchived(second.id, true)
  store.app.matters.setSubtitle(second.id, 'a subtitle')
  store.app.matters.rememberTotals(second.id, { documents: 2, bytes: 30 })
  expect(store.app.matters.list()[1]).toEqual({
    matter: 'Other',
    id: second.id,
    documents: 2,
    bytes: 30,
    createdAt: MATTER.createdAt,
    archived: true,
    sample: false,
    subtitle: 'a subtitle',
  })
  expect(() => store.app.matters.setArchived('nobody', true)).toThrow('no longer there')
})

test('matters of one’s own stand before samples, the oldest first, whichever were made first', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { store } = opened
  const made = [
    ['A sample', true, '2026-01-01'],
    ['Newer', false, '2026-01-03'],
    ['Older', false, '2026-01-02'],
  ] as const
  for (const [matter, sample, day] of made)
    await store.createMatter({ ...MATTER, matter, sample, createdAt: `${day}T00:00:00.000Z` })
  expect(store.app.matters.list().map(({ matter }) => matter)).toEqual(['Older', 'Newer', 'A sample'])
})

/** All pages of app.db and its log, free and old ones too, as they are on the disk. */
async function appPages({ home, keyring }: TestStore): Promise<Buffer> {
  const key = appStoreKey(keyring.masterKey())
  const log = await readFile(`${home.appFile}-wal`)
  return Buffer.concat([decryptedPages(await readFile(home.appFile), key, false), decryptedPages(log, key, true)])
}

test('deleting a matter destroys its key everywhere, and frees its name at once', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { store, home } = opened
  const { id } = await store.createMatter(MATTER)
  const matter = await store.matter(id)
  matter.ledger.append('imported', {})
  const head = matter.ledger.head()
  const wrapped = Buffer.from(store.app.matters.wrappedKey(id))
  await writeFile(join(home.beforeMigrationFolder, 'app-version-1.db'), wrapped)
  await writeFile(join(home.beforeMigrationFolder, `${id}-version-1.db`), 'x')
  expect((await appPages(opened)).includes(wrapped)).toBe(true)

  await store.deleteMatter(id)
  expect((await appPages(opened)).includes(wrapped)).toBe(false)
  const files = await filesBelow(home.folder)
  expect([...files.keys()].filter((path) => path.includes(id) || path.includes('version-1'))).toEqual([])
  expect([...files.values()].some((bytes) => bytes.includes(wrapped))).toBe(false)
  expect(store.app.matters.list()).toEqual([])
  expect(await codeOfFailure(() => store.deleteMatter(id))).toBe('NOT_FOUND')
  expect(await codeOfFailure(async () => store.matter(id))).toBe('NOT_FOUND')
  // A deletion cannot hide that there was a record.
  expect(store.app.ledgerAnchor(id).read()).toEqual(head)
  expect((await store.createMatter(MATTER)).id).not.toBe(id)
})

test.each(['creating', 'deleting'])(
  'a matter whose %s was cut off is cleared away at the next start',
  async (state) => {
    await using folder = await temporaryFolder()
    let file = ''
    {
      await using opened = await openTestStore(folder.path)
      const { id } = await opened.store.createMatter(MATTER)
      const { id: kept } = await opened.store.createMatter({ ...MATTER, matter: 'Kept' })
      await opened.store.closeMatter(kept)
      file = matterFile(opened.home, id)
      if (state === 'creating')
        opened.store.app.database.execute(`UPDATE matters SET state = 'creating' WHERE id = '${id}'`)
      else opened.store.app.matters.dropKey(id)
    }
    await using again = await openTestStore(folder.path)
    expect(again.store.app.matters.list().map(({ matter }) => matter)).toEqual(['Kept'])
    expect(again.store.app.matters.unfinished()).toEqual([])
    expect((await readdir(again.home.mattersFolder)).some((name) => file.endsWith(name))).toBe(false)
  },
)

test('a matter is opened once, and what cannot be opened is tried again', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { store, home } = opened
  const { id } = await store.createMatter(MATTER)
  const path = matterFile(home, id)
  await rename(path, `${path}.away`)
  expect(await codeOfFailure(() => store.matter(id))).toBe('DAMAGED')
  await rename(`${path}.away`, path)
  const [first, second] = await Promise.all([store.matter(id), store.matter(id)])
  expect(first).toBe(second)
  await store.closeMatter(id)
  expect(await store.matter(id)).not.toBe(first)
})

test("one matter's file does not open in another's place, and a lost app.db is not begun anew", async () => {
  await using folder = await temporaryFolder()
  {
    await using opened = await openTestStore(folder.path)
    const { store, home } = opened
    const first = await store.createMatter(MATTER)
    const second = await store.createMatter({ ...MATTER, matter: 'Second' })
    await rename(matterFile(home, first.id), matterFile(home, second.id))
    expect(await codeOfFailure(() => store.matter(second.id))).toBe('DAMAGED')
    const { database, matters } = store.app
    database.prepare('UPDATE matters SET wrapped_key = ? WHERE id = ?').run(matters.wrappedKey(first.id), second.id)
    expect(await codeOfFailure(() => store.matter(second.id))).toBe('DAMAGED')
  }
  await rm(join(folder.path, 'app.db'))
  expect(await codeOfFailure(() => openTestStore(folder.path))).toBe('DAMAGED')
})

test('a locked keyring opens no matter', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { id } = await opened.store.createMatter(MATTER)
  opened.keyring.lock()
  expect(await codeOfFailure(() => opened.store.matter(id))).toBe('LOCKED')
})

test('a setting that is damaged is there, has no value, and stays beside what is set in its place', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { settings, database } = opened.store.app
  settings.set('shift', 3)
  database.execute("UPDATE settings SET json = '{3' WHERE key = 'shift'")
  expect([settings.get('shift'), settings.has('shift')]).toEqual([undefined, true])
  settings.set('shift', 4)
  settings.set('shift', 5)
  expect(settings.get('shift')).toBe(5)
  const rows = database.prepare<{ key: string; json: string }>('SELECT key, json FROM settings ORDER BY key').all()
  expect(rows).toEqual([
    { key: 'shift', json: '5' },
    { key: 'shift (damaged)', json: '{3' },
  ])
})
