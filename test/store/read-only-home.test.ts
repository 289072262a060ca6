import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, copyFileSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { backUp } from '../../store/backup.ts'
import { clearLeftCopies, copyUnchanged } from '../../store/read-only-copies.ts'
import { openKeyring } from '../../store/keys/keyring.ts'
import { openHome } from '../../store/open-home.ts'
import { openStore } from '../../store/store.ts'
import { addDocument } from './matter/new-matter.ts'
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

afterEach(() => vi.unstubAllEnvs())

const isRoot = process.getuid?.() === 0
/** Root may write everywhere, so a home is opened as another user. */
const NOBODY = isRoot ? { uid: 65_534, gid: 65_534 } : {}

async function holdHome(folder: string): Promise<Disposable & { readonly said: unknown }> {
  const holder: ChildProcess = fork(new URL('hold-home.ts', import.meta.url), [folder], NOBODY)
  const [said] = (await once(holder, 'message')) as [unknown]
  return { said, [Symbol.dispose]: () => void holder.kill('SIGKILL') }
}

async function ownedBy(folder: string, uid: number): Promise<void> {
  await chown(folder, uid, uid)
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, uid)
}

/** One matter with a document. */
async function makeHome(folder: string): Promise<string> {
  await using opened = await openTestStore(folder)
  const { id } = await opened.store.createMatter(MATTER)
  await addDocument(await opened.store.matter(id), 'a.txt', 'kept')
  return id
}

test.skipIf(process.platform === 'win32')(
  'a home of which only the folder may not be written gets its rights back, and its lock',
  async () => {
    await using folder = await temporaryFolder()
    await makeHome(folder.path)
    if (isRoot) await ownedBy(folder.path, 65_534)
    await chmod(folder.path, 0o500)
    using first = await holdHome(folder.path)
    using second = await holdHome(folder.path)
    expect([first.said, second.said]).toEqual([{ isReadOnly: false }, { error: 'IN_USE' }])
    expect((await stat(folder.path)).mode & 0o777).toBe(0o700)
  },
)

test.runIf(isRoot)(
  'a home of somebody else who lets it be read is opened read-only, though a matter could be written',
  async () => {
    await using folder = await temporaryFolder()
    await makeHome(folder.path)
    for (const name of ['', ...(await readdir(folder.path, { recursive: true }))])
      await chmod(join(folder.path, name), name.startsWith('matters/') ? 0o666 : 0o755)
    using holder = await holdHome(folder.path)
    expect(holder.said).toEqual({ isReadOnly: true })
  },
)

test.runIf(isRoot)('copies that somebody else has left do not keep a read-only home from being opened', async () => {
  await using folder = await temporaryFolder()
  await using temporary = await temporaryFolder()
  await makeHome(folder.path)
  for (const name of ['', ...(await readdir(folder.path, { recursive: true }))])
    await chmod(join(folder.path, name), 0o755)
  const dead = await deadProcess()
  await mkdir(join(temporary.path, `consilium-read-only-${dead}-abc`, 'inside'), { recursive: true, mode: 0o700 })
  await chmod(temporary.path, 0o1777)
  vi.stubEnv('TMPDIR', temporary.path)
  using holder = await holdHome(folder.path)
  expect(holder.said).toEqual({ isReadOnly: true })
})

async function deadProcess(): Promise<number> {
  const dead = fork(new URL('hold-home.ts', import.meta.url), [], { execArgv: ['--version'], silent: true })
  await once(dead, 'exit')
  return dead.pid ?? 0
}

/** As `openHome` gives it where nothing may be written. */
async function openReadOnly(folder: string) {
  const home = await openHome(folder)
  const keyring = await openKeyring(home, CHEAP)
  await keyring.unlock({ by: 'key-file' })
  const store = await openStore({ home: { ...home, isReadOnly: true }, masterKey: keyring.masterKey, now: NOW })
  return {
    store,
    keyring,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      keyring.lock()
      home[Symbol.dispose]()
    },
  }
}

