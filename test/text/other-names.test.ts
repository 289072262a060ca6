import { expect, test } from 'vitest'
import { mayBeOneName } from '../../text/other-names.ts'

test.each([
  ['bill', 'william'],
  ['liz', 'elizabeth'],
  ['munich', 'münchen'],
  ['monaco di baviera', 'münchen'],
  ['london', 'england'],
  ['london', 'großbritannien'],
  ['mailand', 'italia'],
  ['aix la chapelle', 'aachen'],
])('%s and %s may be one, either way about', (one, other) => {
  expect([mayBeOneName(one, other), mayBeOneName(other, one)]).toEqual([true, true])
})

test.each([
  ['bill', 'robert'],
  ['munich', 'vienna'],
  ['london', 'france'],
  ['norway', 'chile'],
  ['london', 'manchester'],
])('%s and %s are two', (one, other) => {
  expect(mayBeOneName(one, other)).toBe(false)
})
