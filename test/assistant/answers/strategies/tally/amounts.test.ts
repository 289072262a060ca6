import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addAmounts, amountsIn, sayAmount } from '../../../../../assistant/answers/strategies/tally/stated-value.ts'
import { Decimal } from '../../../../../kb/values/decimal.ts'

const said = (text: string) => amountsIn(text).map(sayAmount)

test.each([
  ['He paid £1,200.50 and later $500.', ['£1,200.50', '$500']],
  ['24,000 pounds a year', ['£24,000']],
  ['a fine of EUR 75 and 20 euros', ['€75', '€20']],
  ['worth $1.5 million', ['$1,500,000']],
  [
    '£1.5m for the site, £2 billion in all, £5k a month, $3 Million',
    ['£1,500,000', '£2,000,000,000', '£5,000', '$3,000,000'],
  ],
  ['£5x', []],
  ["CHF 1'200 and 1.250,50 €", ['CHF 1,200', '€1,250.50']],
  [
    '1 200 euros, 12\u202f500.50 francs, €1\u2009250\u00a0000 and EUR 3 400',
    ['€1,200', 'CHF 12,500.50', '€1,250,000', '€3,400'],
  ],
  ['In 2021 200 euros and £1 200x', []],
  ['48 stakes on 20 July 2024, clause 9.1', []],
])('%s', (text, amounts) => {
  expect(said(text)).toEqual(amounts)
})

const currency = fc.constantFrom('£', '$', '€')
const pence = fc.integer({ min: 0, max: 1_000_000_000_00 })
const amount = (of: string, cents: number) => ({ currency: of, value: new Decimal(cents).div(100), text: '' })

test('an amount that is said is read again as the same', () => {
  fc.assert(
    fc.property(currency, pence, (of, cents) => {
      const one = amount(of, cents)
      const [again, ...more] = amountsIn(`It was ${sayAmount(one)}.`)
      expect(more).toEqual([])
      expect([again?.currency, again?.value.toString()]).toEqual([of, one.value.toString()])
    }),
  )
})

test('a sum is exact to the penny, whatever the order, and never mixes currencies', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(currency, pence), { minLength: 1, maxLength: 12 }), (parts) => {
      const amounts = parts.map(([of, cents]) => amount(of, cents))
      const sum = addAmounts(amounts)
      const isOne = new Set(parts.map(([of]) => of)).size === 1
      const cents = parts.reduce((all, [, one]) => all + BigInt(one), 0n)
      expect(sum?.value.times(100).toFixed()).toBe(isOne ? cents.toString() : undefined)
      expect(addAmounts(amounts.toReversed())?.value.toFixed()).toBe(sum?.value.toFixed())
    }),
  )
  expect(addAmounts([])).toBeNull()
})
