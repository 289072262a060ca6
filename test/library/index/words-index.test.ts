import { createHash } from 'node:crypto'
import { connect, MatchQuery } from '@lancedb/lancedb'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIndexTerms } from '../../../library/index/index-terms.ts'
import { fullTextIndex } from '../../../library/index/reference-indexes.ts'
import { READING } from '../../../library/index/read-words.ts'
import { createWordsIndex, type WordsIndex, type WordsRow } from '../../../library/index/words-index.ts'

const rows = (...texts: string[]) => texts.map((text, at) => ({ id: at + 1, document: at + 1, text }))

const findIn = (index: WordsIndex, question: string) => [...index.search(question).best(5).keys()]

describe('an index of words', () => {
  test('finds stems and folded accents, best first', () => {
    using index = createWordsIndex()
    index.add(rows('The tenants were paying', 'café in the house', 'paying and paying and paid'))
    expect(findIn(index, 'pay')).toEqual([3, 1])
    expect(findIn(index, 'cafe')).toEqual([2])
    index.add([{ id: 4, document: 4, text: 'she pays late' }])
    expect(findIn(index, 'pay').length).toBe(3)
  })

  test('finds words beside what is no letter, in any script', () => {
    using index = createWordsIndex()
    index.add(rows('break-notice👍today', 'дом/Łódź', '東京 𝒜bc'))
    const questions = ['notice', 'today', 'ДОМ', 'lodz', '東京', '𝒜BC']
    expect(questions.map((question) => findIn(index, question))).toEqual([[1], [1], [2], [2], [3], [3]])
  })

  test('asked for nothing, for an empty question or in no document gives nothing', () => {
    using index = createWordsIndex()
    expect(findIn(index, 'anything')).toEqual([])
    index.add(rows('some words'))
    for (const question of ['', '???', 'of the']) expect(findIn(index, question)).toEqual([])
    const scores = index.search('"words\' AND (')
    expect(scores.best(5).size).toBe(1)
    const none = [
      scores.best(0),
      ...[{ documents: [] }, { ids: [] }, { documents: [2] }].map((one) => scores.best(5, one)),
    ]
    expect(none.map(({ size }) => size)).toEqual([0, 0, 0, 0])
  })

  test('tells marked letters of other scripts apart, and knows a Turkish capital', () => {
    using index = createWordsIndex()
    index.add(rows('и', 'й', 'की', 'का', 'İzmir', 'ﬁle'))
    expect(['и', 'й', 'का', 'izmir', 'file'].map((one) => findIn(index, one))).toEqual([[1], [2], [4], [5], [6]])
  })

  const LVEF = { asked: 'LVEF', others: ['ejection fraction', 'EF'] }

  test('finds a row by another name of what is asked for, and only by the whole of it', () => {
    using index = createWordsIndex()
    index.add(rows('LVEF 30 %', 'the ejection fraction was poor', 'a fraction of the rent', 'an EF of 40 %'))
    const best = index.search('LVEF', [LVEF]).best(5)
    expect([...best.keys()].toSorted()).toEqual([1, 2, 4])
    expect(findIn(index, 'LVEF')).toEqual([1])
    expect(index.search('GFR', [{ asked: 'GFR', others: ['filtration rate of the kidney'] }]).best(5).size).toBe(0)
  })

  test('a row that has the asked name gains nothing by another', () => {
    using index = createWordsIndex()
    index.add(rows('LVEF (ejection fraction) 30 %', 'the roof', 'the rent'))
    expect([...index.search('LVEF', [LVEF]).best(5)]).toEqual([...index.search('LVEF').best(5)])
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
    expect(findIn(index, 'words')).toEqual([])
  })

  test('finds the same after any additions and removals as one that is made of what is left', () => {
    const words = fc.array(fc.constantFrom('tenant', 'tenants', 'notice', 'rent', 'the', 'café', '12'), {
      maxLength: 12,
    })
    // Lists are made anew once more than a thousand rows are removed.
    const texts = fc
      .tuple(fc.array(words, { minLength: 1, maxLength: 20 }), fc.integer({ max: 900, min: 0 }))
      .map(([all, count]) => Array.from({ length: count }, (_, at) => (all[at % all.length] ?? []).join(' ')))
    const change = fc.record({ document: fc.integer({ min: 1, max: 5 }), texts })
    const changes = fc.array(change, { minLength: 1, maxLength: 24, size: 'max' })
    let mostRemoved = 0
    fc.assert(
      fc.property(changes, (all) => {
        using index = createWordsIndex()
        const left = new Map<number, readonly WordsRow[]>()
        let [id, removed] = [0, 0]
        for (const { document, texts: of } of all) {
          const added = of.map((text) => ({ id: ++id, document, text }))
          index.removeDocument(document)
          index.add(added)
          removed += left.get(document)?.length ?? 0
          left.set(document, added)
        }
        mostRemoved = Math.max(mostRemoved, removed - [...left.values()].flat().length)
        using anew = createWordsIndex()
        anew.add([...left.values()].flat().toSorted((one, other) => one.id - other.id))
        for (const question of ['tenant', 'rent notice', 'cafe 12 rent', 'nothing'])
          expect([...index.search(question).best(20)]).toEqual([...anew.search(question).best(20)])
        expect(index.documentsWith('notice', 9)).toEqual(anew.documentsWith('notice', 9))
      }),
      { numRuns: 40 },
    )
    expect(mostRemoved).toBeGreaterThan(1000)
  })

  test('finds the same in words that another index has read, whatever was read and removed before', () => {
    const word = fc.oneof(
      fc.constantFrom('tenant', 'Tenants', 'the', 'café', '12', '東京', '𝒜bc'),
      fc.string({ unit: 'grapheme' }),
    )
    const texts = fc.array(
      fc.array(word, { maxLength: 300 }).map((words) => words.join(' ')),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(texts, texts, (before, all) => {
        using other = createWordsIndex()
        const words = other.read(all)
        using index = createWordsIndex()
        index.add(before.map((text, at) => ({ id: 100 + at, document: 9, text })))
        index.removeDocument(9)
        index.addRead(
          all.map((_, at) => at + 1),
          1,
          words,
        )
        using plain = createWordsIndex()
        plain.add(all.map((text, at) => ({ id: at + 1, document: 1, text })))
        for (const question of ['tenant', 'cafe 12 東京', ...all])
          expect([...index.search(question).best(20)]).toEqual([...plain.search(question).best(20)])
      }),
    )
  })

  test('reads texts as the number of its reading says, under which their words are kept', () => {
    using index = createWordsIndex()
    const texts = ['The tenants paid, paid and were paying organisations', 'Łódź, évidence and 東京', '']
    const bytes = createHash('sha256').update(index.read(texts)).digest('hex').slice(0, 16)
    // Where this fails, `READING` is raised too: else what was kept of earlier readings would be found beside what is read now.
    expect([READING, bytes]).toEqual([1, '409b3dfe36521c73'])
  })

  test('a search that is under way finds rows that are left, whatever is removed', () => {
    using index = createWordsIndex()
    for (let document = 1; document <= 4; document += 1)
      index.add(Array.from({ length: 600 }, (_, at) => ({ id: 600 * (document - 1) + at + 1, document, text: 'rent' })))
    const scores = index.search('rent')
    for (const document of [1, 2, 3]) index.removeDocument(document)
    index.add(rows('rent'))
    expect([...scores.best(9999).keys()]).toEqual(Array.from({ length: 600 }, (_, at) => 1801 + at))
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
      const scores = index.search(question).best(300)
      expect(new Map(found.map(({ id, _score }) => [id, _score]))).toEqual(
        new Map([...scores].map(([id, score]) => [id, expect.closeTo(score, 4)])),
      )
    }
  })
  test('folds the letters of every script as the full-text index of a reference library does', async () => {
    const texts = [...'abcdefghijklmnopqrstuvwxyz0123456789', 'ae', 'oe', 'ss', 'th', 'fi', 'xii', ...LETTERS]
    const all = rows(...texts.map(between))
    const database = await connect('memory://')
    const table = await database.createTable('letters', all)
    await table.createIndex('text', { config: fullTextIndex() })
    using index = createWordsIndex()
    index.add(all)
    const differing: unknown[] = []
    const compared = new Set<string>()
    for (const letter of LETTERS) {
      if (compared.has(letter)) continue
      const query = table.query().fullTextSearch(new MatchQuery(between(letter), 'text'))
      const there = (await query.select(['id', '_score']).limit(500).toArray()) as { id: number }[]
      const theirs = there.map(({ id }) => texts[id - 1]!).toSorted()
      const ours = [...index.search(between(letter)).best(500).keys()].map((id) => texts[id - 1]!).toSorted()
      if (ours.join(' ') !== theirs.join(' ')) differing.push([letter, ours, theirs])
      // Those that are found by one of them are found by each.
      else for (const same of ours) compared.add(same)
    }
    expect(differing).toEqual([])
  })

  test('remembers no word that is longer than any word', () => {
    const terms = createIndexTerms()
    const before = process.memoryUsage().arrayBuffers
    for (let at = 0; at < 20_000; at += 1)
      for (const letter of ['x', 'ж', '語']) terms.read(`${letter.repeat(39)}${at}x`.repeat(letter === 'x' ? 25 : 1))
    expect(terms.count).toBe(0)
    // They are 25 million characters, of two bytes each.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4e6)
  })
})

/** A word of its own, whatever the letter. */
const between = (letter: string) => `zq${letter}qz`

/** Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai and Japanese ones, and what stands for a letter or a number. */
const RANGES = [
  [0x80, 0x6_ff],
  [0x9_00, 0x9_7f],
  [0xe_00, 0xe_7f],
  [0x1e_00, 0x1f_ff],
  [0x20_70, 0x21_89],
  [0x24_60, 0x24_73],
  [0x30_40, 0x30_ff],
  [0xfb_00, 0xfb_06],
  [0xff_10, 0xff_9f],
  [0x1_d4_1a, 0x1_d4_33],
] as const
const LETTERS = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
).filter((letter) => /[\p{Alphabetic}\p{N}]/u.test(letter) && letter !== 'İ')
