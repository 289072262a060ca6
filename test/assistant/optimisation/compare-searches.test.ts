import { expect, test } from 'vitest'
import { compareSearches } from '../../../bench/optimisation/compare-searches.ts'
import { inventedTable } from '../../../bench/optimisation/invented-table.ts'

test('the search and chance begin alike, end alike, and gain nothing with the usual settings alone', () => {
  const { settings, ...table } = inventedTable(1)
  const few = { ...table, settings: settings.slice(0, 12) }
  const [one, six, all] = compareSearches(few, 3, [1, 6, 12])
  expect(one).toMatchObject({ process: 0, random: 0, difference: 0, processTuned: 0 })
  // Up to here both draw the same.
  expect(six).toMatchObject({ difference: 0, differenceInterval: [0, 0] })
  expect(all?.processTuned).toBeCloseTo(all?.randomTuned ?? 0)
  expect(all?.processTuned).toBeGreaterThan(0)
})
