import { verbatim } from '../../../../wording/message.ts'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { removeDocument } from '../../../../assistant/reading/take-attachments.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import { findFiles, folderLabel } from '../../../../assistant/reading/intake/find-files.ts'
import { leaveOut } from '../../../../assistant/reading/intake/left-out.ts'
import type { AddEvent } from '../../../../contract/document.ts'
import { temporaryFolder } from '../../../store/temporary-home.ts'
import { matterInUse, type MatterInUse } from '../../matter-in-use.ts'
import { settingsInMemory } from '../../settings-in-memory.ts'
import { createTextReader } from '../../text-reader.ts'
import { Failure } from '../../../../wording/failure.ts'
import { until } from '../../../patience.ts'

const now = () => new Date()
const adding = ({ matter, queue }: MatterInUse, paths: readonly string[], signal?: AbortSignal) =>
  addPaths(paths, { matter, queue, now }, signal)
const add = async (use: MatterInUse, ...paths: string[]) => Array.fromAsync(adding(use, paths))
const end = (events: readonly AddEvent[]) => events.at(-1) as Extract<AddEvent, { type: 'add-end' }>

describe('adding files and folders', () => {
  test('leaves out what the user removed, says so, and takes it when it is named or has changed', async () => {
    await using use = await matterInUse()
    const file = await use.write('case/a.txt', 'one')
    await use.write('case/b.txt', 'two')
    const folder = join(use.folder, 'files/case')
    await add(use, folder)
    const remove = async () => {
      const row = use.matter.store.documents.at('case', 'a.txt')!
      leaveOut(use.matter.store.settings, row.root, row.path, row)
      await removeDocument(use.matter, use.queue, row.documentId)
    }
    const paths = () => use.matter.store.documents.list(null).map(({ path }) => path)
    await remove()
    const again = await add(use, folder)
    expect(again).toContainEqual({ type: 'left-out', path: 'a.txt', reason: 'removed' })
    expect(end(again)).toMatchObject({ documents: 1, unchanged: 1, leftOut: 1 })
    expect(paths()).toEqual(['b.txt'])
    expect(end(await add(use, file))).toMatchObject({ ready: 1, leftOut: 0 })
    expect(end(await add(use, folder)), 'from then on it is as before').toMatchObject({ unchanged: 2, leftOut: 0 })
    await remove()
    await use.write('case/a.txt', 'one and more')
    await add(use, folder)
    expect(paths()).toEqual(['a.txt', 'b.txt'])
  })

  test('tells start and end of each document and ends with totals that add up', async () => {
    const reader = createTextReader({
      fails: (name) =>
        name === 'locked.txt' ? { code: 'password', message: verbatim('It is locked.'), retry: true } : null,
    })
    await using use = await matterInUse({ reader })
    await use.write('case/a.txt', 'one')
    await use.write('case/deep/b.txt', 'two\fthree')
    await use.write('case/locked.txt', 'x')
    const events = await add(use, join(use.folder, 'files/case'))
    expect(events.filter(({ type }) => type === 'document-end')).toMatchObject([
      { path: 'a.txt', document: 'a.txt', state: 'ready', pages: 1, passages: 1 },
      { path: 'deep/b.txt', document: 'deep/b.txt', state: 'ready', pages: 2, pagesWithText: 2 },
      { path: 'locked.txt', state: 'needs-password', error: { code: 'password' } },
    ])
    expect(events.filter(({ type }) => type === 'document-start')).toHaveLength(3)
    expect(end(events)).toMatchObject({
      type: 'add-end',
      documents: 3,
      ready: 2,
      needsPassword: 1,
      failed: 0,
      pages: 3,
    })
  })

  test('tells unchanged the second time, and reads only what changed', async () => {
    const reader = createTextReader()
    await using use = await matterInUse({ reader })
    await use.write('case/a.txt', 'one')
    await use.write('case/b.txt', 'two')
    await add(use, join(use.folder, 'files/case'))
    await use.write('case/b.txt', 'two, changed')
    // A slash more or less is the same folder.
    const events = await add(use, `${join(use.folder, 'files/case')}/`)
    expect(end(events)).toMatchObject({ documents: 2, ready: 1, unchanged: 1 })
    expect(reader.pagesRead).toEqual(['a.txt 1', 'b.txt 1', 'b.txt 1'])
    expect(use.matter.store.documents.list(null)).toHaveLength(2)
  })

  test('of two folders of the same name never mixes the documents', async () => {
    await using use = await matterInUse()
    await use.write('first/letters/a.txt', 'from the first')
    await use.write('second/letters/a.txt', 'from the second')
    const events = await add(use, join(use.folder, 'files/first/letters'), join(use.folder, 'files/second/letters'))
    expect(end(events)).toMatchObject({ documents: 2, ready: 2 })
    const texts = use.matter.store.documents
      .list(null)
      .map(({ document, textVersionId }) => [document, use.matter.store.pages.wholeText(textVersionId ?? 0)])
    expect(texts).toEqual([
      ['letters/a.txt', 'from the first'],
      ['letters (2)/a.txt', 'from the second'],
    ])
  })

  test('ends when a document is removed meanwhile, and counts it', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 20 }) })
    await use.write('case/a.txt', 'one')
    await use.write('case/b.txt', 'two\fthree')
    const events: AddEvent[] = []
    for await (const event of adding(use, [join(use.folder, 'files/case')])) {
      events.push(event)
      if (event.type !== 'document-end' || event.path !== 'a.txt') continue
      const [, second] = use.matter.store.documents.list(null)
      await removeDocument(use.matter, use.queue, second?.documentId ?? '')
    }
    expect(events.at(-2)).toMatchObject({ type: 'document-end', path: 'b.txt', state: 'failed' })
    expect(end(events)).toMatchObject({ documents: 2, ready: 1, failed: 1 })
  })

  test('counts a document once that is cancelled, and no more of it when it is retried', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 20 }) })
    await use.write('case/a.txt', 'one\ftwo')
    await use.write('case/b.txt', 'three')
    const events: AddEvent[] = []
    for await (const event of adding(use, [join(use.folder, 'files/case')])) {
      events.push(event)
      const [first] = use.matter.store.documents.list(null)
      if (event.type === 'document-start' && event.path === 'a.txt' && events.length === 1) {
        use.queue.cancel(first?.documentId ?? '')
        await until(
          () => first !== undefined && use.matter.store.documents.get(first.documentId, null).state === 'failed',
        )
        use.queue.retry(first?.documentId ?? '')
      }
    }
    expect(end(events)).toMatchObject({ documents: 2, ready: 1, failed: 1 })
  })

  test('reads on when nobody listens any more', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 10 }) })
    await use.write('case/a.txt', 'one')
    await use.write('case/b.txt', 'two')
    const abort = new AbortController()
    const told = Array.fromAsync(adding(use, [join(use.folder, 'files/case')], abort.signal))
    await until(() => use.queue.progress().running)
    abort.abort(new Error('enough'))
    await expect(told).rejects.toThrow('enough')
    await until(() => use.queue.progress().documentsDone === 2)
    expect(use.matter.store.documents.list(null).map(({ state }) => state)).toEqual(['ready', 'ready'])
  })

  test('ends when nothing can be read any more, and says why, though the store is too full to keep the reason', async () => {
    const full = () => new Failure('NO_SPACE', verbatim('The disk is full.'))
    await using use = await matterInUse({ reader: createTextReader({ fails: full }) })
    await use.write('case/a.txt', 'one')
    await use.write('case/b.txt', 'two')
    const { database } = use.matter.store
    const transaction = database.transaction
    const events: AddEvent[] = []
    for await (const event of adding(use, [join(use.folder, 'files/case')])) {
      events.push(event)
      const refuse = () => {
        throw full()
      }
      if (event.type === 'document-start') Object.assign(database, { transaction: refuse })
    }
    Object.assign(database, { transaction })
    expect(events.filter(({ type }) => type === 'document-end')).toMatchObject([
      { state: 'paused', error: { message: verbatim('The disk is full.') } },
      { state: 'paused', error: { message: verbatim('The disk is full.') } },
    ])
    expect(end(events)).toMatchObject({ documents: 2, failed: 0, paused: 2 })
  })

  test('of nothing ends at once', async () => {
    await using use = await matterInUse()
    await mkdir(join(use.folder, 'empty'))
    expect(await add(use, join(use.folder, 'empty'))).toMatchObject([{ type: 'add-end', documents: 0, pages: 0 }])
  })

  test('takes 600 files in without holding the engine up, and counts them all', async () => {
    await using use = await matterInUse()
    await Promise.all(Array.from({ length: 600 }, (_, n) => use.write(`case/${n}.txt`, `document ${n}`)))
    let turns = 0
    let isTaking = true
    const turn = () => {
      turns += 1
      if (isTaking) setImmediate(turn)
    }
    setImmediate(turn)
    const tellings = adding(use, [join(use.folder, 'files/case')])
    await tellings.next()
    isTaking = false
    expect(use.queue.progress().documents).toBe(600)
    expect(turns).toBeGreaterThan(600)
    use.queue.pause()
    await until(async () => (await tellings.next()).done === true)
  })
})

