import { expect, test } from 'vitest'
import { isUnfinished } from '../../checks/is-unfinished.ts'

test.each([
  'The Agreement was made on.',
  'BCG-Mutual-NDA.txt was made on.',
  'The parties made or took effect on.',
  'The obligations last for.',
  'The rent is the',
])('ends before it says anything: %s', (sentence) => {
  expect(isUnfinished(sentence)).toBe(true)
})

test.each([
  'The agreement was made on 3 May 2019.',
  'Theft is what he was accused of.',
  'It is the land that it stands on.',
  'The tenant moved in.',
  'The tenant is.',
  'Yes, he was.',
  'Notice is the one condition of all that the landlord, after long talks with his agent about the roof, insisted on.',
])('is whole: %s', (sentence) => {
  expect(isUnfinished(sentence)).toBe(false)
})
