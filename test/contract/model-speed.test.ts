import { expect, test } from 'vitest'
import { downloadWords, speedWords } from '../../contract/model.ts'

test.each([
  [1, 'Here it writes less than one word a second.'],
  [3.9, 'Here it writes about 2 words a second, slower than you read.'],
  [4, 'Here it writes about 3 words a second, as fast as you read.'],
  [6.7, 'Here it writes about 5 words a second, as fast as you read.'],
  [8, 'Here it writes about 6 words a second, faster than you read.'],
  [16, 'Here it writes about 12 words a second, faster than you read.'],
])('a model that writes %s tokens a second says what that feels like', (tokensPerSecond, words) => {
  expect(speedWords({ tokensPerSecond })).toBe(words)
})

test('nothing is said of the speed of a model that nobody measured', () => {
  expect(speedWords({ tokensPerSecond: null })).toBe('')
})

test('a download says how long it takes, and on what line', () => {
  expect(downloadWords({ bytes: 1_117_320_768, partialBytes: 0 })).toBe('about 3\u00A0min at 50 Mbit/s')
  expect(downloadWords({ bytes: 98_000_000, partialBytes: 0 })).toBe('under a minute at 50 Mbit/s')
})

test('what is here already of a download takes no time', () => {
  expect(downloadWords({ bytes: 1_117_320_768, partialBytes: 1_100_000_000 })).toBe('under a minute at 50 Mbit/s')
})
