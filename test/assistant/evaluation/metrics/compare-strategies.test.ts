import { expect, test } from 'vitest'
import {
  compareStrategies,
  type StrategyRow,
  type StrategyRows,
} from '../../../../assistant/evaluation/metrics/compare-strategies.ts'
import type { WrittenStrategy } from '../../../../contract/answers/strategy.ts'
import { inventRow } from '../invented-rows.ts'

const TOKENS = { prompt: 500, firstPrompt: 400, generated: 30, calls: 1, reused: 0 }
const TIMING = { evidenceMs: 1, firstTokenMs: 10, totalMs: 20 }

/** So many questions for one thing, the first `right` of them answered right. */
function answered(strategy: WrittenStrategy, count: number, right: number): readonly StrategyRow[] {
  return Array.from({ length: count }, (_, at) => ({
    row: inventRow({
      id: String(at),
      question: `Who signed deed ${at}?`,
      outcome: at < right ? 'right' : 'wrong',
      goldRecall: at < right ? 1 : 0,
    }),
    answer: { tokens: TOKENS, timing: TIMING, strategy },
  }))
}

function rows(count: number, right: Readonly<Record<WrittenStrategy, number>>): StrategyRows {
  const of = (name: WrittenStrategy) => answered(name, count, right[name])
  return {
    quotes: of('quotes'),
    direct: of('direct'),
    extract: of('extract'),
    'recall-then-answer': of('recall-then-answer'),
    'few-shot': of('few-shot'),
  }
}

test('one that is better beyond the interval is the best for its kind; kinds without a question are not told of', () => {
  const [fact, ...others] = compareStrategies(
    rows(30, { quotes: 10, direct: 10, extract: 20, 'recall-then-answer': 8, 'few-shot': 24 }),
  )
  expect(others).toEqual([])
  expect(fact).toMatchObject({ kind: 'fact', questions: 30, best: 'few-shot' })
  expect(fact?.strategies.extract).toMatchObject({
    right: { count: 20, of: 30 },
    goldRecall: 20 / 30,
    promptTokens: 500,
    firstPromptTokens: 400,
    calls: 1,
    againstDirect: { difference: 1 / 3, rightToWrong: [] },
  })
  expect(fact?.strategies.extract.goldRecallDifference?.interval[0]).toBeGreaterThan(0)
  expect(fact?.strategies.direct.againstDirect).toBeNull()
})

test('one that is better by what chance does too leaves it as it is', () => {
  const few = { quotes: 10, direct: 10, extract: 13, 'recall-then-answer': 10, 'few-shot': 10 }
  expect(compareStrategies(rows(30, few))[0]?.best).toBe('direct')
})

test('too few questions tell nothing, not even that none is better', () => {
  expect(
    compareStrategies(rows(8, { quotes: 2, direct: 2, extract: 4, 'recall-then-answer': 2, 'few-shot': 2 }))[0]?.best,
  ).toBeNull()
})
