import { connect, MatchQuery } from '@lancedb/lancedb'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullTextIndex } from '../../../library/index/reference-indexes.ts'
import { createWordsIndex, type WordsRow } from '../../../library/index/words-index.ts'

const rows = (...texts: string[]) => texts.map((text, at) => ({ id: at + 1, document: at + 1, text }))

describe('an index of words', () => {
  test('finds stems and folded accents, best first', () => {
    using index = createWordsIndex()
    index.add(rows('The tenants were paying', 'café in the house', 'paying and paying and paid'))
    expect([...index.search('pay', 5).keys()]).toEqual([3, 1])
    expect([...index.search('cafe', 5).keys()]).toEqual([2])
    index.add([{ id: 4, document: 4, text: 'she pays late' }])
    expect(index.search('pay', 5).size).toBe(3)
  })

  test('finds words beside what is no letter, in any script', () => {
    using index = createWordsIndex()
    index.add(rows('break-notice👍today', 'дом/Łódź', '東京 𝒜bc'))
    const found = (question: string) => [...index.search(question, 5).keys()]
    expect([found('notice'), found('today'), found('ДОМ'), found('lodz'), found('東京'), found('𝒜BC')]).toEqual([
      [1],
      [1],
      [2],
      [2],
      [3],
      [3],
    ])
  })

  test('asked for nothing, for an empty question or in no document gives nothing', () => {
    using index = createWordsIndex()
    expect(index.search('anything', 5).size).toBe(0)
    index.add(rows('some words'))
    const found = [
      index.search('words', 0),
      index.search('', 5),
      index.search('???', 5),
      index.search('of the', 5),
      index.search('words', 5, { documents: [] }),
      index.search('words', 5, { ids: [] }),
      index.search('"words\' AND (', 5, { documents: [2] }),
    ]
    expect(found.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('tells which documents have a word, those that have it most often first', () => {
    using index = createWordsIndex()
    index.add([...rows('heron', 'a heron saw a heron', 'nothing'), { id: 9, document: 1, text: 'herons, herons' }])
    expect(index.documentsWith('herons', 5)).toEqual([1, 2])
    expect(index.documentsWith('herons', 1)).toEqual([1])
    expect(index.documentsWith('the', 5)).toEqual([])
  })

  test('holds nothing once it is disposed of', () => {
    const index = createWordsIndex()
    index.add(rows('some words'))
    index[Symbol.dispose]()
    expect([index.count, index.search('words', 5).size]).toEqual([0, 0])
  })

  test('finds the same after any additions and removals as one that is made of what is left', () => {
    const text = fc
      .array(fc.constantFrom('tenant', 'tenants', 'notice', 'rent', 'the', 'café', '12'), { maxLength: 12 })
      .map((words) => words.join(' '))
    const change = fc.record({ document: fc.integer({ min: 1, max: 5 }), texts: fc.array(text, { maxLength: 300 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 24 }), (changes) => {
        using index = createWordsIndex()
        const left = new Map<number, readonly WordsRow[]>()
        let id = 0
        for (const { document, texts } of changes) {
          const added = texts.map((one) => ({ id: ++id, document, text: one }))
          index.removeDocument(document)
          index.add(added)
          left.set(document, added)
        }
        using anew = createWordsIndex()
        anew.add([...left.values()].flat().toSorted((one, other) => one.id - other.id))
        expect(index.count).toBe(anew.count)
        for (const question of ['tenant', 'rent notice', 'cafe 12 rent', 'nothing'])
          expect([...index.search(question, 20)]).toEqual([...anew.search(question, 20)])
        expect(index.documentsWith('notice', 9)).toEqual(anew.documentsWith('notice', 9))
      }),
      { numRuns: 40 },
    )
  })

  test('scores as the full-text index of a reference library does', async () => {
    const database = await connect('memory://')
    const word = fc.constantFrom(
      ...'tenant Tenants noticed notices we the others organisations past pasted added évidence Straße 12 a1 geologist don t'.split(
        ' ',
      ),
    )
    const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '))
    const [all, questions] = [
      rows(...fc.sample(text, { numRuns: 300, seed: 1 })),
      fc.sample(text, { numRuns: 30, seed: 2 }),
    ]
    using index = createWordsIndex()
    index.add(all)
    const table = await database.createTable('texts', all)
    await table.createIndex('text', { config: fullTextIndex() })
    for (const question of questions) {
      const query = table.query().fullTextSearch(new MatchQuery(question, 'text'))
      const found = (await query.select(['id', '_score']).limit(300).toArray()) as { id: number; _score: number }[]
      const scores = index.search(question, 300)
      expect(new Map(found.map(({ id, _score }) => [id, _score]))).toEqual(
        new Map([...scores].map(([id, score]) => [id, expect.closeTo(score, 4)])),
      )
    }
  })
})
