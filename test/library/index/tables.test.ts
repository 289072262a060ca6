import { connect } from '@lancedb/lancedb'
import { describe, expect, test } from 'vitest'
import { createIndexEntries } from '../../../library/index/index-entries.ts'
import { createVectorsTable } from '../../../library/index/vectors-table.ts'
import { createWordsTable } from '../../../library/index/words-table.ts'

const rows = (...texts: string[]) => texts.map((text, at) => ({ id: at + 1, document: at + 1, text }))

describe('a table of words', () => {
  test('finds stems and folded accents, best first, before and after it is indexed', async () => {
    const table = await createWordsTable(await connect('memory://'), 'words')
    await table.add(rows('The tenants were paying', 'café in the house', 'paying and paying and paid'))
    await table.optimise()
    expect(table.isIndexed).toBe(true)
    expect([...(await table.search('pay', 5)).keys()]).toEqual([3, 1])
    expect([...(await table.search('cafe', 5)).keys()]).toEqual([2])
    await table.add([{ id: 4, document: 4, text: 'she pays late' }])
    expect((await table.search('pay', 5)).size).toBe(3)
  })

  test('asked for nothing, for an empty question or in no document gives nothing instead of failing', async () => {
    const table = await createWordsTable(await connect('memory://'), 'words')
    expect((await table.search('anything', 5)).size).toBe(0)
    await table.add(rows('some words'))
    await table.optimise()
    const found = await Promise.all([
      table.search('words', 0),
      table.search('', 5),
      table.search('???', 5),
      table.search('of the', 5),
      table.search('words', 5, { documents: [] }),
      table.search('words', 5, { ids: [] }),
      table.search('"words\' AND (', 5, { documents: [2] }),
    ])
    expect(found.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('forgets the rows of a document', async () => {
    const table = await createWordsTable(await connect('memory://'), 'words')
    await table.add(rows('equal words', 'equal words'))
    await table.optimise()
    await table.removeDocument(1)
    expect([...(await table.search('equal', 5)).keys()]).toEqual([2])
    expect(await table.count()).toBe(1)
  })
})

describe('a table of vectors', () => {
  test('finds the nearest by cosine, whatever their length, and only where it is told to look', async () => {
    const table = await createVectorsTable(await connect('memory://'), 'vectors', 2)
    await table.add([
      { id: 1, document: 1, vector: new Float32Array([1, 0]) },
      { id: 2, document: 1, vector: new Float32Array([3, 3]) },
      { id: 3, document: 2, vector: new Float32Array([0, -2]) },
    ])
    const near = await table.search(new Float32Array([2, 0]), 5)
    expect(near.map(({ id, similarity }) => [id, Number(similarity.toFixed(3))])).toEqual([
      [1, 1],
      [2, 0.707],
      [3, 0],
    ])
    expect((await table.search(new Float32Array([1, 0]), 5, { documents: [2] })).map(({ id }) => id)).toEqual([3])
    expect(await table.search(new Float32Array([1, 0]), 5, { documents: [] })).toEqual([])
    expect(await table.search(new Float32Array([1, 0]), 0)).toEqual([])
    await table.removeDocument(1)
    await table.optimise()
    expect(await table.count()).toBe(1)
  })
})

describe('the entries of an index', () => {
  test('never use a number twice, so that a late hit of a removed document finds nothing', () => {
    const entries = createIndexEntries()
    const first = entries.add('a', new Set(['alpha']), [10, 11])
    const row = first.rows.get(10) as number
    expect(entries.row(row)).toEqual({ passageId: 10, documentId: 'a', document: first.number })
    expect(entries.remove('a')).toBe(first)
    const second = entries.add('a', new Set(), [10])
    expect([entries.row(row), entries.numbered(first.number)]).toEqual([undefined, undefined])
    expect(second.number).not.toBe(first.number)
    expect([entries.count, entries.remove('b')]).toEqual([1, undefined])
  })
})
