import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal, isNumber, MOST_DIGITS } from '../../../kb/values/decimal.ts'

const MOST_WRITTEN = 40

const significant = (length: number) =>
  fc
    .tuple(fc.constantFrom(...'123456789'), fc.array(fc.constantFrom(...'0123456789'), { maxLength: length - 2 }))
    .map(([first, others]) => `${first}${others.join('')}7`.slice(-length))

test('every number that the kernel keeps can be read as it is written, with the zeros that it does not keep', () => {
  fc.assert(
    fc.property(
      significant(MOST_DIGITS),
      fc.nat({ max: MOST_WRITTEN - MOST_DIGITS }),
      fc.boolean(),
      (digits, power, isLess) => {
        const number = new Decimal(digits).times(new Decimal(10).pow(power)).times(isLess ? -1 : 1)
        expect(isNumber(number.toFixed())).toBe(true)
      },
    ),
  )
})

test('a digit more than the kernel keeps is refused', () => {
  const digits = '1'.repeat(MOST_DIGITS + 1)
  expect([isNumber(digits), isNumber(digits.slice(1)), isNumber(`0.${digits}`)]).toEqual([false, true, false])
})
