import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choice, keepWithin } from '../../../../assistant/answers/draft/choose-sentences.ts'

const choice = fc.record({
  cost: fc.integer({ min: 1, max: 50 }),
  score: fc.integer({ min: 0, max: 100 }),
  group: fc.nat(3),
})

function spent(choices: readonly Choice[], kept: readonly number[], perGroup: number): number {
  const groups = new Set(kept.map((at) => choices[at]!.group))
  return kept.reduce((sum, at) => sum + choices[at]!.cost, 0) + groups.size * perGroup
}

test('what is kept fits the budget, or is the best one alone; nothing that would still fit and be better is left out', () => {
  fc.assert(
    fc.property(fc.array(choice, { minLength: 1 }), fc.nat(120), fc.nat(10), (choices, budget, perGroup) => {
      const kept = keepWithin(choices, budget, perGroup)
      expect(kept).toEqual([...new Set(kept)].toSorted((one, other) => one - other))
      const best = Math.max(...choices.map(({ score }) => score))
      expect(kept.some((at) => choices[at]!.score === best)).toBe(true)
      expect(kept.length === 1 || spent(choices, kept, perGroup) <= budget).toBe(true)
      const left = [...choices.keys()].filter((at) => !kept.includes(at))
      for (const at of left) expect(spent(choices, [...kept, at], perGroup)).toBeGreaterThan(budget)
    }),
  )
})
