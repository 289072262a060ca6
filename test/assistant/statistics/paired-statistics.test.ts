import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreementTable, cohensKappa, type KappaWeights } from '../../../assistant/statistics/paired-statistics.ts'

const WEIGHTS: readonly KappaWeights[] = ['none', 'linear', 'quadratic']
const WITHIN = 1e-9

const tables: fc.Arbitrary<AgreementTable> = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(40), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  )
const weights = fc.constantFrom(...WEIGHTS)

describe("Cohen's kappa", () => {
  test('and its interval are those of statsmodels on 1,000 random tables', async () => {
    const lines = (await readFile(new URL('kappa-tables.csv', import.meta.url), 'utf8')).trim().split('\n').slice(1)
    expect(lines).toHaveLength(1000)
    let furthest = 0
    for (const line of lines) {
      const [size = '', counts = '', ...numbers] = line.split(',')
      const all = counts.split(' ').map(Number)
      const table = Array.from({ length: Number(size) }, (_, row) =>
        all.slice(row * Number(size), (row + 1) * Number(size)),
      )
      const ours = WEIGHTS.flatMap((one) => {
        const result = cohensKappa(table, one)
        return result ? [result.kappa, ...result.interval] : []
      })
      expect(ours).toHaveLength(numbers.length)
      for (const [index, number] of ours.entries())
        furthest = Math.max(furthest, Math.abs(number - Number(numbers[index])))
    }
    expect(furthest).toBeLessThan(WITHIN)
  })

  test('is 1, with no interval to either side, where all agree on more than one category', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 6 }), weights, (counts, how) => {
        const table = counts.map((count, row) => counts.map((_, column) => (row === column ? count : 0)))
        const result = cohensKappa(table, how)
        expect(result?.kappa).toBeCloseTo(1, 10)
        expect(result?.interval[0]).toBeCloseTo(1, 6)
      }),
    )
  })

  test('is 0 where what the one chose says nothing of what the other chose', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(counts, counts, weights, (one, other, how) => {
        const table = one.map((a) => other.map((b) => a * b))
        expect(cohensKappa(table, how)?.kappa).toBeCloseTo(0, 10)
      }),
    )
  })

  test('is the same when the two change places', () => {
    fc.assert(
      fc.property(tables, weights, (table, how) => {
        const turned = table.map((_, column) => table.map((row) => row[column] ?? 0))
        const [one, other] = [cohensKappa(table, how), cohensKappa(turned, how)]
        expect(one === null).toBe(other === null)
        expect(one?.kappa ?? 0).toBeCloseTo(other?.kappa ?? 0, 10)
        expect(one?.interval[1] ?? 0).toBeCloseTo(other?.interval[1] ?? 0, 8)
      }),
    )
  })

  test('does not ask, without weights, in which order the categories are listed', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.nat()), (table, keys) => {
        const order = table
          .map((_, index) => ({ index, key: keys.next().value }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ index }) => index)
        const shuffled = order.map((row) => order.map((column) => table[row]?.[column] ?? 0))
        const [one, other] = [cohensKappa(table), cohensKappa(shuffled)]
        expect(one?.kappa ?? 0).toBeCloseTo(other?.kappa ?? 0, 10)
        expect(one?.interval[0] ?? 0).toBeCloseTo(other?.interval[0] ?? 0, 8)
      }),
    )
  })

  test('is not defined without a pair, nor where both always chose the same one thing', () => {
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(
      cohensKappa([
        [31, 0],
        [0, 0],
      ]),
    ).toBeNull()
  })
})
