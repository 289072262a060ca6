import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerMetrics, citationMetrics } from '../../../assistant/evaluation/metrics/answer-metrics.ts'
import type { Answered } from '../../../assistant/evaluation/scoring/judge-answer.ts'
import { drawSample } from '../../../assistant/evaluation/draw-sample.ts'
import { quantile, retrievalMetrics } from '../../../assistant/evaluation/metrics/retrieval-metrics.ts'
import type { Claim } from '../../../contract/answers/answer.ts'

const gold = [{ doc: 'a.txt', start: 100, end: 200 }]
const hit = (document: string, start: number, end: number) => ({ document, start, end })

describe('retrieval metrics', () => {
  test('by hand: hit at 1, at 2, and never', () => {
    const metrics = retrievalMetrics([
      { gold, ms: 10, hits: [hit('a.txt', 90, 210)] },
      { gold, ms: 30, hits: [hit('b.txt', 90, 210), hit('a.txt', 150, 400)] },
      { gold, ms: 20, hits: [hit('a.txt', 151, 400)] },
      { gold, ms: 40, hits: [] },
    ])
    expect(metrics).toEqual({
      questions: 4,
      hit1: 0.25,
      hit5: 0.5,
      hit10: 0.5,
      mrr: (1 + 0.5) / 4,
      document1: 0.5,
      meanLength: Math.round((120 + 120 + 250 + 249) / 4),
      p50Ms: 30,
      p95Ms: 40,
    })
  })

  test('counts only the first 1,200 characters of a result', () => {
    const far = [{ doc: 'a.txt', start: 1190, end: 1290 }]
    expect(retrievalMetrics([{ gold: far, ms: 0, hits: [hit('a.txt', 0, 5000)] }]).hit1).toBe(0)
    expect(retrievalMetrics([{ gold: far, ms: 0, hits: [hit('a.txt', 40, 5000)] }]).hit1).toBe(1)
  })

  test('counts a hit at rank 11 nowhere', () => {
    const hits = [...Array.from({ length: 10 }, () => hit('b.txt', 0, 10)), hit('a.txt', 100, 200)]
    expect(retrievalMetrics([{ gold, ms: 0, hits }])).toMatchObject({ hit10: 0, mrr: 0, document1: 0 })
  })

  test('of no question are zeros', () => {
    expect(retrievalMetrics([])).toEqual({
      questions: 0,
      hit1: 0,
      hit5: 0,
      hit10: 0,
      mrr: 0,
      document1: 0,
      meanLength: 0,
      p50Ms: 0,
      p95Ms: 0,
    })
  })

  test('are ordered: hit@1 ≤ hit@5 ≤ hit@10, and the reciprocal rank lies between the first and the last', () => {
    const someHit = fc
      .tuple(fc.constantFrom('a.txt', 'b.txt'), fc.nat(300))
      .map(([document, start]) => hit(document, start, start + 100))
    fc.assert(
      fc.property(fc.array(fc.array(someHit, { maxLength: 12 }), { minLength: 1 }), (all) => {
        const { hit1, hit5, hit10, mrr } = retrievalMetrics(all.map((hits) => ({ hits, gold, ms: 1 })))
        expect(hit1).toBeLessThanOrEqual(hit5)
        expect(hit5).toBeLessThanOrEqual(hit10)
        expect(mrr).toBeGreaterThanOrEqual(hit1)
        expect(mrr).toBeLessThanOrEqual(hit10 + 1e-9)
      }),
    )
  })

  test('quantiles of sorted values', () => {
    expect([quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3, 4], 0.95), quantile([7], 0.5), quantile([], 0.5)]).toEqual([
      3, 4, 7, 0,
    ])
  })
})

const answered = (answer: string, more: Partial<Answered> = {}): Answered => ({
  question: 'When did the lease end?',
  gold: 'The lease ended on 24 March 2026 by notice.',
  answerable: true,
  state: 'answered',
  answer,
  ...more,
})

