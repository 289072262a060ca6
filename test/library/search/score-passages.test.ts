import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTitle, titleWords } from '../../../library/search/document-title.ts'
import { type Candidate, documentWeights, scorePassages } from '../../../library/search/score-passages.ts'
import { foldDuplicates } from '../../../library/search/search-passages.ts'
import { withoutWords, wordsOf } from '../../../library/search/question-words.ts'

// In hundredths: of scores that only rounding tells apart there is nothing to say.
const hundredths = (min: number, max: number) =>
  fc.integer({ min: 100 * min, max: 100 * max }).map((value) => value / 100)
const candidate = fc.record({
  id: fc.nat(),
  words: hundredths(0, 20),
  document: hundredths(0, 3),
  meaning: hundredths(-1, 1),
})
const candidates = fc.uniqueArray(candidate, { selector: ({ id }) => id })
const idsOf = (scored: readonly { readonly id: number }[]) => scored.map(({ id }) => id)

describe('scoring passages', () => {
  test('adds the share of the best words, half the place between the farthest and the nearest, and the document', () => {
    const all: Candidate[] = [
      { id: 1, words: 4, document: 0, meaning: 0.5 },
      { id: 2, words: 8, document: 0.25, meaning: 0.1 },
      { id: 3, words: 0, document: 2, meaning: 0.3 },
    ]
    expect(scorePassages(all)).toEqual([
      { id: 3, score: 0.5 * 0.5 + 2 },
      { id: 2, score: 1 + 0.25 },
      { id: 1, score: 0.5 + 0.5 },
    ])
  })

  test('of nothing is nothing, and without any words or vectors there is no division by zero', () => {
    expect(scorePassages([])).toEqual([])
    expect(scorePassages([{ id: 1, words: 0, document: 0, meaning: null }])).toEqual([{ id: 1, score: 0 }])
    expect(scorePassages([{ id: 1, words: 0, document: 0, meaning: 0.5 }])).toEqual([{ id: 1, score: 0 }])
  })

  test('keeps every candidate, best first, and equal ones in the order of their ids, whatever the order in which they came', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const scored = scorePassages(all)
        expect(idsOf(scored).toSorted()).toEqual(idsOf(all).toSorted())
        expect(scored).toEqual(scored.toSorted((one, other) => other.score - one.score || one.id - other.id))
        expect(scorePassages(all.toReversed())).toEqual(scored)
      }),
    )
  })

  test('does not depend on the scale of a list, nor on where it begins', () => {
    const scale = fc.double({ min: 0.1, max: 10, noNaN: true })
    fc.assert(
      fc.property(
        candidates,
        scale,
        scale,
        fc.double({ min: -1, max: 1, noNaN: true }),
        (all, ofWords, ofMeaning, from) => {
          const scaled = all.map((one) => ({
            ...one,
            words: ofWords * one.words,
            meaning: from + ofMeaning * one.meaning,
          }))
          const scores = new Map(scorePassages(all).map(({ id, score }) => [id, score]))
          for (const { id, score } of scorePassages(scaled)) expect(score).toBeCloseTo(scores.get(id) ?? NaN, 5)
        },
      ),
    )
  })

  test('puts nothing before what is better in everything', () => {
    fc.assert(
      fc.property(candidates, candidate, hundredths(0, 1), hundredths(0, 1), (others, better, fewer, farther) => {
        const worse = { ...better, id: -1, words: better.words * fewer, meaning: better.meaning - farther }
        const all = [...others.filter(({ id }) => id !== better.id), better, worse]
        const scores = new Map(scorePassages(all).map(({ id, score }) => [id, score]))
        expect(scores.get(better.id)).toBeGreaterThanOrEqual(scores.get(-1) ?? NaN)
      }),
    )
  })
})

describe('what a passage gains from its document', () => {
  const near = [
    { document: 7, similarity: 0.9 },
    { document: 8, similarity: 0.5 },
    { document: 7, similarity: 0.1 },
  ]

  test('is twice its share where an introduction names it, and how near its nearest passage is', () => {
    const weights = documentWeights({ shares: new Map([[8, 0.5]]), isIntroduced: true }, near)
    expect([...weights].map(([document, weight]) => [document, weight.toFixed(2)])).toEqual(
      [
        ['8', '1.50'],
        ['7', '1.00'],
      ].map(([document, weight]) => [Number(document), weight]),
    )
  })

  test('is half its share where it is mentioned only', () => {
    expect(documentWeights({ shares: new Map([[8, 0.5]]), isIntroduced: false }, near)).toEqual(new Map([[8, 0.25]]))
  })

  test('is nothing without names and without vectors', () => {
    expect(documentWeights({ shares: new Map(), isIntroduced: true }, [])).toEqual(new Map())
  })
})

