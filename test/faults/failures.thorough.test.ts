import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, copyFile, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { makeHostile } from '../../scripts/make-hostile.ts'
import { type Ended, runCommand } from '../cli/run-command.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { writeBatch } from './kill-batch.ts'

const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await mkdir(join(folder, 'models'))
})

afterAll(() => life[Symbol.asyncDispose]())

const isRoot = process.getuid?.() === 0
const run = (home: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCommand([...words, '--json'], { home, env: { CONSILIUM_MODELS: join(folder, 'models'), ...env } })

function expectError({ out, err, lines }: Ended, code: string): void {
  expect(err).toMatch(new RegExp(`^error ${code}: .{20,}\\n$`))
  expect(`${out}${err}`).not.toMatch(/\n\s+at |node:internal|SQLITE_/)
  expect(lines.at(-1)).toMatchObject({ error: { code } })
}

/** A home with one matter of three documents. */
async function homeWithMatter(name: string): Promise<{ home: string; id: string }> {
  const home = join(folder, name)
  const { lines } = await run(home, ['matter', 'create', 'M'])
  await run(home, ['add', 'M', await writeBatch(join(folder, 'files'), 'kept')])
  return { home, id: String(lines[0]?.id) }
}

async function damage(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  for (let at = 4096; at < size; at += 4096) await handle.write(randomBytes(512), 0, 512, at + 1000)
  await handle.close()
}

const documentsOf = async (home: string) => (await run(home, ['documents', 'M'])).lines

/** These end the reader as `nested-flate-bomb.pdf` does, after 10 to 20 seconds each; `test/library/read/hostile-files.thorough.test.ts` reads all. */
const LIKE_ANOTHER = ['flate-bomb.pdf', 'form-recursion.pdf', 'twelve-million-characters.pdf']

describe('each hostile file', () => {
  test('ends in its state, in words, with the app alive and the good file beside it read', async () => {
    const home = join(folder, 'hostile')
    const files = join(folder, 'hostile-files')
    const made = await makeHostile(files)
    const hostile = made.filter(({ name }) => !LIKE_ANOTHER.includes(name))
    for (const name of LIKE_ANOTHER) await rm(join(files, name))
    await writeFile(join(files, 'zz-good.txt'), 'The last of the files is a good one.')
    await run(home, ['matter', 'create', 'M'])
    const { code, lines, err } = await run(home, ['add', 'M', files])
    expect(code).toBe(1)
    expect(err).not.toMatch(/\n\s+at |node:internal/)
    const ends = lines.filter(({ type }) => type === 'document-end')
    expect(Object.fromEntries(ends.map(({ path, state }) => [path, state]))).toEqual(
      Object.fromEntries([...hostile.map(({ name, expect: state }) => [name, state]), ['zz-good.txt', 'ready']]),
    )
    for (const { state, error } of ends) {
      const { message } = (error ?? { message: 'None.' }) as { message: string }
      expect(message).toMatch(/^[A-Z].*\.$/s)
      expect(state === 'failed').toBe(error !== null && state === 'failed')
    }
    expect((await run(home, ['search', 'M', 'the last of the files'])).lines[0]?.hits).toMatchObject(
      [{ document: 'zz-good.txt' }, ...Array.from({ length: 9 }, () => ({}))].slice(0, 1),
    )
  })
})

describe('a file that may not be read', () => {
  test('fails in words that say what to do, and is read once its rights are changed', async ({ skip }) => {
    if (!isRoot) return skip('only root can become another user')
    const outside = life.use(await shortFolder()).path
    const nobody = 65_534
    const file = join(outside, 'closed.txt')
    await writeFile(file, 'Nobody may read this sentence yet.')
    await chmod(file, 0o000)
    await chown(outside, nobody, nobody)
    // Root reads everything, so the command runs as another user.
    const asNobody = (words: readonly string[]) =>
      runCommand([...words, '--json'], { home: join(outside, 'home'), env: { CONSILIUM_MODELS: outside }, uid: nobody })
    expect((await asNobody(['matter', 'create', 'M'])).code).toBe(0)
    const { code, lines } = await asNobody(['add', 'M', file])
    expect(code).toBe(1)
    expect(lines.find(({ type }) => type === 'document-end')).toMatchObject({
      state: 'failed',
      error: { code: 'unreadable', retry: true, message: expect.stringContaining('permissions') },
    })
    await chmod(file, 0o644)
    expect((await asNobody(['add', 'M', file])).lines.at(-1)).toMatchObject({ ready: 1 })
  })
})

/** A disk of its own, or null where there may be none. */
async function smallDisk(name: string, megabytes: number): Promise<string | null> {
  const disk = join(folder, name)
  await mkdir(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', disk], { stdio: 'ignore' })
  } catch {
    return null
  }
  life.defer(() => void execFileSync('umount', ['-l', disk]))
  return disk
}

test('a home that may only be read is read and asked, refuses each change in words, and is left byte for byte', async ({
  skip,
}) => {
  const disk = isRoot && process.platform === 'linux' ? await smallDisk('read-only', 20) : null
  if (!disk) return skip('only root can mount a disk')
  const home = join(disk, 'home')
  await run(home, ['matter', 'create', 'M'])
  await run(home, ['add', 'M', await writeBatch(join(folder, 'files'), 'kept')])
  const hits = async () => (await run(home, ['search', 'M', 'kept'])).lines.map((line) => line.hits)
  const found = await hits()
  const before = await bytesBelow(home)
  execFileSync('mount', ['-o', 'remount,ro', disk])
  expect((await documentsOf(home)).length).toBe(3)
  expect(found).toHaveLength(1)
  expect(await hits()).toEqual(found)
  const asked = await run(home, ['ask', 'M', 'What is kept?'])
  expect(asked.lines.map(({ type }) => type)).toContain('evidence')
  expectError(asked, 'READ_ONLY')
  for (const words of [
    ['matter', 'create', 'N'],
    ['add', 'M', join(folder, 'files')],
    ['facts', 'M', 'set', 'x(y)'],
  ]) {
    const refused = await run(home, words)
    expect([words, refused.code]).not.toEqual([words, 0])
    expect(refused.err).not.toMatch(/\n\s+at |EROFS/)
  }
  expect(await bytesBelow(home)).toEqual(before)
})

async function bytesBelow(home: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(home, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const all = names.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const
  })
  return new Map((await Promise.all(all)).toSorted(([one], [other]) => one.localeCompare(other)))
}