describe('answer metrics', () => {
  test('keep right, wrong and refused apart', () => {
    const metrics = answerMetrics([
      answered('It ended on 24 March 2026 by notice.'),
      answered('It ended on 25 April 1999.'),
      answered('', { state: 'not-found' }),
      answered('Something.', { answerable: false, gold: null, state: 'uncertain' }),
      answered('', { answerable: false, gold: null, state: 'not-found' }),
    ])
    expect(metrics).toMatchObject({
      questions: 5,
      answered: 0.4,
      notFound: 0.4,
      uncertain: 0.2,
      right: 1 / 3,
      half: 0,
      wrongShare: 1 / 3,
      wrong: 1 / 3,
      refused: 1 / 3,
      shown: {
        green: { right: 1, half: 0, wrong: 1, refused: 0 },
        inPart: { right: 0, half: 0, wrong: 1, refused: 0 },
        notWritten: { right: 1, half: 0, wrong: 0, refused: 1 },
      },
      refusalRecall: 0.5,
      wrongRefusals: 1 / 3,
    })
    expect(metrics.keyFacts).toBeCloseTo(1 / 3)
  })

  test('give no credit for words of the question, and none for what comes after a hundred words', () => {
    expect(answerMetrics([answered('When did the lease end')]).goldRecall).toBeLessThan(0.5)
    const late = (words: number) => answerMetrics([answered(`${'word '.repeat(words)} 24 March 2026 by notice`)])
    expect(late(100)).toMatchObject({ right: 1, wrong: 1, goldRecall: 0 })
    // A reader reads on, but no whole pages.
    expect(late(300)).toMatchObject({ right: 0, wrong: 1, goldRecall: 0 })
  })

  test('compare labels where the gold is one: the one that the answer begins with, else the only one in it', () => {
    const one = (answer: string, label = 'no') => answered(answer, { gold: label, question: 'Does it?' })
    const accuracy = (...all: readonly Answered[]) => answerMetrics(all).accuracy
    expect(accuracy(one('No, yes was never found.'), one('The answer is no.'))).toBe(1)
    expect(accuracy(one('Either yes or no.'), one(''), one('Nothing is known.'), one('Yes.'))).toBe(0)
    expect(accuracy(one('Maybe', 'maybe'), one('Maybe', 'yes'))).toBe(0.5)
    expect(accuracy(one('No.', 'No deposit was paid.'))).toBeNull()
  })

  test('hold the gold recall without documents beside their own, where it was measured', () => {
    const ours = [answered('It ended on 24 March 2026 by notice.')]
    expect(answerMetrics(ours).closedBookGoldRecall).toBeNull()
    expect(answerMetrics(ours, [answered('It never did.')]).closedBookGoldRecall).toBe(0)
    expect(answerMetrics([answered('x')], ours).closedBookGoldRecall).toBe(1)
  })

  test('token F1 by hand: two of three given words are among the four wanted', () => {
    const { tokenF1 } = answerMetrics([answered('alpha beta zulu', { gold: 'alpha beta gamma delta', question: 'x' })])
    expect(tokenF1).toBeCloseTo((2 * 2) / (3 + 4))
  })

  test('of no question divide by nothing', () => {
    expect(answerMetrics([])).toMatchObject({
      questions: 0,
      right: 0,
      wrong: 0,
      refused: 0,
      keyFacts: null,
      refusalRecall: null,
    })
  })

  test('count half an answer as wrong where it was shown as a whole one', () => {
    const half = (state: string) =>
      answerMetrics([
        answered('The rent is 900.', { question: 'What are rent and deposit?', gold: 'Rent 900, deposit 300.', state }),
      ])
    expect(half('answered')).toMatchObject({ right: 0, half: 0, wrongShare: 1, wrong: 0 })
    expect(half('answered-in-part')).toMatchObject({ right: 0, half: 1, wrongShare: 0, wrong: 0 })
  })

  test('right, half, wrong and refused are all of the answerable ones', () => {
    const one = fc.record({
      answer: fc.constantFrom('24 March 2026', 'never', ''),
      state: fc.constantFrom('answered', 'uncertain', 'not-found', 'extractive'),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (all) => {
        const { right, half, wrongShare, refused } = answerMetrics(
          all.map(({ answer, state }) => answered(answer, { state })),
        )
        expect(right + half + wrongShare + refused).toBeCloseTo(1)
      }),
    )
  })
})

describe('citation metrics', () => {
  const text = 'The rent is 24,000 pounds. It is paid in March.'
  const claim = (verdict: Claim['verdict'], ...spans: (readonly [number, number, string])[]): Claim => ({
    index: 0,
    text: 'x',
    verdict,
    absent: [],
    differences: [],
    differsFrom: [],
    disagreesWith: [],
    instead: null,
    judged: null,
    authorities: [],
    citations: spans.map(([start, end, quote]) => ({
      source: 'S1',
      document: 'a.txt',
      documentId: 'a',
      reference: null,
      page: null,
      start,
      end,
      quote,
    })),
  })

  test('look every quote up at its offsets, and gold spans at theirs', () => {
    const metrics = citationMetrics(
      [
        {
          claims: [claim('verbatim', [0, 26, text.slice(0, 26)]), claim('unsupported')],
          gold: [{ doc: 'a.txt', start: 20, end: 30 }],
        },
        {
          claims: [claim('close', [1, 27, text.slice(0, 26)]), claim('unchecked', [27, 47, text.slice(27)])],
          gold: [],
        },
      ],
      () => text,
    )
    expect(metrics).toEqual({
      claims: 4,
      cited: 0.75,
      quotesAtOffsets: 2 / 3,
      overlapGold: 1,
      verbatim: 0.25,
      close: 0.25,
      supported: 0,
      entailed: 0,
      contradicted: 0,
      unsupported: 0.25,
    })
  })

  test('spans that only touch do not overlap', () => {
    const metrics = citationMetrics(
      [{ claims: [claim('verbatim', [0, 10, text.slice(0, 10)])], gold: [{ doc: 'a.txt', start: 10, end: 20 }] }],
      () => text,
    )
    expect(metrics.overlapGold).toBe(0)
  })
})

describe('drawing a sample', () => {
  test('gives the same items for the same seed, in their old order, and others for another', () => {
    const items = Array.from({ length: 50 }, (_, n) => n)
    expect(drawSample(items, 5, 1)).toEqual(drawSample(items, 5, 1))
    expect(drawSample(items, 5, 1)).not.toEqual(drawSample(items, 5, 2))
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), fc.integer(), (all, count, seed) => {
        const indexed = all.map((value, at) => ({ value, at }))
        const drawn = drawSample(indexed, count, seed)
        expect(drawn).toHaveLength(Math.min(count, all.length))
        expect(drawn).toEqual(indexed.filter((one) => drawn.includes(one)))
      }),
    )
    expect(drawSample(items, null, 1)).toBe(items)
  })
})
