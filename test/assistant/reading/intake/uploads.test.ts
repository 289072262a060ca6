import { describe, expect, test } from 'vitest'
import { leaveOut } from '../../../../assistant/reading/intake/left-out.ts'
import { removeDocument } from '../../../../assistant/reading/take-attachments.ts'
import { takeUpload } from '../../../../assistant/reading/intake/take-upload.ts'
import { createUploads } from '../../../../assistant/reading/intake/uploads.ts'
import { rowCounts } from '../../../store/matter/new-matter.ts'
import { matterInUse, type MatterInUse } from '../../matter-in-use.ts'
import { createTextReader } from '../../text-reader.ts'
import { Failure } from '../../../../wording/failure.ts'
import { verbatim } from '../../../../wording/message.ts'
import { until } from '../../../patience.ts'

const piece = (text: string, from = 0) => ({ from, bytes: new TextEncoder().encode(text), isLast: false })
const lastPiece = (text: string, from = 0) => ({ ...piece(text, from), isLast: true })
const contentRows = ({ matter }: MatterInUse) => rowCounts(matter.store).content ?? 0

describe('uploads', () => {
  test('give the whole original with the last piece', async () => {
    await using use = await matterInUse()
    const uploads = createUploads()
    const { store } = use.matter
    expect(await uploads.take(store, 'u1', piece('one '))).toBeNull()
    expect(await uploads.take(store, 'u2', piece('other'))).toBeNull()
    const original = await uploads.take(store, 'u1', lastPiece('two', 4))
    expect(Buffer.from(store.originals.read(original?.sha256 ?? '', 0, 100)).toString()).toBe('one two')
    expect((await uploads.take(store, 'u2', lastPiece('', 5)))?.bytes).toBe(5)
  })

  test('that go no further are given up and leave nothing', async () => {
    await using use = await matterInUse()
    const uploads = createUploads({ waitMs: 20, waitWithoutWindowMs: 20 })
    await uploads.take(use.matter.store, 'u', piece('half of a file'))
    expect(contentRows(use)).toBe(1)
    await until(() => contentRows(use) === 0)
    // The rest of it must not become a document without its beginning.
    await expect(uploads.take(use.matter.store, 'u', lastPiece('the rest', 14))).rejects.toMatchObject({
      code: 'WRONG_USE',
    })
    expect(contentRows(use)).toBe(0)
  })

  test('refuse a piece that does not follow the one before, such as after a restart, and keep what came', async () => {
    await using use = await matterInUse()
    const uploads = createUploads()
    const { store } = use.matter
    const broken = { code: 'WRONG_USE', message: 'The upload was interrupted. Send the file again.' }
    await expect(uploads.take(store, 'unknown', piece('second', 5))).rejects.toMatchObject(broken)
    expect(contentRows(use)).toBe(0)
    await uploads.take(store, 'u', piece('first'))
    await expect(uploads.take(store, 'u', piece('first'))).rejects.toMatchObject(broken)
    await expect(uploads.take(store, 'u', piece('third', 11))).rejects.toMatchObject(broken)
    expect((await uploads.take(store, 'u', lastPiece(' and last', 5)))?.bytes).toBe('first and last'.length)
  })

  test('are given up soon after the last window has closed, unless it sends on', async () => {
    await using use = await matterInUse()
    const uploads = createUploads({ waitMs: 60_000, waitWithoutWindowMs: 60 })
    const [one, two] = [uploads.window(), uploads.window()]
    await uploads.take(use.matter.store, 'left', piece('half'))
    await uploads.take(use.matter.store, 'goes on', piece('half'))
    one[Symbol.dispose]()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(contentRows(use)).toBe(2)
    two[Symbol.dispose]()
    await uploads.take(use.matter.store, 'goes on', piece('more', 4))
    await until(() => contentRows(use) === 1)
    expect((await uploads.take(use.matter.store, 'goes on', lastPiece('!', 8)))?.bytes).toBe(9)
  })

  test('are given up with the matter that closes', async () => {
    await using use = await matterInUse()
    const uploads = createUploads()
    await uploads.take(use.matter.store, 'u', piece('half'))
    await uploads.abandon(use.matter.store)
    expect(contentRows(use)).toBe(0)
  })

  test('are at most sixteen at once, and one refused begins nothing', async () => {
    await using use = await matterInUse()
    const uploads = createUploads()
    for (let n = 0; n < 16; n += 1) await uploads.take(use.matter.store, `u${n}`, piece('x'))
    const refused = uploads.take(use.matter.store, 'one more', piece('x'))
    await expect(refused).rejects.toMatchObject({ code: 'WRONG_USE' })
    expect(contentRows(use)).toBe(16)
    await uploads.take(use.matter.store, 'u0', lastPiece('y', 1))
    expect(await uploads.take(use.matter.store, 'one more', piece('x'))).toBeNull()
    await uploads.abandon(null)
  })

  test('tell a full disk at the piece that meets it', async () => {
    await using use = await matterInUse()
    const { store } = use.matter
    const full = {
      ...store,
      originals: { ...store.originals, write: () => Promise.reject(new Failure('NO_SPACE', verbatim('full'))) },
    }
    await expect(createUploads().take(full, 'u', piece('x'))).rejects.toThrow('full')
  })
})

