import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trendPoints } from '../../renderer/facts/form/fact-form.tsx'

const fact = (at: string | null, value: string) => ({ at, args: ['patient', value], holds: 'yes' as const })

describe('the line of values over time', () => {
  test('goes from the earliest to the latest day, and up where the value rises', () => {
    const points = trendPoints(
      [fact('2026-03-01', '61 kg'), fact('2026-01-01', '58 kg'), fact('2026-02-01', '57 kg')],
      1,
    )
    expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((one, other) => one - other))
    const [first, second, third] = points.map(({ y }) => y)
    expect([Number(first) < Number(second), Number(third) < Number(first)]).toEqual([true, true])
  })

  test.each([
    ['values of two units', [fact('2026-01-01', '58 kg'), fact('2026-02-01', '128 lb')]],
    ['what is no number', [fact('2026-01-01', 'high'), fact('2026-02-01', 'low')]],
    ['a range', [fact('2026-01-01', '35..40 %'), fact('2026-02-01', '30 %')]],
    ['what is denied', [{ ...fact('2026-01-01', '58 kg'), holds: 'no' as const }]],
    ['what has no day', [fact(null, '58 kg')]],
  ])('is not drawn for %s', (_, facts) => {
    expect(trendPoints(facts, 1)).toEqual([])
  })

  test('stays inside its drawing, whatever the values', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
    const facts = fc.array(fc.tuple(day, fc.integer({ min: -1000, max: 100_000 })), { minLength: 1 })
    fc.assert(
      fc.property(facts, (given) => {
        const points = trendPoints(
          given.map(([at, value]) => fact(at, `${value} kg`)),
          1,
        )
        expect(points).toHaveLength(given.length)
        expect(points.every(({ x, y }) => x >= 0 && x <= 120 && y >= 0 && y <= 28)).toBe(true)
      }),
    )
  })
})
