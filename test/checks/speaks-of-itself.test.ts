import { expect, test } from 'vitest'
import { isSelfReferential } from '../../checks/draft-claims.ts'

test.each([
  'This summary provides a comprehensive overview of her history.',
  'The above summary includes all relevant information.',
  'This answer is based on the sources.',
])('is about the answer alone: %s', (sentence) => expect(isSelfReferential(sentence)).toBe(true))

test.each([
  'This summary judgment was set aside.',
  'This summary is disputed by the tenant.',
  'The overview of costs includes VAT.',
  'The answer was filed late.',
])('is about the matter: %s', (sentence) => expect(isSelfReferential(sentence)).toBe(false))
