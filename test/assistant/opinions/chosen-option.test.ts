import { describe, expect, test } from 'vitest'
import { chosenOption } from '../../../assistant/opinions/opinion-reply.ts'

const OPTIONS = ['Granted', 'Refused', 'Adjourned']

describe('the choice of a reply', () => {
  test.for([
    ['A', 'Granted'],
    ['b', 'Refused'],
    ['(C)', 'Adjourned'],
    ['[B]', 'Refused'],
    ['option B', 'Refused'],
    ['Option: C.', 'Adjourned'],
    ['C. Adjourned', 'Adjourned'],
    ['B) refused.', 'Refused'],
    ['Adjourned', 'Adjourned'],
    ['"Refused"', 'Refused'],
  ] as const)('%j is %s', ([said, option]) => {
    expect(chosenOption(said, OPTIONS)).toBe(option)
  })

  test.for(['Both A and C', 'A or B', 'A. Refused', 'Allowed', 'D', 'J', 'A B', '', '-', 'Granted or Refused'])(
    '%j is none of the options',
    (said) => {
      expect(chosenOption(said, OPTIONS)).toBe(null)
    },
  )

  test('is none where there is no choice or nothing to choose from', () => {
    expect(chosenOption(null, OPTIONS)).toBe(null)
    expect(chosenOption('A', [])).toBe(null)
    expect(chosenOption('Yes', ['yes', 'Yes.'])).toBe(null)
  })
})
