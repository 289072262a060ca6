import { expect, test } from 'vitest'
import { createInference } from '../../../kb/infer/inference.ts'
import { compareWithCompletions } from './compare-with-completions.ts'

test('no yes or no from incomplete facts contradicts a completion, in 3,000 cases of up to 8 unknowns', () => {
  const { contradictions, judged, needless } = compareWithCompletions(createInference, {
    first: 1,
    cases: 3000,
    most: 16,
  })
  expect(contradictions).toEqual([])
  expect(Math.min(judged.yes, judged.no, judged.unknown)).toBeGreaterThan(1500)
  // Conditions that exclude or imply one another are judged one by one, so some answers are needlessly open.
  expect(needless / judged.unknown).toBeLessThan(0.3)
})
