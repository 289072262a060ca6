import { expect, test } from 'vitest'
import { sayTally } from '../../../../../assistant/answers/strategies/tally/tally.ts'

const item = (text: string, quote = text) => ({ text, source: 'S1', start: 0, end: quote.length, quote })

test('a document that states the number is believed, not counted', () => {
  const stakes = [item('used 48 stakes'), item('found no broken stake')]
  expect(sayTally({ kind: 'count', of: 'stakes' }, stakes)).toBeNull()
  expect(sayTally({ kind: 'count', of: 'exhibits' }, stakes)).toMatch(/^2 exhibits in the passages read: /)
})

test('a total is no part of a sum, nor is a line without an amount or with two', () => {
  const sum = (...items: readonly ReturnType<typeof item>[]) => sayTally({ kind: 'sum', of: '' }, items)
  expect(sum(item('£350 for the band'), item('£150 for distress'))).toBe(
    '£350 + £150 = £500 in the passages read: £350 for the band [S1]; £150 for distress [S1].',
  )
  expect(sum(item('£350 for the band'), item('£500', 'a total of £500'))).toBeNull()
  expect(sum(item('£350 for the band'), item('distress'))).toBeNull()
  expect(sum(item('£350 for the band'), item('£150 of the £600 claimed'))).toBeNull()
})
