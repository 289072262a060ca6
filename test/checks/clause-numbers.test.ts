import { expect, test } from 'vitest'
import { valuesIn } from '../../checks/claim-statement.ts'

const kindsOf = (text: string) => valuesIn(text).map(({ kind }) => kind)

test('the number of a clause that a line begins with is no amount', () => {
  expect(kindsOf('12.1 The Tenant may end this lease.')).toEqual(['place'])
  expect(kindsOf('3.2 Rent Review')).toEqual(['place'])
})

test.each([
  '12.50 EUR is the monthly fee.',
  '2.5 L of saline',
  '1.5 Jahre Haft',
  '2.5 Millionen Euro',
  '37.5 C',
  '5.9 H',
])('an amount that a line begins with is an amount: %s', (text) => {
  expect(kindsOf(text)).not.toContain('place')
})