test('in a read-only home everything is read, every change is refused, and no file changes', async () => {
  await using folder = await temporaryFolder()
  const id = await makeHome(folder.path)
  const before = await filesBelow(folder.path)
  await using temporary = await temporaryFolder()
  vi.stubEnv('TMPDIR', temporary.path)
  {
    await using opened = await openReadOnly(folder.path)
    const matter = await opened.store.matter(id)
    // Whatever ends this process then leaves no copy, but on Windows.
    const left = process.platform === 'win32' ? [] : await readdir(temporary.path)
    expect(left).toEqual([])
    expect(matter.documents.list(null).map(({ document }) => document)).toEqual(['a.txt'])
    for (const change of [
      () => addDocument(matter, 'b.txt', 'new'),
      () => opened.store.createMatter({ ...MATTER, matter: 'New' }),
    ])
      expect(await codeOfFailure(change)).toBe('READ_ONLY')
    expect(await filesBelow(folder.path)).toEqual(before)
  }
  expect(await readdir(temporary.path)).toEqual([])
  expect(await filesBelow(folder.path)).toEqual(before)
})

test('a read-only home is backed up, but not while changes are only in the log of a file', async () => {
  await using folder = await temporaryFolder()
  const home = join(folder.path, 'home')
  const id = await makeHome(home)
  const backUpTo = async (from: string, to: string) => {
    await using opened = await openReadOnly(from)
    const options = { folder: join(folder.path, to), passphrase: 'x', cost: CHEAP, createdAt: '2026-01-01' }
    return await codeOfFailure(() => backUp(opened.store, opened.keyring.masterKey(), options, NEVER))
  }
  const killed = join(folder.path, 'killed')
  {
    await using opened = await openTestStore(home)
    await addDocument(await opened.store.matter(id), 'b.txt', 'in the log')
    await cp(home, killed, { recursive: true, filter: (path) => !path.includes('lock.db') && !path.endsWith('-shm') })
  }
  expect(await backUpTo(home, 'whole')).toBe('nothing')
  expect(await backUpTo(killed, 'part')).toBe('READ_ONLY')
  await using opened = await openReadOnly(killed)
  expect((await opened.store.matter(id)).documents.list(null)).toHaveLength(2)
})

test('what a killed process left of its copies is cleared away, and nothing of a living one', async () => {
  await using temporary = await temporaryFolder()
  vi.stubEnv('TMPDIR', temporary.path)
  vi.stubEnv('TEMP', temporary.path)
  const [left, alive, strange] = [`${await deadProcess()}-abc`, `${process.pid}-abc`, 'abc'].map(
    (end) => `consilium-read-only-${end}`,
  )
  for (const name of [left, alive, strange]) await mkdir(join(temporary.path, String(name)))
  clearLeftCopies()
  expect((await readdir(temporary.path)).toSorted()).toEqual([alive, strange])
})

test('files that are written while they are copied are copied again, and given up when that never ends', async () => {
  await using folder = await temporaryFolder()
  const at = (name: string) => join(folder.path, name)
  await writeFile(at('a'), 'a')
  await writeFile(at('b'), 'b')
  let writes = 1
  const copyWhileWritten = (from: string, to: string) => {
    copyFileSync(from, to)
    if (writes > 0) appendFileSync(at('a'), '+')
    writes -= 1
  }
  const pairs = ['a', 'b', 'missing'].map((name) => [at(name), at(`copy-${name}`)] as const)
  copyUnchanged(pairs, copyWhileWritten)
  expect(await readFile(at('copy-a'), 'utf8')).toBe('a+')
  expect((await readdir(folder.path)).toSorted()).toEqual(['a', 'b', 'copy-a', 'copy-b'])
  writes = Number.POSITIVE_INFINITY
  expect(await codeOfFailure(() => copyUnchanged(pairs, copyWhileWritten))).toBe('IN_USE')
})
