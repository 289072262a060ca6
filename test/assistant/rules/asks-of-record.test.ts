import { expect, test } from 'vitest'
import { asksOfRecord } from '../../../assistant/rules/goal-finder.ts'

test.each(['What is NEWS?', 'what does QTc stand for?', "What's a qSOFA?"])('%s asks what a word means', (question) => {
  expect(asksOfRecord(question)).toBe('meaning')
})

test.each([
  'Who wrote the report?',
  'Where is the policy?',
  'Which documents mention a fall?',
  'What does clause 12 say about rent?',
  'When was the creatinine last measured?',
  'Was the infection treated?',
  'Summarise the statement',
])('%s asks what the documents say', (question) => {
  expect(asksOfRecord(question)).toBe('record')
})

test.each([
  'What is the QTc?',
  'What is her creatinine clearance?',
  'By when must we answer?',
  'How much morphine is that?',
  'Is the claim out of time?',
  'Does she need a blood thinner?',
])('%s may be for a rule', (question) => {
  expect(asksOfRecord(question)).toBeNull()
})
