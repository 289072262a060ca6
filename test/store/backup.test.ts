import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp, restore } from '../../store/backup.ts'
import { homeAt } from '../../store/home.ts'
import { openKeyring } from '../../store/keys/keyring.ts'
import { openHome } from '../../store/open-home.ts'
import { openStore } from '../../store/store.ts'
import { addDocument, shownPassages } from './matter/new-matter.ts'
import {
  CHEAP,
  filesBelow,
  MATTER,
  codeOfFailure,
  NEVER,
  NOW,
  openTestStore,
  temporaryFolder,
} from './temporary-home.ts'

const PASSPHRASE = 'for the backup'

async function backedUp(path: string) {
  const folder = join(path, 'backup')
  await using opened = await openTestStore(join(path, 'source'))
  const { store, keyring } = opened
  const { id } = await store.createMatter(MATTER)
  await store.createMatter({ ...MATTER, matter: 'Second' })
  const matter = await store.matter(id)
  await addDocument(matter, 'a.txt', 'signed by Mr Ødegård')
  matter.ledger.append('words-kept', { words: 1 })
  const options = { folder, passphrase: PASSPHRASE, cost: CHEAP, createdAt: '2026-01-01' }
  // What is written while the files are copied belongs to the next backup, on both sides of the ledger's anchor.
  const running = backUp(store, keyring.masterKey(), options, NEVER)
  const writing = setInterval(() => matter.ledger.append('words-kept', { words: 2 }), 1)
  const result = await running
  clearInterval(writing)
  return { folder, id, result, options, entries: matter.ledger.head().seq }
}

async function openRestored(path: string) {
  const home = await openHome(path)
  const keyring = await openKeyring(home, CHEAP)
  await keyring.unlock({ by: 'passphrase', passphrase: PASSPHRASE })
  return { home, store: await openStore({ home, masterKey: keyring.masterKey, now: NOW }) }
}

test('a backup restores everything into an empty home, as of one moment, opened by its own passphrase', async () => {
  await using folder = await temporaryFolder()
  const { folder: backup, id, result } = await backedUp(folder.path)
  expect((await readdir(backup)).toSorted()).toEqual(['app.db', 'keys.json', 'manifest.json', 'matters'])
  expect(result.files).toBe(4)
  const target = join(folder.path, 'target')
  {
    using home = await openHome(target)
    expect(await restore(home, { folder: backup, passphrase: PASSPHRASE }, NEVER)).toEqual(result)
  }
  const { home, store } = await openRestored(target)
  expect(store.app.matters.list().map(({ matter }) => matter)).toEqual(['Smith v Jones', 'Second'])
  const matter = await store.matter(id)
  expect(
    shownPassages(matter)
      .map(([text]) => text)
      .join(' '),
  ).toBe('signed by Mr Ødegård')
  const check = await matter.ledger.verify()
  expect(check).toEqual({ entries: check.entries, valid: true, firstBad: null, why: null })
  expect(matter.ledger.list().some(({ kind }) => kind === 'ledger-recovered')).toBe(false)
  await store[Symbol.asyncDispose]()
  home[Symbol.dispose]()
  expect([...(await filesBelow(target)).keys()].filter((path) => /unfinished|partial/.test(path))).toEqual([])
})

test('nothing is written over: a used home and a folder with files are refused', async () => {
  await using folder = await temporaryFolder()
  const { folder: backup, options } = await backedUp(folder.path)
  await using source = await openTestStore(join(folder.path, 'source'))
  const again = () => backUp(source.store, source.keyring.masterKey(), options, NEVER)
  expect(await codeOfFailure(again)).toBe('ALREADY_EXISTS')
  const into = () => restore(source.home, { folder: backup, passphrase: PASSPHRASE }, NEVER)
  expect(await codeOfFailure(into)).toBe('ALREADY_EXISTS')
  expect(source.store.app.matters.list().length).toBe(2)
})

test('a wrong passphrase, a changed, a missing and a foreign file restore nothing', async () => {
  await using folder = await temporaryFolder()
  const { folder: backup, id } = await backedUp(folder.path)
  using home = await openHome(join(folder.path, 'target'))
  const attempt = (passphrase = PASSPHRASE) => codeOfFailure(() => restore(home, { folder: backup, passphrase }, NEVER))
  const manifestFile = join(backup, 'manifest.json')
  const matterFile = join(backup, 'matters', `${id}.db`)
  const manifest = await readFile(manifestFile, 'utf8')
  const matter = await readFile(matterFile)
  const results = [await attempt('wrong')]
  await writeFile(matterFile, Buffer.from(matter).fill(1, 9000, 9001))
  results.push(await attempt())
  await rm(matterFile)
  results.push(await attempt())
  await writeFile(matterFile, matter)
  await writeFile(manifestFile, manifest.replace('app.db', '../app.db'))
  results.push(await attempt())
  await writeFile(manifestFile, manifest.replace('"version": 1', '"version": 2'))
  results.push(await attempt())
  await rm(manifestFile)
  results.push(await attempt())
  expect(results).toEqual(['WRONG_KEY', ...Array(3).fill('DAMAGED'), 'WRONG_USE', 'DAMAGED'])
  expect([...(await filesBelow(home.folder)).keys()]).toEqual([])
  await writeFile(manifestFile, manifest)
  expect(await attempt()).toBe('nothing')
})

test('what a killed restore left is cleared away, with or without its files in place', async () => {
  await using folder = await temporaryFolder()
  const { folder: backup } = await backedUp(folder.path)
  const home = homeAt(join(folder.path, 'target'))
  await mkdir(join(home.folder, 'unfinished', 'matters'), { recursive: true })
  await mkdir(home.mattersFolder)
  await writeFile(home.appFile, 'from the killed restore')
  await writeFile(join(home.mattersFolder, 'x.db'), 'from the killed restore')
  {
    using opened = await openHome(home.folder)
    expect([...(await filesBelow(opened.folder)).keys()]).toEqual([])
    await restore(opened, { folder: backup, passphrase: PASSPHRASE }, NEVER)
  }
  // Once keys.json is there the restore had ended, but for its folder.
  await mkdir(join(home.folder, 'unfinished'))
  using opened = await openHome(home.folder)
  expect((await readdir(opened.folder)).toSorted()).toEqual(
    ['app.db', 'before-migration', 'keys.json', 'lock.db', 'matters', 'models'].toSorted(),
  )
})

test('an aborted backup leaves no folder', async () => {
  await using folder = await temporaryFolder()
  await using source = await openTestStore(join(folder.path, 'source'))
  const options = { folder: join(folder.path, 'new', 'backup'), passphrase: 'x', cost: CHEAP, createdAt: '2026-01-01' }
  const attempt = () => backUp(source.store, source.keyring.masterKey(), options, AbortSignal.abort())
  expect(await codeOfFailure(attempt)).toBe('AbortError')
  expect(await readdir(folder.path)).toEqual(['source'])
})
