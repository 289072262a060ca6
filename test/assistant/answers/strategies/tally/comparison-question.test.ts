import { expect, test } from 'vitest'
import { comparisonQuestion } from '../../../../../assistant/answers/strategies/tally/comparison-question.ts'

test('a question of two names, and of what is larger, earlier or longer, is a comparison', () => {
  expect(comparisonQuestion('Whose term is longer, Baker or Brewer?')).toMatchObject({ measure: 'length' })
  expect(comparisonQuestion('Which costs more, Lime Court or Elm Court?')).toMatchObject({ one: 'Lime Court' })
})

test.each([
  'Which drug is more dangerous for the patient, Warfarin or Aspirin?',
  'Whose claim is more likely to succeed, Smith or Jones?',
  'Which witness is less reliable, Hale or Lee?',
])('no figures decide: %s', (question) => {
  expect(comparisonQuestion(question)).toBeNull()
})
