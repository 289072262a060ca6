import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOfFailure } from '../temporary-home.ts'
import { addDocument, newMatter, rowCounts } from './new-matter.ts'

test('vectors of the passages of a text come back exactly, in more than one batch', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const text = Array.from({ length: 1203 }, (_, index) => `w${index}`).join(' ')
  const { passageIds, textVersionId } = await addDocument(matter, 'a.txt', text)
  const read = [...matter.vectors.ofTextVersion('revision', textVersionId)]
  expect(read.map(({ passageId }) => passageId)).toEqual(passageIds)
  for (const [at, { vector }] of read.entries()) expect([...vector]).toEqual([1, at])
  expect([...matter.vectors.ofTextVersion('another revision', textVersionId)]).toEqual([])
})

test('any floats survive, also from the middle of a buffer', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { passageIds, textVersionId } = await addDocument(matter, 'a.txt', 'word')
  const passageId = passageIds[0] ?? 0
  let revision = 0
  fc.assert(
    fc.property(fc.array(fc.float(), { minLength: 1, maxLength: 40 }), (floats) => {
      revision += 1
      const vector = Float32Array.from([9, ...floats]).subarray(1)
      matter.vectors.write(`${revision}`, [{ passageId, vector }])
      expect([...matter.vectors.ofTextVersion(`${revision}`, textVersionId)]).toEqual([
        { passageId, vector: Float32Array.from(floats) },
      ])
    }),
    { numRuns: 50 },
  )
})

test('a new embedder starts with everything missing, counts up, and replaces the old one', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { documentId, textVersionId } = await addDocument(matter, 'a.txt', 'one two three')
  const { vectors } = matter
  expect(vectors.count('revision')).toEqual({ passages: 3, missing: 0 })
  expect(vectors.count('next')).toEqual({ passages: 3, missing: 3 })
  const missing = vectors.missing('next', 2)
  expect(missing.map(({ indexText }) => indexText)).toEqual(['a.txt\none', 'a.txt\ntwo'])
  const batch = missing.map(({ passageId }) => ({ passageId, vector: new Float32Array([1, 2, 3]) }))
  vectors.write('next', batch)
  vectors.write('next', batch)
  vectors.write('next', [])
  expect(matter.documents.get(documentId, 'next').passagesEmbedded).toBe(2)
  expect(vectors.missing('next', 10, textVersionId).map(({ indexText }) => indexText)).toEqual(['a.txt\nthree'])
  expect(vectors.count('next')).toEqual({ passages: 3, missing: 1 })
  const odd = batch.map((row) => ({ ...row, vector: new Float32Array(2) }))
  expect(await codeOfFailure(() => vectors.write('next', odd))).toBe('RangeError')
  expect(await codeOfFailure(() => vectors.write('next', [{ passageId: 999, vector: new Float32Array(3) }]))).toBe(
    'NOT_FOUND',
  )
  expect(vectors.revisions()).toEqual([
    { revision: 'revision', dimensions: 2 },
    { revision: 'next', dimensions: 3 },
  ])
  expect(vectors.removeSome('revision')).toBe(true)
  expect(vectors.revisions().map(({ revision }) => revision)).toEqual(['next'])
  expect(rowCounts(matter)).toMatchObject({ vectors: 2, embedded: 1, embedders: 1 })
})

test('a damaged vector takes no other with it, is missing from then on, and is made again', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { documentId, textVersionId, passageIds } = await addDocument(matter, 'a.txt', 'one two three')
  // Its passages are shown twice.
  await addDocument(matter, 'twin.txt', 'one two three')
  const [first = 0, second = 0, third = 0] = passageIds
  const put = matter.database.prepare('UPDATE vectors SET vector = ? WHERE passage = ?')
  const anything = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string(), fc.integer(), fc.double({ noNaN: true }))
  const readings = [
    () => [...matter.vectors.ofTextVersion('revision', textVersionId)],
    () =>
      passageIds.flatMap((passageId) =>
        matter.vectors.find('revision', passageId) === undefined ? [] : [{ passageId }],
      ),
  ]
  const isDamaged = (value: unknown) => !(value instanceof Uint8Array && value.length === 8)
  fc.assert(
    fc.property(anything.filter(isDamaged), fc.constantFrom(...readings), (value, read) => {
      put.run(value, second)
      expect(new Set(read().map(({ passageId }) => passageId))).toEqual(new Set([first, third]))
      expect(matter.vectors.count('revision')).toEqual({ passages: 3, missing: 1 })
      expect(matter.documents.get(documentId, 'revision').passagesEmbedded).toBe(2)
      expect(matter.vectors.missing('revision', 9).map(({ passageId }) => passageId)).toEqual([second])
      matter.vectors.write('revision', [{ passageId: second, vector: new Float32Array([1, 1]) }])
      expect([
        matter.vectors.count('revision').missing,
        new Set(read().map(({ passageId }) => passageId)).size,
      ]).toEqual([0, 3])
    }),
  )
})

test('a damaged vector is left out where nothing can be written', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { passageIds, textVersionId } = await addDocument(matter, 'a.txt', 'one two')
  matter.database.prepare('UPDATE vectors SET vector = ? WHERE passage = ?').run(new Uint8Array(4), passageIds[0] ?? 0)
  matter.database.pragma('query_only = ON')
  const read = [...matter.vectors.ofTextVersion('revision', textVersionId)]
  expect(read.map(({ passageId }) => passageId)).toEqual([passageIds[1]])
})
