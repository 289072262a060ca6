import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTitle } from '../../../library/search/document-title.ts'
import { foldDuplicates } from '../../../library/search/fold-duplicates.ts'
import { withoutWords, wordsOf } from '../../../library/search/naming-words.ts'
import { type Candidate, scorePassages } from '../../../library/search/score-passages.ts'

const candidate = fc.record({
  id: fc.nat(),
  words: fc.double({ min: 0, max: 20, noNaN: true }),
  document: fc.double({ min: 0, max: 20, noNaN: true }),
  meaning: fc.oneof(fc.constant(null), fc.double({ min: -2, max: 2, noNaN: true })),
})

describe('scoring passages', () => {
  test('adds the share of the best words, half as much again of the document, and the meaning as far as it agrees', () => {
    const candidates: Candidate[] = [
      { id: 1, words: 4, document: 5, meaning: 0.5 },
      { id: 2, words: 8, document: 10, meaning: null },
      { id: 3, words: 0, document: 0, meaning: 1 },
    ]
    expect(scorePassages(candidates, 0.5)).toEqual([
      { id: 2, score: 1 + 1.5, meaning: null },
      { id: 1, score: 0.5 + 0.75 + 2.5 * 0.125 * 0.5, meaning: 0.5 },
      { id: 3, score: 2.5 * 0.125, meaning: 1 },
    ])
  })

  test('of nothing is nothing, and without any words there is no division by zero', () => {
    expect(scorePassages([], 1)).toEqual([])
    expect(scorePassages([{ id: 1, words: 0, document: 0, meaning: null }], 1)).toEqual([
      { id: 1, score: 0, meaning: null },
    ])
  })

  test('keeps every candidate, best first, whatever the order in which they came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: ({ id }) => id }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, agreement) => {
          const scored = scorePassages(all, agreement)
          expect(scored.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
          for (const [at, { score }] of scored.entries())
            expect(score).toBeLessThanOrEqual(scored[at - 1]?.score ?? Infinity)
          expect(scorePassages(all.toReversed(), agreement)).toEqual(scored)
        },
      ),
    )
  })

  test('never puts one below another that is worse in everything', () => {
    fc.assert(
      fc.property(candidate, candidate, (one, two) => {
        const better = { ...one, id: 1, meaning: one.meaning ?? 0 }
        const worse: Candidate = {
          id: 2,
          words: Math.min(one.words, two.words),
          document: Math.min(one.document, two.document),
          meaning: better.meaning,
        }
        expect(scorePassages([worse, better], 1)[0]?.score).toBeCloseTo(
          scorePassages([worse, better], 1).find(({ id }) => id === 1)?.score ?? NaN,
        )
      }),
    )
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
})
