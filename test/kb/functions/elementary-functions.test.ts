import { describe, expect, it } from 'vitest'
import { callFunction } from '../../../kb/functions/call-function.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { numberValue } from '../../../kb/values/value.ts'
import { readFixture } from '../read-fixture.ts'
import { timesAsLong } from '../../times-as-long.ts'

type Name = 'ln' | 'exp' | 'sqrt' | 'pow'
type Fixture = { readonly cases: readonly (readonly [Name, readonly string[], string])[] }

describe('ln, exp, sqrt and pow', () => {
  it.each(['ln', 'exp', 'sqrt', 'pow'] as const)('%s agrees with mpmath in 1,000 cases to 32 digits', (name) => {
    const cases = readFixture<Fixture>('elementary-functions').cases.filter(([one]) => one === name)
    const disagreements = cases.flatMap(([, args, expected]) => {
      const outcome = callFunction(
        name,
        args.map((arg) => numberValue(arg)),
        () => {},
      )
      if (!('value' in outcome) || outcome.value.kind !== 'number')
        return [{ args, result: JSON.stringify(outcome), expected }]
      const error = outcome.value.low.minus(expected).dividedBy(expected).abs()
      return error.lessThan(new Decimal('1e-32')) ? [] : [{ args, result: outcome.value.low.toString(), expected }]
    })
    expect(cases).toHaveLength(1000)
    expect(disagreements).toEqual([])
  })

  it.each([
    ['pow', '7', String(7 ** 9)],
    ['pow', '7', '40353607e20'],
    ['pow', '1.0000000000000000000000000000000001', '1e40'],
    ['pow', '0.9999999999999999999999999999999999', '1e40'],
    ['pow', '-3', '1e39'],
    ['pow', '-1', '9999999999999999999999999999999999999999'],
    ['pow', '1e-40', '-1e40'],
    ['pow', '1e40', '1e-40'],
    ['exp', '1e40'],
    ['exp', '-1e40'],
    ['exp', '-1e15'],
    ['ln', '1e-40'],
    ['sqrt', '1e-9999'],
    ['round', '1e40', '34'],
    ['round', '1e-9999', '-30'],
  ] as const)('%s of %s %s takes no longer than a thousand usual calls', async (name, ...args) => {
    const call = (numbers: readonly string[]) =>
      callFunction(
        name,
        numbers.map((number) => numberValue(number)),
        () => {},
      )
    const outcome = call(args)
    expect('value' in outcome || outcome.certain).toBe(true)
    const usual = () => Array.from({ length: 1000 }, () => call(args.map(() => '2')))
    expect(await timesAsLong(() => call(args), usual, 1)).toBeLessThan(1)
  })
})
