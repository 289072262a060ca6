import { expect, test } from 'vitest'
import { checkClaim } from '../../checks/check-claim.ts'
import { ownWordsFound } from '../../checks/own-words.ts'
import { saysNothing } from '../../checks/says-nothing.ts'
import { ALL_KNOWN } from './lexicon.ts'

const LETTER =
  'Mr Martin, a clerk of the Roseville court, was sentenced to five years. The defence lawyer was Ms Patel.'
const QUESTION = "What is the favourite colour of the court's clerk?"
const sources = [{ source: 'S1', text: LETTER, context: 'letter.txt' }]
const check = (text: string, asksUnknown = false) =>
  checkClaim({ text, sources: ['S1'] }, { sources, question: QUESTION, lexicon: ALL_KNOWN, asksUnknown })

test('own words are those that the question does not have, in any form', () => {
  expect(ownWordsFound('The favourite colour of the clerk is blue.', QUESTION, [LETTER])).toBe(0)
  expect(ownWordsFound('The clerk got a sentence of five years.', QUESTION, [LETTER])).toBe(0.75)
  expect(ownWordsFound('The clerk of the court.', QUESTION, [LETTER])).toBeNull()
})

test('what a sentence says beyond the question in words of no source is made up, though it names a source', () => {
  expect(check('The favourite colour of the clerk is blue.')).toMatchObject({ verdict: 'unsupported', citations: [] })
  expect(check('The clerk of the court was sentenced to five years.').verdict).toBe('unchecked')
})

test('where no document has the words of the question, a sentence must have more of its words in the sources', () => {
  const text = 'The clerk liked blue, and the defence lawyer was Ms Patel.'
  expect(check(text).verdict).toBe('unchecked')
  expect(check(text, true).verdict).toBe('unsupported')
})

test('a sentence that says that nothing is told is known from one that tells something', () => {
  for (const text of [
    'The brand of the watch is not mentioned in the record.',
    'The sources do not specify a colour.',
    'There is no information about his pets.',
    'This cannot be determined.',
  ])
    expect(saysNothing(text)).toBe(true)
  for (const text of ['The rent is not reduced.', 'No dogs are allowed.', 'The lease does not end in May.'])
    expect(saysNothing(text)).toBe(false)
})