describe('folding near-duplicates', () => {
  const clause =
    'The Tenant may end this lease on the Break Date by giving the Landlord not less than six months prior written notice'
  const texts = (...all: string[]) =>
    foldDuplicates(
      all.map((text) => ({ text })),
      10,
    ).map(({ item }) => item.text)

  test('leaves the first of two that are nearly the same', () => {
    expect(texts(`${clause}.`, `${clause} `)).toEqual([`${clause}.`])
  })

  test('tells what was left out for what, also behind the last that is kept', () => {
    const all = [clause, 'Rent is due.', `${clause}.`, 'Something else.', `${clause} `].map((text, at) => ({
      text,
      at,
    }))
    expect(foldDuplicates(all, 2).map(({ item, folded }) => [item.at, folded.map(({ at }) => at)])).toEqual([
      [0, [2, 4]],
      [1, []],
    ])
  })

  test('keeps an amended clause, which differs in a date or an amount only', () => {
    // Long enough that one word among so many would make them alike.
    const letter = (n: number) => String.fromCharCode(97 + n)
    const long = Array.from({ length: 100 }, (_, n) => `word${letter(n % 26)}${letter(Math.floor(n / 26))}`).join(' ')
    const amended = [`${long} before 24 March 2026`, `${long} before 25 March 2026`]
    expect(texts(`${long} before the day`, `${long} before that day`)).toHaveLength(1)
    expect(texts(...amended)).toEqual(amended)
  })

  test.each([
    ['the Tenant shall assign', 'the Tenant shall not assign'],
    ['the Tenant must repair', 'the Tenant may repair'],
    ['the notice was served', 'the notice was never served'],
    ['he signed', 'he failed to sign'],
    ['der Mieter haftet', 'der Mieter haftet nicht'],
    ["it is the Landlord's and wasn't", "it is the Landlord's and was"],
  ])('keeps a long text in which another one says the opposite: %s, %s', (one, other) => {
    const long = Array.from(
      { length: 120 },
      (_, n) => `clause${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}`,
    )
    const amended = [`${long.join(' ')} ${one}`, `${long.join(' ')} ${other}`]
    expect(texts(...amended)).toEqual(amended)
  })

  test('keeps a text with another word that matters when the text is short', () => {
    expect(texts('notice shall be given', 'notice may be given')).toHaveLength(2)
  })

  test('gives at most so many, each as it was, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 12 })), fc.integer({ min: 1, max: 5 }), (all, limit) => {
        const kept = foldDuplicates(
          all.map((text, at) => ({ text, at })),
          limit,
        ).map(({ item }) => item)
        expect(kept.length).toBeLessThanOrEqual(limit)
        expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((a, b) => a - b))
        expect(kept.at(0)?.at).toBe(all.length > 0 ? 0 : undefined)
        expect(foldDuplicates(kept, limit)).toEqual(kept.map((item) => ({ item, folded: [] })))
      }),
    )
  })
})

describe('words and titles', () => {
  test('of a question without the naming ones', () => {
    expect(wordsOf('When may Müller-Lang end the 2024 lease?')).toEqual([
      'when',
      'may',
      'müller',
      'lang',
      'end',
      'the',
      '2024',
      'lease',
    ])
    expect(withoutWords('When may Larkspur end the lease?', new Set(['larkspur']))).toBe('When may end the lease?')
  })

  test.each([
    ['2024/Break_notice%20v2.pdf', '2024 Break notice v2'],
    ['BreakNotice.docx', 'Break Notice'],
    ['50%.txt', '50%'],
    ['no extension', 'no extension'],
    ['a.b.c.md', 'a b c'],
  ])('of %s reads %s', (path, title) => expect(documentTitle(path)).toBe(title))

  test('of a title are those that people may write, divided or not', () => {
    expect(titleWords('BreakNotice_LiiON.pdf')).toEqual(
      expect.arrayContaining(['break', 'notice', 'breaknotice', 'liion']),
    )
  })
})
