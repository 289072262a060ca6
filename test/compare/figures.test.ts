import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { said } from './compare-text.ts'

const groups = (one: string, other: string) => [...new Set(said(one, other).map(([group]) => group))]
const IN = (figure: string) => `The patient takes ${figure} in the morning, and the nurse writes it down each day.`

describe('a figure that is another one', () => {
  test.each([
    ['2.5 mg', '25 mg'],
    ['£1,500', '£15.00'],
    ['12.5 %', '125 %'],
    ['1.12.2024', '11.2.2024'],
    ['1 50 mg', '15 0 mg'],
    ['£5–10 %', '$5–10 ‰'],
    ['-5', '5'],
    ['−2.5 D', '2.5 D'],
    ['–2.5 D', '2.5 D'],
    ['-£500', '£500'],
    ['.5 mg', '5 mg'],
    ['5 × 10⁶', '5 × 106'],
    ['10⁻⁶ g', '10⁶ g'],
    ['(−5)', '(5)'],
  ])('%s made %s is a change of a number', (one, other) => {
    expect(groups(IN(one), IN(other))).toEqual(['numbers'])
    expect(groups(IN(other), IN(one))).toEqual(['numbers'])
  })

  test('is a change of a number wherever its point or its minus is', () => {
    const figure = fc
      .record({ minus: fc.constantFrom('', '-', '−'), digits: fc.stringMatching(/^[1-9]\d{1,5}$/), point: fc.nat(6) })
      .map(({ minus, digits, point }) => {
        const at = Math.min(point, digits.length)
        return `${minus}${digits.slice(0, at)}${at < digits.length ? '.' : ''}${digits.slice(at)}`
      })
    const value = (text: string) => Number(text.replace('−', '-'))
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('', ' mg', ' %', ' months'), (one, other, unit) => {
        fc.pre(value(one) !== value(other))
        expect(groups(IN(`${one}${unit}`), IN(`${other}${unit}`))).toEqual(['numbers'])
      }),
    )
  })
})

describe('a figure that is written otherwise', () => {
  test.each([
    ['.5 mg', '0.5 mg'],
    ['6 (six) months', '6 months'],
    ['3 months', '3months'],
    ['£1,500', '£1500'],
    ['40 m²', '40 m2'],
  ])('%s made %s is layout', (one, other) => {
    expect(groups(IN(one), IN(other))).toEqual(['layout'])
  })

  test.each([
    ['−5 mg', '-5 mg'],
    ['5-10 mg', '5 -10 mg'],
  ])('%s made %s is no change', (one, other) => {
    expect(groups(IN(one), IN(other))).toEqual([])
  })
})
