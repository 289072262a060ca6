import { NO_PHRASES } from '../../../kb/program/phrases.ts'
import { wordsOfType } from '../../../kb/compile/read/read-names.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../kb/values/plain-date.ts'
import type { Place, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { type ComparisonOperator, compareValues } from '../../../kb/values/compare-values.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import {
  ANY_DATE,
  ANY_NUMBER,
  dateValue,
  isExact,
  numberValue,
  type Value,
  valueKey,
} from '../../../kb/values/value.ts'
import { sayNumber, sayValue } from '../../../kb/values/say-value.ts'

const end = fc.integer({ min: -5, max: 5 })
const open = fc.constantFrom(-Infinity, Infinity)
const number = fc
  .tuple(end, fc.oneof({ weight: 4, arbitrary: end }, open))
  .map(([a, b]) => numberValue(Math.min(a, b), Math.max(a, b)))
const date = fc
  .tuple(end, fc.oneof({ weight: 4, arbitrary: end }, open))
  .map(([a, b]) => dateValue(Math.min(a, b), Math.max(a, b)))
const name = fc
  .oneof(fc.string(), fc.constantFrom('1', '#1', '@1', '1..2', '__proto__', 'constructor'))
  .map((text): Value => ({ kind: 'name', name: text }))
const value = fc.oneof(number, date, name)
const OPERATORS = ['>=', '<=', '>', '<', '=', '!='] as const

function holds(operator: ComparisonOperator, left: number, right: number): boolean {
  switch (operator) {
    case '>=':
      return left >= right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '<':
      return left < right
    case '=':
      return left === right
    case '!=':
      return left !== right
  }
}

/** Every second half step of the range, 20 beyond the last end where it is open. */
function pointsOf(low: number, high: number): readonly number[] {
  const [first, last] = [Math.max(low, -20), Math.min(high, 20)]
  return Array.from({ length: 2 * (last - first) + 1 }, (_, index) => first + index / 2)
}

describe('keys', () => {
  it('are equal for equal values and for no others', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(valueKey(one) === valueKey(other)).toBe(same)
      }),
    )
  })

  it.each(['1', '#1', '1..2', '#1..2', '@1', "'a", ''])(
    'do not take the name %j for a number, a date or another name',
    (text) => {
      const others = [
        numberValue(1),
        numberValue(1, 2),
        dateValue(1),
        dateValue(1, 2),
        { kind: 'name', name: 'a' } as const,
      ]
      expect(others.map(valueKey)).not.toContain(valueKey({ kind: 'name', name: text }))
    },
  )

  it('do not depend on how a number was written', () => {
    expect(['1.50', '1.5', '15e-1', '001.5'].map((text) => valueKey(numberValue(text)))).toEqual(Array(4).fill('#1.5'))
    expect(valueKey(numberValue('-0'))).toBe(valueKey(numberValue('0')))
  })
})

