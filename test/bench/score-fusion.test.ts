import { expect, test } from 'vitest'
import type { RetrievalMetrics } from '../../assistant/evaluation/metrics/retrieval-metrics.ts'
import { chosenWithout, FUSION_GRID } from '../../bench/score-fusion.ts'
import { FUSION_WEIGHTS } from '../../library/search/score-passages.ts'

const metrics = (hit1: number): RetrievalMetrics => ({
  questions: 10,
  hit1,
  hit5: hit1,
  hit10: hit1,
  mrr: hit1,
  document1: 1,
  meanLength: 900,
  p50Ms: 1,
  p95Ms: 1,
})
const set = (name: string, ...hits: readonly number[]) => ({ name, byWeights: hits.map(metrics) })

test('weights are chosen by all sets but the one that they are measured on', () => {
  const sets = [set('one', 0.1, 0.9, 0.2), set('two', 0.4, 0.1, 0.6), set('three', 0.5, 0.2, 0.5)]
  expect(Object.fromEntries(chosenWithout(sets))).toEqual({ one: 2, two: 1, three: 1 })
})

test('of weights that are as good, those in use are kept, which stand first', () => {
  expect(FUSION_GRID[0]).toEqual(FUSION_WEIGHTS)
  expect(chosenWithout([set('one', 0.5, 0.5), set('two', 0.3, 0.3)]).get('one')).toBe(0)
})
