import { expect, test } from 'vitest'
import { offerWords } from '../../../contract/answers/offer.ts'

const table = (seconds: number | null) =>
  offerWords({ kind: 'table', questions: ['Who?'], documents: [], count: 8, seconds })

test('an offer says why it is made, what it does and how long that takes', () => {
  expect(table(61)).toEqual({
    asks: 'This asks for a list.',
    does: 'Make a table of 8 documents',
    time: 'about 1\u00A0min',
    take: 'Make table',
  })
})

test.each([
  [2, 'about 10\u00A0s'],
  [44, 'about 40\u00A0s'],
  [54, 'about 50\u00A0s'],
  [59, 'about 1\u00A0min'],
  [89 * 60, 'about 89\u00A0min'],
  [2 * 3600, 'about 2\u00A0h'],
  [5400, 'about 1.5\u00A0h'],
  [null, ''],
])('%s seconds are said as %j', (seconds, words) => {
  expect(table(seconds).time).toBe(words)
})
