import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auroc, calibrationError, reliabilityBins, type Scored } from '../../../assistant/statistics/score-measures.ts'
import { bootstrapInterval, shareFrom, wilsonInterval } from '../../../assistant/statistics/estimates.ts'
import { mcnemar } from '../../../assistant/statistics/paired-statistics.ts'
import { seededRandom } from '../../../assistant/statistics/seeded-random.ts'

/** Few distinct scores, so that ties happen. */
const scored: fc.Arbitrary<Scored> = fc.record({ score: fc.nat(8).map((n) => n / 8), isRight: fc.boolean() })

describe('the area under the curve', () => {
  test('is the share of pairs in which the right answer has the higher score, ties counting half', () => {
    fc.assert(
      fc.property(fc.array(scored), (all) => {
        const [right, wrong] = [all.filter(({ isRight }) => isRight), all.filter(({ isRight }) => !isRight)]
        const pairs = right.flatMap((one) =>
          wrong.map((other) => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)),
        )
        const byHand = pairs.reduce<number>((sum, won) => sum + won, 0) / pairs.length
        expect(auroc(all) === null).toBe(pairs.length === 0)
        expect(auroc(all) ?? 0).toBeCloseTo(pairs.length === 0 ? 0 : byHand, 10)
      }),
    )
  })
})

describe("Wilson's interval", () => {
  test('holds the share, lies between 0 and 1, and narrows with more answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, some) => {
        const count = some % (of + 1)
        const [low, high] = wilsonInterval(count, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low - 1e-12).toBeLessThanOrEqual(count / of)
        expect(high + 1e-12).toBeGreaterThanOrEqual(count / of)
        const [lower, higher] = wilsonInterval(4 * count, 4 * of)
        expect(higher - lower).toBeLessThan(high - low)
      }),
    )
  })

  test('is that of the literature: 5 of 212 gives 1.0 to 5.4 per cent', () => {
    const [low, high] = wilsonInterval(5, 212)
    expect([low, high].map((share) => Math.round(1000 * share) / 10)).toEqual([1, 5.4])
    expect(shareFrom(0, 0)).toEqual({ count: 0, of: 0, interval: null })
  })
})

describe('the test of McNemar', () => {
  test('is the two-sided binomial test on the questions that changed', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (better, worse) => {
        const n = better + worse
        const tail = Array.from({ length: Math.min(better, worse) + 1 }, (_, k) => choose(n, k) / 2 ** n)
        const byHand = Math.min(1, 2 * tail.reduce((sum, one) => sum + one, 0))
        expect(mcnemar(better, worse)).toBeCloseTo(byHand, 10)
        expect(mcnemar(better, worse)).toBe(mcnemar(worse, better))
      }),
    )
    expect(mcnemar(0, 0)).toBe(1)
    expect(mcnemar(10, 0)).toBeCloseTo(2 / 1024, 12)
  })
})

describe('the interval of a bootstrap', () => {
  test('is the same for the same seed, and of a mean is near the one of the normal distribution', () => {
    const random = seededRandom(7)
    const values = Array.from({ length: 200 }, () => random())
    const meanOf = (drawn: readonly number[]) => drawn.reduce((sum, one) => sum + one, 0) / drawn.length
    const [low, high] = bootstrapInterval(values, meanOf)
    expect(bootstrapInterval(values, meanOf)).toEqual([low, high])
    const half = (1.96 * Math.sqrt(1 / 12)) / Math.sqrt(200)
    expect(Math.abs(low - (meanOf(values) - half))).toBeLessThan(0.012)
    expect(Math.abs(high - (meanOf(values) + half))).toBeLessThan(0.012)
    expect(() => bootstrapInterval([], () => 0)).toThrow(RangeError)
  })
})

describe('reliability', () => {
  test('puts every answer into one bin, and each bin holds its mean score', () => {
    fc.assert(
      fc.property(fc.array(scored), (all) => {
        const bins = reliabilityBins(all)
        expect(bins.reduce((sum, { right }) => sum + right.of, 0)).toBe(all.length)
        for (const { from, to, meanScore } of bins) {
          expect(meanScore).toBeGreaterThanOrEqual(from - 1e-9)
          expect(meanScore).toBeLessThanOrEqual(to + 1e-9)
        }
      }),
    )
  })

  test('by hand: ten answers stated as 0.95 of which eight are right are 0.15 off', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ score: 0.95, isRight: index < 8 }))
    expect(calibrationError(ten)).toBeCloseTo(0.15)
    expect(calibrationError([])).toBe(0)
  })

  test('is never off by more than one, and not at all for scores that are the shares', () => {
    fc.assert(
      fc.property(fc.array(scored, { minLength: 1 }), (all) => {
        const error = calibrationError(all)
        expect(error).toBeGreaterThanOrEqual(0)
        expect(error).toBeLessThanOrEqual(1)
        const share = all.filter(({ isRight }) => isRight).length / all.length
        expect(calibrationError(all.map(({ isRight }) => ({ score: share, isRight })))).toBeCloseTo(0, 10)
      }),
    )
  })
})