describe('a full disk', () => {
  test('while files are added and a question is asked: said so, what was there is kept, and it goes on when there is room', async ({
    skip,
  }) => {
    const disk = isRoot && process.platform === 'linux' ? await smallDisk('small', 6) : null
    if (!disk) return skip('only root can mount a small disk')
    const home = join(disk, 'home')
    await run(home, ['matter', 'create', 'M'])
    await run(home, ['add', 'M', await writeBatch(join(folder, 'files'), 'kept')])
    const before = await documentsOf(home)
    expect(before.length).toBe(3)
    const large = join(folder, 'large.txt')
    await writeFile(large, `${'The landlord shall repair the roof of the house. '.repeat(20)}\n\n`.repeat(8000))
    const added = await run(home, ['add', 'M', large])
    expect(added.code).toBe(1)
    expect(`${added.out}${added.err}`).toMatch(/NO_SPACE|disk is full|room/i)
    expect(`${added.out}${added.err}`).not.toMatch(/\n\s+at |node:internal/)
    const filler = join(disk, 'filler')
    await writeFile(filler, randomBytes(8_000_000)).catch(() => {})
    const asked = await run(home, ['ask', 'M', 'When is the rent due?'])
    expectError(asked, 'NO_SPACE')
    expect(asked.code).toBe(1)
    // What was begun may hold the rest of the disk, so room is made by a larger one.
    execFileSync('mount', ['-o', 'remount,size=60m', disk])
    await rm(filler)
    const after = await documentsOf(home)
    const names = (rows: typeof before) =>
      rows
        .filter(({ state }) => state === 'ready')
        .map(({ document, sha256, passages }) => [document, sha256, passages])
    expect(names(after)).toEqual(names(before))
    expect((await run(home, ['ask', 'M', 'When is the rent due?'])).lines.at(-1)).toMatchObject({ state: 'extractive' })
    expect((await run(home, ['ledger', 'verify'])).code).toBe(0)
  })
})