describe('finding files', () => {
  test('leaves out hidden ones and does not follow links', async () => {
    await using folder = await temporaryFolder()
    await using use = await matterInUse()
    for (const name of ['b.txt', 'a.txt', '.git/config', '~$a.docx', 'sub/Thumbs.db', 'sub/c.txt'])
      await use.write(`case/${name}`, name)
    await symlink(folder.path, join(use.folder, 'files/case/outside'))
    const found = await Array.fromAsync(findFiles([join(use.folder, 'files/case')]))
    expect(found.map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'sub/c.txt'])
    expect(found[0]?.bytes).toBe(5)
  })

  test('says which path is not there', async () => {
    const found = Array.fromAsync(findFiles(['/nowhere/at/all']))
    await expect(found).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('/nowhere/at/all'),
    })
  })
})

describe('labels of folders', () => {
  test('are the same every time for the same folder, and never for two', () => {
    const folders = fc.array(fc.constantFrom('/a/x', '/b/x', '/c/x', '/x', '/a/y', '/b/x (2)', '/c/x (2)', '/'))
    fc.assert(
      fc.property(folders, (added) => {
        const settings = settingsInMemory()
        const labels = new Map(added.map((folder) => [folder, folderLabel(settings, folder)]))
        expect(new Set(labels.values()).size).toBe(labels.size)
        for (const [folder, label] of labels) expect(folderLabel(settings, folder)).toBe(label)
      }),
    )
  })

  test('say the name of the folder', () => {
    const settings = settingsInMemory()
    expect(['/a/case', '/b/case', '/a/case'].map((folder) => folderLabel(settings, folder))).toEqual([
      'case',
      'case (2)',
      'case',
    ])
    expect(folderLabel(settings, 'sent:case', 'case')).toBe('case (3)')
  })
})
