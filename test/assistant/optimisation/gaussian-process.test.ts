import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  choleskyOf,
  expectedImprovement,
  fitGaussianProcess,
  processOf,
  solveLower,
  solveUpper,
} from '../../../assistant/optimisation/gaussian-process.ts'

const apart = (one: number, other: number) => Math.abs(one - other)
const value = fc.double({ min: -1, max: 1, noNaN: true })
/** Values at different places. */
const observations = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20 }), value), {
    selector: ([at]) => at,
    minLength: 2,
    maxLength: 12,
  })
  .map((some) => some.map(([at, one]) => ({ at, value: one })))

describe('a Gaussian process', () => {
  test('without noise goes through what was observed, and is sure of it', () => {
    fc.assert(
      fc.property(observations, (observed) => {
        const { at } = processOf(observed, apart, { length: 2, noise: 0 })
        for (const one of observed) {
          expect(at(one.at).mean).toBeCloseTo(one.value, 6)
          expect(at(one.at).deviation).toBeLessThan(1e-4)
        }
      }),
    )
  })

  test('far from everything falls back to the mean, and is as unsure as the values differ', () => {
    fc.assert(
      fc.property(observations, (observed) => {
        const values = observed.map((one) => one.value)
        const mean = values.reduce((sum, one) => sum + one, 0) / values.length
        const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length)
        const far = fitGaussianProcess(observed, apart)(10_000)
        expect(far.mean).toBeCloseTo(mean, 6)
        expect(far.deviation).toBeCloseTo(Math.max(spread, 1e-3), 6)
      }),
    )
  })

  test('is never less sure where it has seen more', () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: 0, max: 20 }), (observed, place) => {
        const fit = { length: 2, noise: 0.05 }
        // The same spread of values, so that only the places count.
        const flat = observed.map(({ at }, index) => ({ at, value: index % 2 }))
        const some = flat.slice(0, -(flat.length % 2) || undefined)
        const more = [...some, { at: 30, value: 0 }, { at: place, value: 1 }]
        const before = processOf(some, apart, fit).at(place).deviation
        expect(processOf(more, apart, fit).at(place).deviation).toBeLessThanOrEqual(before + 1e-9)
      }),
    )
  })

  test('learns from the neighbours which side of a slope is higher', () => {
    const slope = [0, 1, 2, 3, 4, 5].map((at) => ({ at, value: at / 5 }))
    const likely = fitGaussianProcess(slope, apart)
    expect(likely(4.5).mean).toBeGreaterThan(likely(0.5).mean + 0.4)
  })

  test('has nothing to learn from no values', () => {
    expect(() => fitGaussianProcess([], apart)).toThrow(RangeError)
  })
})

describe('expected improvement', () => {
  const posterior = fc.record({ mean: value, deviation: fc.double({ min: 0, max: 2, noNaN: true }) })

  test('is never below nothing, nor below what the mean promises', () => {
    fc.assert(
      fc.property(posterior, value, (one, best) => {
        const gain = expectedImprovement(one, best)
        expect(gain).toBeGreaterThanOrEqual(0)
        expect(gain).toBeGreaterThanOrEqual(one.mean - best - 1e-6)
      }),
    )
  })

  test('grows with the mean and with how unsure it is', () => {
    fc.assert(
      fc.property(posterior, value, fc.double({ min: 0, max: 1, noNaN: true }), (one, best, more) => {
        const gain = expectedImprovement(one, best)
        expect(expectedImprovement({ ...one, mean: one.mean + more }, best)).toBeGreaterThanOrEqual(gain - 1e-6)
        expect(expectedImprovement({ ...one, deviation: one.deviation + more }, best)).toBeGreaterThanOrEqual(
          gain - 1e-6,
        )
      }),
    )
  })

  test('of a place as good as the best is 0.4 deviations', () => {
    expect(expectedImprovement({ mean: 1, deviation: 2 }, 1)).toBeCloseTo(2 / Math.sqrt(2 * Math.PI), 6)
  })
})

describe('a Cholesky decomposition', () => {
  const matrices = fc
    .array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
    .map((rows) =>
      // A times its transpose, and more on the diagonal, is positive definite.
      rows.map((row, i) =>
        rows.map((other, j) => row.reduce((sum, one, k) => sum + one * (other[k] ?? 0), 0) + (i === j ? 0.1 : 0)),
      ),
    )

  test('solves what it was made for', () => {
    fc.assert(
      fc.property(matrices, fc.array(value, { minLength: 4, maxLength: 4 }), (matrix, right) => {
        const lower = choleskyOf(matrix)
        const solved = solveUpper(lower, solveLower(lower, right))
        for (const [row, values] of matrix.entries())
          expect(values.reduce((sum, one, k) => sum + one * (solved[k] ?? 0), 0)).toBeCloseTo(right[row] ?? 0, 6)
      }),
    )
  })

  test('is refused for a matrix that has none', () => {
    expect(() => choleskyOf([[0]])).toThrow(RangeError)
  })
})
