import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVectorsIndex, type VectorsRow } from '../../../library/index/vectors-index.ts'

describe('an index of vectors', () => {
  test('finds the nearest by cosine, whatever their length, and only where it is told to look', async () => {
    using index = createVectorsIndex(2)
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
    using index = createVectorsIndex(2)
    const vector = new Float32Array(3)
    expect(() => index.add([{ id: 1, document: 1, vector }])).toThrow('Expected a vector of 2 numbers, got 3')
  })

  test.each([0, 1, 9000])('a search of %i vectors that are taken away before or meanwhile fails', async (count) => {
    const asked = new Float32Array([1])
    const index = createVectorsIndex(1)
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
          using index = createVectorsIndex(3)
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
})
