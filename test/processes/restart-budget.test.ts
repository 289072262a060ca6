import { expect, test } from 'vitest'
import { createRestartBudget } from '../../processes/restart-budget.ts'

const limits = { maxCrashes: 5, windowMs: 60_000, healthyMs: 10_000 }

test('doubles the delay with every crash, and gives up at the sixth in a row', () => {
  const budget = createRestartBudget(limits)
  const delays = [0, 1, 2, 3, 4, 5].map((second) => budget.crashed(second * 1000, second * 1000 + 500))
  expect(delays).toEqual([100, 200, 400, 800, 1600, null])
})

test('forgets crashes after ten healthy seconds, so that a crash every twelve seconds never ends it', () => {
  const budget = createRestartBudget(limits)
  const delays = Array.from({ length: 10 }, (_, index) => budget.crashed(index * 12_000, index * 12_000 + 11_900))
  expect(delays).toEqual(Array.from({ length: 10 }, () => 100))
})
