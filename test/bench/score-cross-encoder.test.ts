import { expect, test } from 'vitest'
import { type RerankedRow, scoreCrossEncoder } from '../../bench/score-cross-encoder.ts'

const row = (before: number | null, after: number | null): RerankedRow => ({
  set: 'one',
  before,
  after,
  pairs: 8,
  seconds: 0.4,
})

test('counts what moved to the first place against what moved away from it, and what it cost', () => {
  const rows = [row(2, 1), row(4, 1), row(1, 2), row(null, null)]
  expect(scoreCrossEncoder('one', rows)).toMatchObject({
    set: 'one',
    questions: 4,
    hit1Before: 0.25,
    hit1: 0.5,
    gain: 0.25,
    mrrBefore: 0.438,
    mrr: 0.625,
    msAPair: 50,
    secondsAQuestion: 0.4,
  })
})

test('a gain that every question shares has an interval without zero', () => {
  const { gainFrom, gainTo } = scoreCrossEncoder('one', [row(2, 1), row(3, 1)])
  expect([gainFrom, gainTo]).toEqual([1, 1])
})
