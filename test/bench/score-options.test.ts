import { expect, test } from 'vitest'
import { type OptionRow, scoreOptions } from '../../bench/score-options.ts'

const BALLOT = { order: [0, 1], logWeights: [0, -1] }

const row = (writtenMs: number, ballotsMs: number): OptionRow => ({
  id: '1',
  model: 'scripted',
  gold: 'yes',
  written: 'yes',
  writtenMs,
  ballots: [BALLOT, BALLOT],
  ballotsMs,
})

test('how long a way takes is the median, and without a question there is nothing to tell', () => {
  const told = scoreOptions(['yes', 'no'], [row(10, 1), row(30, 3), row(20, 2)])
  expect(told).toContainEqual({ way: 'all ballots after it', medianMs: 2 })
  expect(told).toContainEqual(expect.objectContaining({ way: 'written under a grammar', right: 3, medianMs: 20 }))
  expect(scoreOptions(['yes', 'no'], [])).toEqual([])
})
