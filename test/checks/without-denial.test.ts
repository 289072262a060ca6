import { expect, test } from 'vitest'
import { withoutDenial } from '../../checks/without-denial.ts'

test.each([
  [
    'P. Anderson is a Senior Government Auditor, and M. Harris is not mentioned in the provided text.',
    'P. Anderson is a Senior Government Auditor.',
  ],
  [
    'The sources do not mention M. Harris, but P. Anderson is a Senior Government Auditor.',
    'P. Anderson is a Senior Government Auditor.',
  ],
])('only what is said is kept: %s', (sentence, kept) => {
  expect(withoutDenial(sentence)).toBe(kept)
})

test.each([
  'The brand and the colour are not mentioned.',
  'P. Anderson is an auditor and M. Harris an accountant.',
  'The tenant paid the rent and did not mention the damp to the landlord.',
  'The occupation of M. Harris is not mentioned.',
])('stays as it is: %s', (sentence) => {
  expect(withoutDenial(sentence)).toBe(sentence)
})
