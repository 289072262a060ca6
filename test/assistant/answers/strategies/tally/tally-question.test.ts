import { expect, test } from 'vitest'
import { tallyQuestion } from '../../../../../assistant/answers/strategies/tally/tally.ts'

test.each([
  ['How many distinct criminal acts did X. Morgan commit?', 'count', 'distinct criminal acts'],
  ['According to the letter, how many falls has she had?', 'count', 'falls'],
  ['What is the number of medicines that were stopped?', 'count', 'medicines'],
  ['How many pieces of evidence were presented?', 'count', 'pieces of evidence'],
  ['What is the total amount of bribes received by P. Anderson?', 'sum', ''],
  ['How much did the defendant claim in total?', 'sum', ''],
])('%s is for code to %s', (question, kind, of) => {
  expect(tallyQuestion(question)).toEqual({ kind, of })
})

test.each([
  'How many days’ notice must be given?',
  'How many working days does she have?',
  'How many years is the lease for?',
  'How much is the rent?',
  'When was the lease granted?',
  'What is the telephone number of the landlord?',
  'What is the NHS number of the patient?',
  'How many hours was she given oxygen?',
])('what is stated somewhere is not counted: %s', (question) => {
  expect(tallyQuestion(question)).toBeNull()
})
