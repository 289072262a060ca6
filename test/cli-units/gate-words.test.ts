import { expect, test } from 'vitest'
import { gateWords } from '../../cli/evaluation/show-run.ts'

test('it is said below which margin cards are given, and how that is known', () => {
  expect(gateWords({ threshold: 0.5666, source: 'calibrated on own (60 answers, 31 right)', measured: null })).toBe(
    'Cards below a margin of 0.57: calibrated on own (60 answers, 31 right).',
  )
})