describe('what was sent', () => {
  const send = async (use: MatterInUse, path: string, text: string) => {
    const original = await createUploads().take(use.matter.store, crypto.randomUUID(), lastPiece(text))
    if (!original) throw new Error('Expected an original with the last piece.')
    const id = await takeUpload(use.matter, use.queue, { path, original, addedAt: '2026-01-01T00:00:00.000Z' })
    use.queue.run()
    return id
  }

  test('becomes a document below the folder that was dropped', async () => {
    await using use = await matterInUse()
    const ids = [
      await send(use, 'case/letters/a.txt', 'one'),
      await send(use, 'b.txt', 'two'),
      await send(use, '/abs/../c.txt', 'three'),
    ]
    await until(() => use.queue.progress().documentsDone === 3)
    expect(ids.map((id) => use.matter.store.documents.get(id, null))).toMatchObject([
      { root: 'case', path: 'letters/a.txt', state: 'ready' },
      { root: 'sent', path: 'b.txt', state: 'ready' },
      { root: 'abs', path: 'c.txt', state: 'ready' },
    ])
  })

  test('under a name that is taken becomes a document of its own, and the same file again none', async () => {
    await using use = await matterInUse()
    const first = await send(use, 'scan.pdf.txt', 'one')
    const second = await send(use, 'scan.pdf.txt', 'another')
    expect(await send(use, 'scan.pdf.txt', 'one')).toBe(first)
    expect(await send(use, 'scan.pdf.txt', 'another')).toBe(second)
    expect(use.matter.store.documents.list(null).map(({ path }) => path)).toEqual(['scan.pdf (2).txt', 'scan.pdf.txt'])
  })

  test('comes back after it was removed when its folder is dropped again, and removing it promises nothing else', async () => {
    await using use = await matterInUse()
    const { store } = use.matter
    const first = await send(use, 'case/a.txt', 'one')
    await until(() => store.documents.get(first, null).state === 'ready')
    const { root, path, bytes, modifiedMs } = store.documents.get(first, null)
    await removeDocument(use.matter, use.queue, first)
    expect(leaveOut(store.settings, root, path, { bytes, modifiedMs })).toBe(false)
    const again = await send(use, 'case/a.txt', 'one')
    await until(() => store.documents.get(again, null).state === 'ready')
    expect(store.documents.list(null).map(({ document }) => document)).toEqual(['a.txt'])
  })

  test('again with other bytes is read anew, also while the first is being read', async () => {
    await using use = await matterInUse({ reader: createTextReader({ pageMs: 20 }) })
    const id = await send(use, 'case/a.txt', 'the first\fand more')
    await until(() => use.queue.progress().running)
    expect(await send(use, 'case/a.txt', 'the second')).toBe(id)
    await until(() => use.matter.store.documents.get(id, null).state === 'ready')
    expect(use.matter.store.pages.wholeText(use.matter.store.documents.get(id, null).textVersionId ?? 0)).toBe(
      'the second',
    )
    expect(use.queue.progress()).toMatchObject({ paused: false })
  })
})
