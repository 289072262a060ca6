import { chmod, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataset } from '../../../library/index/reference-dataset.ts'
import { openReferenceReader } from '../../../library/index/reference-reader.ts'
import { openReferenceWriter } from '../../../library/index/reference-writer.ts'
import type { ReferencePlace } from '../../../library/reference/reference-place.ts'
import { searchReference } from '../../../library/reference/search-reference.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'
import { build, document, embedder, KIND, NO_ENVIRONMENT } from './build-library.ts'
import { type ObjectStore, startObjectStore } from '../../../scripts/object-store.ts'

async function found(place: ReferencePlace, question: string): Promise<readonly string[]> {
  using reader = await openReferenceReader(place, NO_ENVIRONMENT)
  const [vector = null] = await embedder.embed([question], 'query')
  return (await searchReference(reader, question, vector, 5)).map(({ text }) => text)
}

let store: ObjectStore
beforeAll(async () => {
  store = await startObjectStore()
})
afterAll(() => store[Symbol.asyncDispose]())

const PLACES = ['a folder', 'an object store'] as const

describe.each(PLACES)('a reference library in %s', (kind) => {
  async function newPlace(): Promise<AsyncDisposable & { readonly place: ReferencePlace }> {
    const folder = await temporaryFolder()
    const address = kind === 'a folder' ? join(folder.path, 'library') : `s3://law/${crypto.randomUUID()}`
    const access = kind === 'a folder' ? null : store.access
    return { place: { address, access }, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() }
  }

  test('is found by words and by meaning, and opens the text that its offsets are in', async () => {
    await using made = await newPlace()
    const { place } = made
    const act = await document('Act.txt', 'A guardian may be appointed.', 'The court hears the person first.')
    const edition = await build(place, [act, await document('Fees.txt', 'The fee is ten pounds.')])
    expect(edition).toMatchObject({ sequence: 1, documents: 2, pages: 2, passages: 3 })
    expect((await found(place, 'Who may be appointed guardian?'))[0]).toBe('A guardian may be appointed.')
    using reader = await openReferenceReader(place, NO_ENVIRONMENT)
    const byWords = await searchReference(reader, 'fees', null, 5)
    expect(byWords[0]).toMatchObject({ text: 'The fee is ten pounds.', similarity: null })
    const text = await reader.document(act.document.sha256)
    const second = act.passages[1]
    expect(text?.path).toBe('Act.txt')
    expect(text?.text.slice(second?.start, second?.end)).toBe('The court hears the person first.')
    expect(await reader.document('0'.repeat(64))).toBeNull()
  })

  test('shows a reader the edition that it opened, whole, while the next is built and after', async () => {
    await using made = await newPlace()
    const { place } = made
    await build(place, [await document('Act.txt', 'The old rule on guardians.'), await document('B.txt', 'Old costs.')])
    using reader = await openReferenceReader(place, NO_ENVIRONMENT)
    const seen = async () => [
      reader.edition.sequence,
      (await searchReference(reader, 'rule on guardians costs', null, 5)).map(({ text }) => text).toSorted(),
    ]
    const before = [1, ['Old costs.', 'The old rule on guardians.']]
    expect(await seen()).toEqual(before)
    {
      using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
      const writer = await openReferenceWriter(dataset, KIND)
      await writer.put([await document('Act.txt', 'The new rule on guardians.')])
      expect(await seen()).toEqual(before)
      expect(await found(place, 'rule on guardians costs')).toContain('The old rule on guardians.')
      await writer.remove(['B.txt'])
      expect(await reader.isOutdated()).toBe(false)
      await writer.publish('2026-01-02T00:00:00.000Z')
    }
    expect(await seen()).toEqual(before)
    expect(await reader.isOutdated()).toBe(true)
    expect(await found(place, 'rule on guardians costs')).toEqual(['The new rule on guardians.'])
  })

  test('goes on after a kill between any two writes, and never publishes half a document', async () => {
    await using made = await newPlace()
    const { place } = made
    await build(place, [await document('A.txt', 'Alpha rule.')])
    {
      // Killed before publishing: what was put is there for the next build, and for nobody else.
      using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
      const writer = await openReferenceWriter(dataset, KIND)
      await writer.put([await document('B.txt', 'Beta rule.')])
      // Killed between the passages and their document, as `put` writes them.
      const name = (await dataset.names()).find((one) => one.startsWith('documents-')) ?? ''
      await writer.put([await document('C.txt', 'Gamma rule.')])
      const documents = await dataset.open(name)
      await documents.delete("path = 'C.txt'")
    }
    expect(await found(place, 'rule')).toEqual(['Alpha rule.'])
    using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
    const writer = await openReferenceWriter(dataset, KIND)
    expect([...writer.known.keys()].toSorted()).toEqual(['A.txt', 'B.txt'])
    await writer.publish('2026-01-02T00:00:00.000Z')
    expect((await found(place, 'rule')).toSorted()).toEqual(['Alpha rule.', 'Beta rule.'])
  })

  test('stays the edition that it is where nothing has changed', async () => {
    await using made = await newPlace()
    const { place } = made
    const first = await build(place, [await document('A.txt', 'Alpha rule.')])
    using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
    const writer = await openReferenceWriter(dataset, KIND)
    expect(await writer.publish('2026-02-02T00:00:00.000Z')).toEqual(first)
  })

  test('begins anew for another embedder, and readers keep what they have until that is whole', async () => {
    await using made = await newPlace()
    const { place } = made
    await build(place, [await document('A.txt', 'Alpha rule.')])
    const other = { embedder: { id: 'other', revision: 'other-1', dimensions: 64 }, readingVersion: '1' }
    using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
    const writer = await openReferenceWriter(dataset, other)
    expect(writer.known.size).toBe(0)
    await writer.put([await document('B.txt', 'Beta rule.')])
    expect(await found(place, 'rule')).toEqual(['Alpha rule.'])
    const edition = await writer.publish('2026-02-02T00:00:00.000Z')
    expect(edition).toMatchObject({ sequence: 2, documents: 1, embedder: { id: 'other' } })
    expect(await found(place, 'rule')).toEqual(['Beta rule.'])
  })

  test('refuses a second builder before it writes', async () => {
    await using made = await newPlace()
    const { place } = made
    using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
    const first = await openReferenceWriter(dataset, KIND)
    using otherDataset = await openDataset(place, NO_ENVIRONMENT, 'write')
    const second = await openReferenceWriter(otherDataset, KIND)
    await second.put([await document('B.txt', 'Beta rule.')])
    await expect(first.put([await document('A.txt', 'Alpha rule.')])).rejects.toMatchObject({ code: 'IN_USE' })
  })

  test('says that nothing is there yet', async () => {
    await using made = await newPlace()
    await expect(openReferenceReader(made.place, NO_ENVIRONMENT)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('reading a folder changes nothing in it and makes none', async () => {
  await using folder = await temporaryFolder()
  const place = { address: join(folder.path, 'library'), access: null }
  await build(place, [await document('A.txt', 'Alpha rule.')])
  const files = async () =>
    Promise.all(
      (await readdir(place.address, { recursive: true })).map(async (name) => {
        const { size, mtimeMs, mode } = await stat(join(place.address, name))
        return { name, size, mtimeMs, mode }
      }),
    )
  for (const { name } of await files()) await chmod(join(place.address, name), 0o555)
  await chmod(place.address, 0o555)
  const before = await files()
  expect(await found(place, 'alpha')).toEqual(['Alpha rule.'])
  expect(await files()).toEqual(before)
  const missing = { address: join(folder.path, 'missing'), access: null }
  await expect(openReferenceReader(missing, NO_ENVIRONMENT)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await readdir(folder.path)).toEqual(['library'])
  await chmod(place.address, 0o755)
})

test('reading an object store needs no right to write, and sends no word of the question', async () => {
  const place = { address: 's3://law/read-only', access: store.access }
  await build(place, [await document('A.txt', 'Alpha rule on xylophones.')])
  const [requests, sent] = [store.requests.length, store.sent.length]
  expect(await found({ ...place, access: store.readerAccess }, 'xylophones?')).toEqual(['Alpha rule on xylophones.'])
  const since = store.requests.slice(requests)
  expect(since.length).toBeGreaterThan(0)
  expect(since.filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([])
  expect(store.sent.slice(sent).join('\n')).not.toContain('xylophone')
  const writing = build({ ...place, access: store.readerAccess }, [await document('B.txt', 'Beta.')])
  await expect(writing).rejects.toThrow(/refuses these credentials/)
})

test('an object store that refuses or does not answer is told in words, with what to do', async () => {
  const access = { ...store.access, keyId: 'stranger' }
  const refused = openReferenceReader({ address: 's3://law/read-only', access }, NO_ENVIRONMENT)
  await expect(refused).rejects.toMatchObject({ code: 'FETCH_FAILED', message: /refuses these credentials/ })
  const nobody = { ...store.access, endpoint: 'http://127.0.0.1:9' }
  const silent = openReferenceReader({ address: 's3://law/read-only', access: nobody }, NO_ENVIRONMENT)
  await expect(silent).rejects.toMatchObject({ code: 'FETCH_FAILED', message: /does not answer/ })
})
