import { createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHUNK_BYTES } from '../../../store/matter/originals.ts'
import { codeOfFailure, once } from '../temporary-home.ts'
import { addDocument, newMatter, rowCounts } from './new-matter.ts'

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('any range of any bytes, however they arrived, is what was written', async () => {
  await using setting = await newMatter()
  const { originals } = setting.matter
  const source = randomBytes(2 * CHUNK_BYTES + 1000)
  const size = fc.constantFrom(0, 1, 999, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, source.length)
  await fc.assert(
    fc.asyncProperty(
      size,
      fc.array(fc.nat(source.length), { maxLength: 5 }),
      fc.nat(source.length),
      fc.nat(source.length),
      async (bytes, cuts, from, to) => {
        const content = source.subarray(0, bytes)
        const places = [0, ...cuts.filter((cut) => cut < bytes), bytes].toSorted((left, right) => left - right)
        const pieces = places.slice(1).map((end, index) => content.subarray(places[index], end))
        const written = await originals.write(once(...pieces), 'text/plain')
        expect(written).toEqual({ sha256: sha256Of(content), bytes, mediaType: 'text/plain' })
        expect(
          Buffer.compare(originals.read(written.sha256, from, to), content.subarray(from, Math.max(from, to))),
        ).toBe(0)
      },
    ),
    { numRuns: 25 },
  )
})

test('the same bytes are kept once', async () => {
  await using setting = await newMatter()
  await addDocument(setting.matter, 'a.txt', 'same bytes')
  await addDocument(setting.matter, 'b.txt', 'same bytes')
  expect(rowCounts(setting.matter)).toMatchObject({
    content: 1,
    chunks: 1,
    documents: 2,
    text_versions: 1,
    pages: 1,
    passages: 2,
  })
})

test('an error or an abort in the middle leaves nothing', async () => {
  await using setting = await newMatter()
  const { originals } = setting.matter
  const before = rowCounts(setting.matter)
  await expect(originals.write(failing(), 'x/y')).rejects.toThrow('pulled out')
  const aborted = originals.write(once(randomBytes(2 * CHUNK_BYTES)), 'x/y', AbortSignal.abort())
  expect(await codeOfFailure(() => aborted)).toBe('AbortError')
  expect(rowCounts(setting.matter)).toEqual(before)
})

test('what no document has is removed when the matter is opened again, and nothing else', async () => {
  await using setting = await newMatter()
  const kept = await addDocument(setting.matter, 'a.txt', 'kept')
  const stray = await setting.matter.originals.write(once(randomBytes(CHUNK_BYTES + 1)), 'x/y')
  expect(setting.matter.originals.find(stray.sha256)).toEqual(stray)
  const matter = await setting.reopen()
  expect(matter.originals.find(stray.sha256)).toBeNull()
  expect(() => matter.originals.read(stray.sha256, 0, 1)).toThrow('no longer there')
  expect(Buffer.from(matter.originals.read(kept.sha256, 0, 99)).toString()).toBe('kept')
  expect(rowCounts(matter)).toMatchObject({ content: 1, chunks: 1 })
})

test('sweeping while a file is being written does not take its bytes away', async () => {
  await using setting = await newMatter()
  const { originals } = setting.matter
  const content = randomBytes(3 * CHUNK_BYTES)
  async function* slowly() {
    yield content.subarray(0, CHUNK_BYTES)
    await originals.sweep()
    yield content.subarray(CHUNK_BYTES)
  }
  const { sha256 } = await originals.write(slowly(), 'x/y')
  expect(Buffer.compare(originals.read(sha256, 0, content.length), content)).toBe(0)
})

test('sweeping one content leaves another alone that no document has taken yet', async () => {
  await using setting = await newMatter()
  const { originals } = setting.matter
  const [gone, new_] = await Promise.all(['gone', 'new'].map((text) => originals.write(once(Buffer.from(text)), 'x/y')))
  await originals.sweepOne(gone!.sha256)
  expect([originals.find(gone!.sha256), originals.find(new_!.sha256)]).toEqual([null, new_])
})

test('a changed file keeps its old bytes while they are shown, cited or the version before, and no longer', async () => {
  await using setting = await newMatter()
  let { matter } = setting
  const old = await addDocument(matter, 'a.txt', 'old words')
  const changed = await matter.originals.write(once(Buffer.from('new words here')), 'text/plain')
  matter.documents.setContent(old.documentId, changed.sha256)
  matter = await setting.reopen()
  expect(matter.pages.wholeText(old.textVersionId)).toBe('old words')
  const answer = { answerId: 'a', question: 'q', askedAt: '2026-01-01', follows: null, model: null }
  matter.answers.save(answer, [old.textVersionId])

  const next = await addDocument(matter, 'a.txt', 'new words here')
  expect(next.documentId).toBe(old.documentId)
  matter = await setting.reopen()
  expect(matter.pages.wholeText(old.textVersionId)).toBe('old words')
  expect(matter.originals.find(old.sha256)).not.toBeNull()
  matter.answers.delete('a')
  matter = await setting.reopen()
  expect(matter.originals.find(old.sha256)).not.toBeNull()
  await addDocument(matter, 'a.txt', 'the newest')
  matter = await setting.reopen()
  expect(matter.originals.find(old.sha256)).toBeNull()
  expect(rowCounts(matter)).toMatchObject({ content: 2, text_versions: 2, passages: 5 })
})

async function* failing(): AsyncGenerator<Uint8Array> {
  yield randomBytes(3 * CHUNK_BYTES)
  throw new Error('the disk was pulled out')
}
