import { expect, test } from 'vitest'
import { withoutAbstention } from '../../checks/abstention.ts'

test.each([
  [
    'P. Anderson is a Senior Government Auditor, and M. Harris is not mentioned in the provided text.',
    'P. Anderson is a Senior Government Auditor.',
  ],
  [
    'The sources do not mention M. Harris, but P. Anderson is a Senior Government Auditor.',
    'P. Anderson is a Senior Government Auditor.',
  ],
  [
    'Anderson is an auditor at the firm, and Harris and Bailey are not mentioned in the text.',
    'Anderson is an auditor at the firm.',
  ],
])('only what is said is kept: %s', (sentence, kept) => {
  expect(withoutAbstention(sentence)).toBe(kept)
})

test.each([
  'The brand and the colour are not mentioned.',
  'P. Anderson is an auditor and M. Harris an accountant.',
  'The tenant paid the rent and did not mention the damp to the landlord.',
  'The rent is £500 a month and the deposit and the term are not mentioned in the lease.',
  'Anderson paid the whole rent, and Bailey lived at the farm, and Harris is not mentioned in the text.',
  'The occupation of M. Harris is not mentioned.',
])('stays as it is: %s', (sentence) => {
  expect(withoutAbstention(sentence)).toBe(sentence)
})
