import { messageText } from '../../../wording/message-text.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIRST_DAY, LAST_DAY } from '../../../kb/values/plain-date.ts'
import { callFunction } from '../../../kb/functions/call-function.ts'
import type { Outcome } from '../../../kb/functions/hull.ts'
import { type Parameter, signatureOf } from '../../../kb/functions/signature.ts'
import { FUNCTION_NAMES, type FunctionName } from '../../../kb/program/rule.ts'
import type { Calendar } from '../../../kb/program/vocabulary.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { dateValue, numberValue, type Value, valueKey } from '../../../kb/values/value.ts'

const CALENDAR: Calendar = {
  name: 'court',
  title: 'Court',
  weekend: new Set([6, 7]),
  holidays: new Map([[20_600, 'Holiday']]),
  from: 20_400,
  to: 21_000,
  source: null,
}

/** A range and points of it, ends among them where they are finite. */
type Drawn = { readonly range: Value | Calendar; readonly points: readonly (Value | Calendar)[] }

const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -6, max: 6 }).map(String) },
  { weight: 3, arbitrary: fc.integer({ min: -4000, max: 4000 }).map((hundredths) => `${hundredths}e-2`) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -30, max: 39 })).map((x) => x.join('e')),
  },
  { weight: 1, arbitrary: fc.constantFrom('0', '1', '-1', '0.5', '1e40', '-1e40', '3660', '-3661') },
)

const drawnNumber: fc.Arbitrary<Drawn> = fc
  .tuple(fc.array(number, { minLength: 2, maxLength: 4 }), fc.nat(9), fc.nat(9))
  .map(([texts, openLow, openHigh]) => {
    const sorted = texts.map((text) => new Decimal(text)).toSorted((a, b) => a.comparedTo(b))
    const whole = new Decimal(sorted.at(0)!).plus(sorted.at(-1)!).dividedBy(2).round()
    const inside = whole.greaterThan(sorted[0]!) && whole.lessThan(sorted.at(-1)!) ? [whole] : []
    return {
      range: numberValue(openLow === 0 ? -Infinity : sorted[0]!, openHigh === 0 ? Infinity : sorted.at(-1)!),
      points: [...sorted, ...inside].map((point) => numberValue(point)),
    }
  })

const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 20_390, max: 21_010 }) },
  { weight: 1, arbitrary: fc.integer({ min: FIRST_DAY, max: LAST_DAY }) },
  { weight: 1, arbitrary: fc.constantFrom(FIRST_DAY, LAST_DAY, 20_400, 21_000) },
)
const drawnDate: fc.Arbitrary<Drawn> = fc
  .tuple(fc.array(day, { minLength: 1, maxLength: 4 }), fc.nat(9), fc.nat(9))
  .map(([days, openLow, openHigh]) => ({
    range: dateValue(openLow === 0 ? -Infinity : Math.min(...days), openHigh === 0 ? Infinity : Math.max(...days)),
    points: days.map((one) => dateValue(one)),
  }))
const exactNumber = drawnNumber.map(({ points }): Drawn => ({ range: points[0]!, points: points.slice(0, 1) }))

function drawn(parameter: Parameter): fc.Arbitrary<Drawn> {
  if (parameter.kind === 'calendar') return fc.constant({ range: CALENDAR, points: [CALENDAR] })
  if (parameter.kind === 'date') return drawnDate
  return fc.oneof({ weight: 3, arbitrary: drawnNumber }, { weight: 1, arbitrary: exactNumber })
}

function isOpen({ range }: Drawn): boolean {
  if (!('kind' in range) || range.kind === 'name') return false
  return !Number.isFinite(Number(range.low)) || !Number.isFinite(Number(range.high))
}

function combinations(args: readonly Drawn[]): readonly (readonly (Value | Calendar)[])[] {
  return args.reduce<readonly (readonly (Value | Calendar)[])[]>(
    (all, { points }) => all.flatMap((one) => points.map((point) => [...one, point])),
    [[]],
  )
}

function call(name: FunctionName, args: readonly (Value | Calendar)[]): Outcome {
  return callFunction(name, args, () => {})
}

