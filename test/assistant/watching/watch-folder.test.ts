import { message } from '../../../wording/message.ts'
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  addWatchedFolder,
  changeWatchedFolder,
  createWatching,
  watchedFolders,
} from '../../../assistant/watching/watching.ts'
import { createEvents } from '../../../assistant/home/events.ts'
import { leaveOut } from '../../../assistant/reading/intake/left-out.ts'
import { removeWithInside } from '../../../assistant/reading/take-attachments.ts'
import { watchFolder } from '../../../assistant/watching/watch-folder.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { createTextReader } from '../text-reader.ts'
import { until } from '../../patience.ts'

/** A watch that looks only when it is told to; files come to rest at once unless `settleMs` says otherwise. */
function watchOf(use: MatterInUse, settleMs = 0) {
  const folder = join(use.folder, 'files')
  const rest = { lookEveryMs: 3_600_000, settleMs, now: () => new Date(), onChange: () => {} }
  return watchFolder({ matter: use.matter, queue: use.queue, folder, ...rest })
}

const paths = (use: MatterInUse) => use.matter.store.documents.list(null).map(({ path }) => path)
const idle = (use: MatterInUse) => until(() => !use.queue.progress().running)

describe('a watched folder', () => {
  test('is followed: files that come, change, are renamed and go', async () => {
    const reader = createTextReader()
    await using use = await matterInUse({ reader })
    const first = await use.write('a.txt', 'one')
    await using watch = watchOf(use)
    await watch.look()
    await idle(use)
    expect(paths(use)).toEqual(['a.txt'])
    const [{ documentId } = { documentId: '' }] = use.matter.store.documents.list(null)

    await mkdir(join(dirname(first), 'deep'))
    await rename(first, join(dirname(first), 'deep/b.txt'))
    await watch.look()
    expect(paths(use)).toEqual(['deep/b.txt'])
    expect(use.matter.store.documents.list(null)[0]!.documentId).toBe(documentId)
    expect(reader.pagesRead).toEqual(['a.txt 1'])

    await use.write('deep/b.txt', 'one and more')
    await watch.look()
    await idle(use)
    expect(reader.pagesRead).toEqual(['a.txt 1', 'b.txt 1'])
    await rm(join(use.folder, 'files/deep'), { recursive: true })
    await watch.look()
    expect(paths(use), 'gone once may be an editor that saves').toEqual(['deep/b.txt'])
    await watch.look()
    expect(paths(use)).toEqual([])
    expect(watch.state).toMatchObject({ kind: 'watching', message: null })
  })

  test('takes a file only when it has come to rest', async () => {
    await using use = await matterInUse()
    const file = await use.write('a.txt', 'half of')
    await using watch = watchOf(use, 60_000)
    await watch.look()
    await use.write('a.txt', 'half of it, still being written')
    await watch.look()
    expect(paths(use)).toEqual([])
    await utimes(file, new Date(), new Date(Date.now() - 61_000))
    await watch.look()
    await idle(use)
    expect(paths(use)).toEqual(['a.txt'])
  })

  test('that is not there removes nothing, and is followed again when it is back', async () => {
    await using use = await matterInUse()
    await use.write('a.txt', 'one')
    await using watch = watchOf(use)
    await watch.look()
    await idle(use)
    await rename(join(use.folder, 'files'), join(use.folder, 'elsewhere'))
    await watch.look()
    await watch.look()
    expect(paths(use)).toEqual(['a.txt'])
    expect(watch.state).toMatchObject({
      kind: 'missing',
      message: message('matters.watched.missing'),
    })
    await rename(join(use.folder, 'elsewhere'), join(use.folder, 'files'))
    await watch.look()
    expect(watch.state.kind).toBe('watching')
  })

  test('that loses most of its files at once keeps their documents until the user agrees', async () => {
    await using use = await matterInUse()
    for (let n = 0; n < 12; n += 1) await use.write(`${n}.txt`, `text ${n}`)
    await using watch = watchOf(use)
    await watch.look()
    await idle(use)
    for (let n = 0; n < 11; n += 1) await rm(join(use.folder, 'files', `${n}.txt`))
    for (let n = 0; n < 3; n += 1) await watch.look()
    expect(paths(use)).toHaveLength(12)
    expect(watch.state).toMatchObject({
      kind: 'held',
      gone: 11,
      message: message('matters.watched.held', { gone: 11, known: 12 }),
    })
    await watch.accept()
    expect(paths(use)).toEqual(['11.txt'])
  })

  test('that is renamed inside keeps all its documents, however many', async () => {
    const reader = createTextReader()
    await using use = await matterInUse({ reader })
    for (let n = 0; n < 20; n += 1) await use.write(`old/${n}.txt`, `text ${n}`)
    await using watch = watchOf(use)
    await watch.look()
    await idle(use)
    const ids = use.matter.store.documents.list(null).map(({ documentId }) => documentId)
    await rename(join(use.folder, 'files/old'), join(use.folder, 'files/new'))
    await watch.look()
    expect(paths(use).every((path) => path.startsWith('new/'))).toBe(true)
    expect(use.matter.store.documents.list(null).map(({ documentId }) => documentId)).toEqual(ids)
    expect(reader.pagesRead).toHaveLength(20)
  })

  test('does not bring back what the user removed, until its file changes', async () => {
    await using use = await matterInUse()
    const file = await use.write('a.txt', 'one')
    await using watch = watchOf(use)
    await watch.look()
    await idle(use)
    const [row] = use.matter.store.documents.list(null)
    leaveOut(use.matter.store.settings, row!.root, row!.path, row!)
    await removeWithInside(row!.documentId, { matter: use.matter, queue: use.queue })
    await watch.look()
    expect(paths(use)).toEqual([])
    await writeFile(file, 'one, changed')
    await watch.look()
    await idle(use)
    expect(paths(use)).toEqual(['a.txt'])
  })

  test('that a sample followed, as earlier versions let it, is left alone, and its line says why', async () => {
    await using use = await matterInUse()
    await use.write('mine.txt', 'A letter of a real client.')
    const sample = { ...use.matter, isSample: true }
    const folder = join(use.folder, 'files')
    addWatchedFolder(sample.store.settings, folder)
    const watching = createWatching({
      queue: () => use.queue,
      events: createEvents(),
      now: () => new Date(),
      settleMs: 0,
    })
    watching.begin(sample)
    await watching.look(sample)
    expect(watching.list(sample)).toMatchObject([
      { folder, kind: 'paused', message: message('matters.watched.sample') },
    ])
    expect(paths(use)).toEqual([])
    await watching.remove(sample, folder)
    expect(watching.list(sample)).toEqual([])
    await watching.close(sample.id)
  })

  test('cannot lie in another one, and can be paused and forgotten', async () => {
    await using use = await matterInUse()
    const { settings } = use.matter.store
    addWatchedFolder(settings, '/cases/hollis')
    addWatchedFolder(settings, '/cases/hollis/')
    addWatchedFolder(settings, '/cases/hollister')
    expect(() => addWatchedFolder(settings, '/cases')).toThrow('hold the same files')
    expect(() => addWatchedFolder(settings, '/cases/hollis/incoming')).toThrow('hold the same files')
    changeWatchedFolder(settings, '/cases/hollis', true)
    changeWatchedFolder(settings, '/cases/hollister', null)
    expect(watchedFolders(settings)).toEqual([{ folder: '/cases/hollis', paused: true }])
    expect(() => changeWatchedFolder(settings, '/elsewhere', null)).toThrow('is not watched')
  })
})
