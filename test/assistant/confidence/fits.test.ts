import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Example,
  fitIsotonic,
  fitLogistic,
  fitScore,
  isotonicValue,
  logisticScore,
  METHODS,
  scoreOf,
} from '../../../assistant/confidence/fit-score.ts'
import { chooseMethod, drawFolds, FOLDS, logLoss } from '../../../assistant/confidence/calibrate.ts'
import { seededRandom } from '../../../assistant/statistics/seeded-random.ts'

const score = fc.double({ min: 0, max: 1, noNaN: true })
const examples: fc.Arbitrary<readonly Example[]> = fc.array(
  fc.record({ features: fc.array(score, { minLength: 2, maxLength: 2 }), isRight: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
)

describe('an isotonic fit', () => {
  test('never falls, and its values are shares', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, fc.constantFrom(0, 1)), { minLength: 1 }), fc.array(score), (all, asked) => {
        const fit = fitIsotonic(
          all.map(([one]) => one),
          all.map(([, outcome]) => outcome),
        )
        const values = asked.toSorted((one, other) => one - other).map((one) => isotonicValue(fit, one))
        for (const [index, value] of values.entries()) {
          expect(value).toBeGreaterThan(0)
          expect(value).toBeLessThan(1)
          expect(value).toBeGreaterThanOrEqual(values[index - 1] ?? 0)
        }
      }),
    )
  })

  test('by hand: wrong, right, wrong, right pools the middle two', () => {
    const fit = fitIsotonic([0.1, 0.4, 0.6, 0.9], [0, 1, 0, 1])
    expect(fit.map(({ from }) => from)).toEqual([0.1, 0.4, 0.9])
    expect([isotonicValue(fit, 0), isotonicValue(fit, 0.5), isotonicValue(fit, 1)]).toEqual([1 / 3, 0.5, 2 / 3])
  })
})

describe('a logistic fit', () => {
  test('has no slope left in its penalised likelihood: no small step makes it better', () => {
    fc.assert(
      fc.property(examples, fc.constantFrom(1, 10), (all, ridge) => {
        const outcomes = all.map(({ isRight }) => (isRight ? 1 : 0))
        const rows = all.map(({ features }) => features)
        const fit = fitLogistic(rows, outcomes, ridge)
        const loss = (weights: readonly number[]) =>
          all.length *
            logLoss(
              rows.map((row) => logisticScore({ ...fit, weights }, row)),
              all,
            ) +
          (ridge / 2) * weights.reduce((sum, weight) => sum + weight ** 2, 0)
        const best = loss(fit.weights)
        // Where all are right the free intercept grows without end, and the loss is cut off.
        if (new Set(outcomes).size < 2) return
        for (const index of fit.weights.keys())
          for (const step of [-0.01, 0.01])
            expect(loss(fit.weights.with(index, (fit.weights[index] ?? 0) + step))).toBeGreaterThan(best - 1e-9)
      }),
    )
  })

  test('finds which feature tells, and ignores one that never changes', () => {
    const random = seededRandom(1)
    const rows = Array.from({ length: 400 }, () => [random(), random(), 7])
    const outcomes = rows.map(([tells = 0]) => (random() < tells ? 1 : 0))
    const { weights } = fitLogistic(rows, outcomes, 1)
    expect(weights[0]).toBeGreaterThan(0.6)
    expect(Math.abs(weights[1] ?? 1)).toBeLessThan(0.3)
    expect(weights[2]).toBeCloseTo(0, 9)
  })

  test('of the same answers is the same, and every method gives scores between 0 and 1', () => {
    fc.assert(
      fc.property(examples, (all) => {
        for (const method of METHODS)
          for (const { features } of all) {
            const given = scoreOf(fitScore(method, all), features)
            expect(given).toBe(scoreOf(fitScore(method, all), features))
            expect(given).toBeGreaterThanOrEqual(0)
            expect(given).toBeLessThanOrEqual(1)
          }
      }),
      { numRuns: 20 },
    )
  })
})

describe('cross-validation', () => {
  test('spreads right and wrong answers evenly over the folds', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ isRight: fc.boolean() }), { minLength: 20 }), (all) => {
        const folds = drawFolds(all)
        const right = Array.from({ length: FOLDS }, (_, fold) =>
          all.filter((one, at) => folds[at] === fold && one.isRight),
        )
        const counts = right.map(({ length }) => length)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('scores no answer by a fit that saw it: what is noise alone is not learnt', () => {
    const random = seededRandom(3)
    const noise = Array.from({ length: 60 }, () => ({
      features: Array.from({ length: 13 }, () => random()),
      isRight: random() < 0.5,
    }))
    const { scores } = chooseMethod(noise, drawFolds(noise))
    expect(logLoss(scores, noise)).toBeGreaterThan(Math.log(2) - 0.05)
  })

  test('takes a method that learns where there is something to learn', () => {
    const random = seededRandom(4)
    const told = Array.from({ length: 150 }, () => {
      const tells = random()
      return { features: [tells, random()], isRight: random() < tells }
    })
    const { method, scores } = chooseMethod(told, drawFolds(told))
    expect(method.method).not.toBe('constant')
    expect(logLoss(scores, told)).toBeLessThan(Math.log(2) - 0.05)
  })
})