/**
 * Powers and logarithms are rounded to 34 digits after a calculation whose last digit is right nearly always; the rest is
 * rounded exactly, and there nothing is forgiven.
 */
function contains(range: Value, point: Value, name: FunctionName): boolean {
  if (range.kind === 'date' && point.kind === 'date') return range.low <= point.low && point.low <= range.high
  if (range.kind !== 'number' || point.kind !== 'number') return false
  const slack = ['pow', 'exp', 'ln'].includes(name) ? point.low.abs().times('1e-32') : new Decimal(0)
  return range.low.minus(slack).lessThanOrEqualTo(point.low) && range.high.plus(slack).greaterThanOrEqualTo(point.low)
}

/**
 * What is wrong with the outcome over ranges, given the one at a point of them; null: nothing. Far out in an open range
 * every function leaves the numbers and years that there are: that alone is no doubt about the others.
 */
function contradiction(name: FunctionName, over: Outcome, at: Outcome, open = false): string | null {
  if ('value' in over) {
    if (open && 'problem' in at && /larger than 10\^40|years 0001 to 9999/.test(messageText(at.problem))) return null
    if (!('value' in at)) return `a value over the ranges, but at a point: ${messageText(at.problem)}`
    return contains(over.value, at.value, name) ? null : `${valueKey(at.value)} is not in ${valueKey(over.value)}`
  }
  if (over.certain) return 'value' in at ? `no value over the ranges, but at a point ${valueKey(at.value)}` : null
  if (!('value' in at) || contains(over.within, at.value, name)) return null
  return `${valueKey(at.value)} is not within ${valueKey(over.within)}`
}

describe('functions over ranges', () => {
  it.each(FUNCTION_NAMES)('%s holds at each point what it says over the range', (name) => {
    fc.assert(
      fc.property(fc.tuple(...signatureOf(name).parameters.map(drawn)), (args) => {
        const over = call(
          name,
          args.map(({ range }) => range),
        )
        const open = args.some(isOpen)
        const wrong = combinations(args).flatMap((point) => {
          const at = call(name, point)
          // One point either has a value or none.
          const doubt = 'value' in at || at.certain ? null : 'a single point has doubts'
          const found = doubt ?? contradiction(name, over, at, open)
          return found === null
            ? []
            : [`${point.map((one) => ('kind' in one ? valueKey(one) : one.name)).join(', ')}: ${found}`]
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['min', 'max'] as const)('%s of dates holds at each point what it says over the range', (name) => {
    fc.assert(
      fc.property(fc.array(drawnDate, { minLength: 2, maxLength: 3 }), (args) => {
        const over = call(
          name,
          args.map(({ range }) => range),
        )
        for (const point of combinations(args)) expect(contradiction(name, over, call(name, point))).toBeNull()
      }),
    )
  })

  it.each([
    '+',
    '-',
    '*',
    'neg',
    'min',
    'max',
    'round',
    'exp',
    'days_between',
    'add_days',
    'add_months',
    'end_of_month',
    'end_of_year',
  ] as const)('%s gives no wider range than its ends reach', (name) => {
    const small = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })).map(
      ([a, b]): Drawn => ({
        range: numberValue(Math.min(a, b), Math.max(a, b)),
        points: [a, b].map((end) => numberValue(end)),
      }),
    )
    const dates = fc.tuple(day, day).map(
      ([a, b]): Drawn => ({
        range: dateValue(Math.min(a, b), Math.max(a, b)),
        points: [a, b].map((end) => dateValue(end)),
      }),
    )
    const required = signatureOf(name).parameters.slice(
      0,
      signatureOf(name).parameters.length - signatureOf(name).optional,
    )
    fc.assert(
      fc.property(fc.tuple(...required.map(({ kind }) => (kind === 'date' ? dates : small))), (args) => {
        const over = call(
          name,
          args.map(({ range }) => range),
        )
        if (!('value' in over) || over.value.kind === 'name') return
        const reached = combinations(args).flatMap((point) => {
          const at = call(name, point)
          return 'value' in at && at.value.kind !== 'name' ? [at.value.low.toString()] : []
        })
        expect(reached).toContain(over.value.low.toString())
        expect(reached).toContain(over.value.high.toString())
      }),
    )
  })
})
