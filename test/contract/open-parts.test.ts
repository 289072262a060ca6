import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNotAnswered, openPartWords, whetherAnswered, whetherComplete } from '../../contract/open-parts.ts'

test.each([
  ['how is notice given?', 'Not answered: how is notice given'],
  ['whether notice was given', 'Not answered: whether notice was given'],
  [whetherComplete('List all parties'), 'Not confirmed: whether “List all parties” is complete'],
  [whetherAnswered('who pays'), 'Not confirmed: whether this answers “who pays”'],
])('what an answer leaves open is told as what it is: %s', (part, words) => {
  expect(openPartWords(part)).toBe(words)
})

test('what nobody has shown is told apart from what is not answered, whatever the question', () => {
  fc.assert(
    fc.property(fc.string(), (part) => {
      expect([whetherAnswered(part), whetherComplete(part)].some(isNotAnswered)).toBe(false)
      expect(isNotAnswered(`how ${part}`)).toBe(true)
    }),
  )
})
