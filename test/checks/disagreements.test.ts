import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disagreements } from '../../checks/disagreements.ts'

test.each([
  ['The furosemide was increased.', 'The furosemide was stopped.'],
  ['The yearly rent is £24,000.', 'The yearly rent is £26,000.'],
  ['Age: 73', 'Age: 41'],
])('%s contradicts: %s', (one, other) => {
  expect(disagreements([one, 'The sky was clear.', other])).toEqual([[0, 2]])
})

test.each([
  ['The furosemide was increased.', 'The ramipril was stopped.'],
  ['Potassium was 5.6 mmol/L on 3 June 2025.', 'Potassium was 4.8 mmol/L on 17 June 2025.'],
  ['K. Ramos: Age: 82', 'L. Bailey: Age: 27'],
  ['The yearly rent is £24,000.', 'The deposit is £6,000.'],
])('%s agrees with: %s', (one, other) => {
  expect(disagreements([one, other])).toEqual([])
})

test('no sentence contradicts itself, and the order of sentences does not matter', () => {
  const words = fc.constantFrom(
    'The rent is £24,000.',
    'The rent is £26,000.',
    'Age: 73',
    'Age: 41',
    'The appeal was allowed.',
  )
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(disagreements([one, one])).toEqual([])
      expect(disagreements([one, other])).toHaveLength(disagreements([other, one]).length)
    }),
  )
})
