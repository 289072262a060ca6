import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasSamePolarity } from '../../checks/qualified-alike.ts'

test.each([
  ['The Tenant shall pay.', 'The Tenant must pay.'],
  ['She may leave.', 'She is allowed to leave.'],
  ['He cannot cancel it.', 'It can not be cancelled by him.'],
  ['It does not apply.', 'It never applies.'],
  ['It ends in May 2026.', 'In 2026 it ends.'],
])('oblige, permit and deny alike: %s %s', (one, other) => {
  expect(hasSamePolarity(one, other)).toBe(true)
})

test.each([
  ['The Tenant shall pay.', 'The Tenant may pay.'],
  ['The Tenant shall pay.', 'The Tenant pays.'],
  ['It is not given, unless she bleeds.', 'It is not given.'],
  ['It is given only at night.', 'It is given at night.'],
  ['He should rest.', 'He must rest.'],
  ['There was no fracture.', 'There was a fracture.'],
  ['The Landlord doesn’t pay.', 'The Landlord pays.'],
])('do not: %s %s', (one, other) => {
  expect(hasSamePolarity(one, other)).toBe(false)
})

test('one more word that turns the sense is noticed wherever it stands', () => {
  const plain = fc.array(
    fc.constantFrom<string>('the', 'tenant', 'pays', 'rent', 'shall', 'may', 'not', 'unless', 'only'),
  )
  const turning = fc.constantFrom<string>('not', 'shall', 'may', 'unless', 'only', 'never', 'should', 'cannot')
  fc.assert(
    fc.property(plain, turning, fc.nat(), (words, word, at) => {
      const more = words.toSpliced(at % (words.length + 1), 0, word)
      expect(hasSamePolarity(words.join(' '), more.join(' '))).toBe(false)
      expect(hasSamePolarity(words.join(' '), words.toReversed().join(' '))).toBe(true)
    }),
  )
})