describe('a damaged file of the store', () => {
  test('app.db: said so, and put back it opens again', async () => {
    const { home } = await homeWithMatter('damaged-app')
    await copyFile(join(home, 'app.db'), join(folder, 'app.db.kept'))
    await damage(join(home, 'app.db'))
    const ended = await run(home, ['matter', 'list'])
    expectError(ended, 'DAMAGED')
    expect(ended.code).toBe(1)
    await rm(join(home, 'app.db'))
    await copyFile(join(folder, 'app.db.kept'), join(home, 'app.db'))
    expect((await run(home, ['matter', 'list'])).lines).toMatchObject([{ matter: 'M', documents: 3 }])
  })

  test('one matter: said so, and the others work on', async () => {
    const { home, id } = await homeWithMatter('damaged-matter')
    await run(home, ['matter', 'create', 'other'])
    await damage(join(home, 'matters', `${id}.db`))
    const ended = await run(home, ['search', 'M', 'rent'])
    expectError(ended, 'DAMAGED')
    expect((await run(home, ['add', 'other', join(folder, 'files')])).code).toBe(0)
    expect((await run(home, ['matter', 'list'])).lines.length).toBe(2)
  })

  test('one matter that is gone: said so, and the others work on', async () => {
    const { home, id } = await homeWithMatter('lost-matter')
    for (const name of await readdir(join(home, 'matters')))
      if (name.startsWith(id)) await rm(join(home, 'matters', name))
    const ended = await run(home, ['search', 'M', 'rent'])
    expect(ended.code).not.toBe(0)
    expect(ended.err).toMatch(/^error (DAMAGED|NOT_FOUND): .{20,}\n$/)
    expect((await run(home, ['matter', 'list'])).code).toBe(0)
  })

  test('keys.json: said so, whatever stands in it', async () => {
    const { home } = await homeWithMatter('damaged-keys')
    const keys = join(home, 'keys.json')
    await copyFile(keys, join(folder, 'keys.kept'))
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"version":1}',
      '{"version":1,"wraps":[{}]}',
      randomBytes(300).toString('latin1'),
    ]) {
      await writeFile(keys, text)
      const ended = await run(home, ['matter', 'list'])
      expect([text, ended.code]).toEqual([text, 1])
      expectError(ended, 'DAMAGED')
    }
    // The window's engine runs in a process of its own, whose words have a longer way.
    expectError(await run(home, ['serve']), 'DAMAGED')
    await copyFile(join(folder, 'keys.kept'), keys)
    expect((await run(home, ['matter', 'list'])).code).toBe(0)
  })

  test('a key file that is lost or another one: said so, exit 4 or 1, and nothing is made anew', async () => {
    const { home } = await homeWithMatter('lost-key')
    await copyFile(join(home, 'master.key'), join(folder, 'master.kept'))
    await writeFile(join(home, 'master.key'), randomBytes(32))
    const wrong = await run(home, ['matter', 'list'])
    expect(wrong.err).toMatch(/^error (WRONG_KEY|DAMAGED): .{20,}\n$/)
    await rm(join(home, 'master.key'))
    const lost = await run(home, ['matter', 'list'])
    expect(lost.err).toMatch(/^error [A-Z_]+: .{20,}\n$/)
    expect(lost.err).not.toContain('INTERNAL')
    await copyFile(join(folder, 'master.kept'), join(home, 'master.key'))
    expect((await run(home, ['matter', 'list'])).lines).toMatchObject([{ matter: 'M', documents: 3 }])
  })
})
