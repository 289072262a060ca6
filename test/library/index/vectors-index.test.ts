import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallVectors } from '../../../library/index/small-vectors.ts'
import { createVectorsIndex } from '../../../library/index/vectors-index.ts'

type VectorsRow = { readonly id: number; readonly document: number; readonly vector: Float32Array }

/** An index, and the vectors where it looks them up. */
function newIndex(dimensions: number) {
  const stored = new Map<number, Float32Array>()
  const index = createVectorsIndex(dimensions, (id) => stored.get(id))
  return {
    ...index,
    add(rows: readonly VectorsRow[]) {
      for (const { id, document, vector } of rows) {
        stored.set(id, vector)
        index.addSmall([id], document, smallVectors([vector], dimensions))
      }
    },
  }
}

describe('an index of vectors', () => {
  test('finds the nearest by cosine, whatever their length, and only where it is told to look', async () => {
    using index = newIndex(2)
    index.add([
      { id: 1, document: 1, vector: new Float32Array([1, 0]) },
      { id: 2, document: 1, vector: new Float32Array([3, 3]) },
      { id: 3, document: 2, vector: new Float32Array([0, -2]) },
    ])
    const near = await index.search(new Float32Array([2, 0]), 5)
    expect(near.map(({ id, similarity }) => [id, Number(similarity.toFixed(3))])).toEqual([
      [1, 1],
      [2, 0.707],
      [3, 0],
    ])
    const ids = async (...of: Parameters<typeof index.search>) => (await index.search(...of)).map(({ id }) => id)
    expect(await ids(new Float32Array([1, 0]), 5, { documents: [2] })).toEqual([3])
    expect(await ids(new Float32Array([1, 0]), 5, { ids: [2, 3] })).toEqual([2, 3])
    expect(await ids(new Float32Array([1, 0]), 5, { documents: [] })).toEqual([])
    expect(await ids(new Float32Array([1, 0]), 0)).toEqual([])
    index.removeDocument(1)
    expect(await ids(new Float32Array([1, 0]), 5)).toEqual([3])
  })

  test('refuses a vector of another length', () => {
    using index = newIndex(2)
    const vector = new Float32Array(3)
    expect(() => index.add([{ id: 1, document: 1, vector }])).toThrow('Expected a vector of 2 numbers, got 3')
  })

  test.each([0, 1, 9000])('a search of %i vectors that are taken away before or meanwhile fails', async (count) => {
    const asked = new Float32Array([1])
    const index = newIndex(1)
    index.add(Array.from({ length: count }, (_, at) => ({ id: at + 1, document: 1, vector: asked })))
    const meanwhile = count > 1 ? [index.search(asked, 5)] : []
    index[Symbol.dispose]()
    const ended = await Promise.allSettled([...meanwhile, index.search(asked, 5), index.search(asked, 0)])
    for (const one of ended)
      expect(one).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('taken away') } })
  })

  test('finds among many what a plain comparison with each finds, after any additions and removals', async () => {
    const seeds = fc.array(
      fc.record({ document: fc.integer({ min: 1, max: 4 }), count: fc.integer({ max: 3000, min: 0 }) }),
      {
        maxLength: 6,
      },
    )
    await fc.assert(
      fc.asyncProperty(
        seeds,
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 97, maxLength: 97 }),
        async (all, made) => {
          using index = newIndex(3)
          let left: VectorsRow[] = []
          let id = 0
          for (const { document, count } of all) {
            index.removeDocument(document)
            left = left.filter((row) => row.document !== document)
            const added = Array.from({ length: count }, () => {
              id += 1
              return { id, document, vector: Float32Array.from([0, 1, 2], (at) => made[(7 * id + 31 * at) % 97] ?? 0) }
            })
            index.add(added)
            left.push(...added)
          }
          const asked = Float32Array.from([0.2, -0.5, 0.7])
          const cosine = ({ vector }: VectorsRow) =>
            vector.reduce((sum, value, at) => sum + value * asked[at]!, 0) /
            (Math.hypot(...vector) * Math.hypot(...asked) || 1)
          const expected = left
            .map(cosine)
            .toSorted((one, other) => other - one)
            .slice(0, 10)
          const found = await index.search(asked, 10)
          expect(found.map(({ similarity }) => similarity)).toEqual(
            expected.map((similarity): unknown => expect.closeTo(similarity, 5)),
          )
        },
      ),
      { numRuns: 20 },
    )
  })

  test('finds the same few, with the same similarities, as where the vectors of all rows are compared', async () => {
    const number = fc.integer({ min: -1000, max: 1000 })
    const vector = fc.oneof(
      fc.array(number, { minLength: 5, maxLength: 5 }),
      // So near to each other that their copies are the same.
      fc.array(fc.integer({ min: 9990, max: 10_000 }), { minLength: 5, maxLength: 5 }),
      fc.constantFrom([0, 0, 0, 0, 0], [1, 1, 1, 1, 1], [1e-30, 0, 0, 0, 1e-30]),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(vector, { maxLength: 300 }),
        vector,
        fc.integer({ min: 1, max: 12 }),
        async (vectors, asked, limit) => {
          using index = newIndex(5)
          index.add(vectors.map((one, at) => ({ id: at + 1, document: (at % 3) + 1, vector: Float32Array.from(one) })))
          for (const filter of [{}, { documents: [1, 3] }]) {
            const all = await index.search(Float32Array.from(asked), 999, filter)
            expect(await index.search(Float32Array.from(asked), limit, filter)).toEqual(all.slice(0, limit))
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
