import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFollowedFolder } from '../../../assistant/watching/followed-folder.ts'
import { seededRandom } from '../../../scripts/seeded-random.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

const idle = (use: MatterInUse) => until(() => !use.queue.progress().running)

test('a file whose bytes went to another name while it got others is not read again under that name', async () => {
  const reader = createTextReader()
  await using use = await matterInUse({ reader })
  const first = await use.write('a.txt', 'one')
  const folder = join(use.folder, 'files')
  const followed = createFollowedFolder({ ...use, folder, settleMs: 0, now: () => new Date() })
  await followed.look()
  await idle(use)
  await writeFile(first, 'another')
  await followed.look()
  await idle(use)
  await use.write('b.txt', 'one')
  await followed.look()
  await idle(use)
  expect(reader.textsRead).toEqual(['one', 'another'])
  expect(use.matter.store.documents.list(null).map(({ mediaType }) => mediaType)).toEqual(['text/plain', 'text/plain'])
})

const textAt = ({ matter: { store } }: MatterInUse, path: string) => {
  const row = store.documents.list(null).find((one) => one.path === path)
  return row?.textVersionId ? store.pages.wholeText(row.textVersionId) : null
}

test('a file that changes while it is being read is read again', async () => {
  const seen = Promise.withResolvers<void>()
  await using use = await matterInUse({ reader: createTextReader({ until: seen.promise }) })
  const file = await use.write('a.txt', 'one')
  const folder = join(use.folder, 'files')
  const followed = createFollowedFolder({ ...use, folder, settleMs: 0, now: () => new Date() })
  await followed.look()
  await until(() => use.matter.store.documents.list(null)[0]?.state === 'reading')
  await writeFile(file, 'two')
  await followed.look()
  seen.resolve()
  await idle(use)
  expect(textAt(use, 'a.txt')).toBe('two')
})

test('a file that is moved while it waits is read where it is', async () => {
  await using use = await matterInUse()
  const file = await use.write('a.txt', 'one')
  const folder = join(use.folder, 'files')
  const followed = createFollowedFolder({ ...use, folder, settleMs: 0, now: () => new Date() })
  await followed.look()
  await idle(use)
  use.queue.pause()
  await utimes(file, new Date(), new Date(1_700_000_000_000))
  await followed.look()
  await rename(file, join(folder, 'b.txt'))
  await use.write('a.txt', 'two')
  await rm(file)
  await followed.look()
  await use.write('a.txt', 'two')
  await followed.look()
  use.queue.resume()
  await idle(use)
  expect([textAt(use, 'a.txt'), textAt(use, 'b.txt')]).toEqual(['two', 'one'])
})

describe('after 500 operations in any order', () => {
  test.each([1, 2, 3])('the library holds what the folder holds, and read no content twice (seed %i)', async (seed) => {
    const reader = createTextReader()
    await using use = await matterInUse({ reader })
    const folder = join(use.folder, 'files')
    await mkdir(folder)
    const followed = createFollowedFolder({ ...use, folder, settleMs: 0, now: () => new Date() })
    const random = seededRandom(seed)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    for (let step = 0; step < 500; step += 1) {
      await operate(folder, step, pick)
      if (random() < 0.2) await followed.look()
    }
    for (let looks = 0; looks < 3; looks += 1) {
      await followed.look()
      await idle(use)
    }
    if (followed.state.kind === 'held') await followed.look(true)
    const files = await listed(folder)
    const rows = use.matter.store.documents.list(null)
    expect(rows.map(({ path }) => path).toSorted()).toEqual([...files.keys()].toSorted())
    const texts = rows.map(({ path, textVersionId }) => [path, use.matter.store.pages.wholeText(textVersionId!)])
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(files))
    expect(reader.textsRead.length).toBe(new Set(reader.textsRead).size)
  })
})

/** One random change: a new file, a copy, a rename, a move, other bytes, a deletion, a touch. */
async function operate(folder: string, step: number, pick: <T>(from: readonly T[]) => T): Promise<void> {
  const files = await filesIn(folder)
  const fresh = `${pick(['', 'a/', 'b/', 'b/c/'])}${step}.txt`
  const place = join(folder, fresh)
  await mkdir(dirname(place), { recursive: true })
  const text = `text number ${step}`
  const kind = files.length < 3 ? 'add' : pick(['add', 'add', 'copy', 'rename', 'change', 'delete', 'touch', 'swap'])
  const one = join(folder, files.length > 0 ? pick(files) : '')
  if (kind === 'add') await writeFile(place, text)
  if (kind === 'copy') await writeFile(place, await readFile(one))
  if (kind === 'rename') await rename(one, place)
  if (kind === 'change') await writeFile(one, `${text} instead`)
  if (kind === 'delete') await rm(one)
  if (kind === 'touch') await utimes(one, new Date(), new Date(1_700_000_000_000 + step * 1000))
  if (kind === 'swap') {
    const other = join(folder, pick(files))
    await rename(one, place)
    if (other !== one) await rename(other, one)
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

async function listed(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await filesIn(folder)
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)),
  )
}