describe('comparisons', () => {
  it.each(OPERATORS)('%s is yes if true of all points, no if of none, else unknown', (operator) => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(number, number), fc.tuple(date, date)), ([left, right]) => {
        const results = new Set(
          pointsOf(Number(left.low), Number(left.high)).flatMap((a) =>
            pointsOf(Number(right.low), Number(right.high)).map((b) => holds(operator, a, b)),
          ),
        )
        const expected = results.size === 2 ? 'unknown' : results.has(true) ? 'yes' : 'no'
        expect(compareValues(operator, left, right)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('tell names apart, and refuse to order them or to mix kinds', () => {
    const af: Value = { kind: 'name', name: 'af' }
    expect(compareValues('=', af, af)).toBe('yes')
    expect(compareValues('!=', af, { kind: 'name', name: 'chf' })).toBe('yes')
    expect(() => compareValues('<', af, af)).toThrow('only numbers or dates have an order, got name and name')
    expect(() => compareValues('=', numberValue(1), dateValue(1))).toThrow('got number and date')
  })
})

describe('ranges', () => {
  it('go from low to high, and an open end is on its own side', () => {
    expect(() => numberValue(2, 1)).toThrow('a range goes from its low to its high end, got 2 to 1')
    expect(() => numberValue(Infinity, Infinity)).toThrow(RangeError)
    expect(numberValue('1e400').high.toString()).toBe('1e+400')
    expect(() => numberValue(NaN)).toThrow(RangeError)
    expect(() => dateValue(2, 1)).toThrow(RangeError)
    expect([numberValue(1), numberValue(1, 2), dateValue(1), ANY_DATE, ANY_NUMBER].map(isExact)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })
})

describe('values', () => {
  const vocabulary: Vocabulary = {
    relations: new Map(),
    names: new Map([
      [
        'condition',
        {
          name: 'condition',
          open: false,
          labels: new Map([['af', 'atrial fibrillation']]),
          said: wordsOfType('condition'),
        },
      ],
      ['patient', { name: 'patient', open: true, labels: new Map(), said: wordsOfType('patient') }],
    ]),
    calendars: new Map(),
    phrases: NO_PHRASES,
  }
  const numbers = (unit: string | null): Place => ({
    kind: 'number',
    unit,
    substance: null,
    from: null,
    to: null,
    decimals: null,
  })
  const rounded = (decimals: number): Place => ({ ...numbers('mL/min'), decimals }) as Place
  const days: Place = { kind: 'date' }
  const conditions: Place = { kind: 'name', type: 'condition' }

  it.each<[string, Value, Place]>([
    ['atrial fibrillation', { kind: 'name', name: 'af' }, conditions],
    ['constructor', { kind: 'name', name: 'constructor' }, conditions],
    ['Mrs Meyer', { kind: 'name', name: 'Mrs Meyer' }, { kind: 'name', type: 'patient' }],
    ['58 kg', numberValue(58), numbers('kg')],
    ['1.5 mg/dL', numberValue('1.50'), numbers('mg/dL')],
    ['35 to 40 %', numberValue(35, 40), numbers('%')],
    ['4 to 8', numberValue(4, 8), numbers('{score}')],
    ['at least 4', numberValue(4, Infinity), numbers(null)],
    ['at most 1 year', numberValue(-Infinity, 1), numbers('years')],
    ['1 year', numberValue(1), numbers('years')],
    ['… kg', ANY_NUMBER, numbers('kg')],
    ['0', numberValue('-0'), numbers(null)],
    ['-2.5', numberValue('-2.5'), numbers(null)],
    ['123456789012345678', numberValue('123456789012345678'), numbers(null)],
    ['0.000000123', numberValue('1.23e-7'), numbers(null)],
    ['10000000000000000000000', numberValue('1e22'), numbers(null)],
    ['1e-40', numberValue('1e-40'), numbers(null)],
    ['about 0.3333', numberValue(new Decimal(1).dividedBy(3)), numbers(null)],
    ['about 411522633.74', numberValue(new Decimal('3703703703.7').dividedBy('9')), numbers(null)],
    ['about 27.45 mL/min', numberValue(new Decimal('2635').dividedBy('96')), numbers('mL/min')],
    ['about 27.4 mL/min', numberValue(new Decimal('2635').dividedBy('96')), rounded(1)],
    ['27.5 mL/min', numberValue('27.5'), rounded(1)],
    ['30 mL/min', numberValue('30'), rounded(1)],
    ['about 30.0 mL/min', numberValue('29.96'), rounded(1)],
    ['0.04 mL/min', numberValue('0.04'), rounded(1)],
    ['about 27.4 to 28 mL/min', numberValue(new Decimal('2635').dividedBy('96'), 28), rounded(1)],
    ['27.41 to 27.42 mL/min', numberValue('27.41', '27.42'), rounded(1)],
    ['1948-02-11', dateValue(dayOf('1948-02-11')!), days],
    ['0001-01-01 to 9999-12-31', dateValue(dayOf('0001-01-01')!, dayOf('9999-12-31')!), days],
    ['2026-01-01 or later', dateValue(dayOf('2026-01-01')!, Infinity), days],
    ['2026-01-01 or earlier', dateValue(-Infinity, dayOf('2026-01-01')!), days],
    ['…', ANY_DATE, days],
  ])('are said %j', (expected, said, place) => {
    expect(sayValue(said, place, vocabulary)).toBe(expected)
  })
})

it('a bound without an end is said, not refused', () => {
  expect(sayNumber(new Decimal(Infinity))).toBe('Infinity')
})
