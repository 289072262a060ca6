import { expect, test } from 'vitest'
import { asksForDifferential } from '../../../../assistant/opinions/differential/candidates.ts'

test.for([
  'What explains her breathlessness?',
  'What else could explain the rash?',
  'What is the differential diagnosis?',
  'Differential for chest pain',
  'What could cause the fall in haemoglobin?',
  'What could be the cause of the pain?',
  'Likely diagnoses?',
  'What are the arguments for and against the break clause?',
  'Which arguments against the claim are there?',
  'On what grounds may he terminate?\nGrounds for termination?',
  'What are the grounds for appeal?',
])('"%s" asks for a list', (question) => {
  expect(asksForDifferential(question)).toBe(true)
})

test.for([
  'When did Mr Hollis give notice?',
  'What is the dose of apixaban?',
  'Does the letter explain the delay?',
  'How large is the differential pressure?',
  'Who explained the risks?',
  'Is the tenant liable for the grounds?',
])('"%s" asks for an answer', (question) => {
  expect(asksForDifferential(question)).toBe(false)
})
