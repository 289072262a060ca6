import { messageText } from '../../../wording/message-text.ts'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../kb/values/plain-date.ts'
import { callFunction } from '../../../kb/functions/call-function.ts'
import { signatureOf } from '../../../kb/functions/signature.ts'
import { FUNCTION_NAMES, type FunctionName } from '../../../kb/program/rule.ts'
import type { Calendar } from '../../../kb/program/vocabulary.ts'
import { dateValue, numberValue, type Value, valueKey } from '../../../kb/values/value.ts'

const OPEN = Infinity
const ENGLAND: Calendar = {
  name: 'england',
  title: 'England and Wales',
  weekend: new Set([6, 7]),
  holidays: new Map([[dayOf('2026-12-25')!, 'Christmas Day']]),
  from: dayOf('2020-01-01')!,
  to: dayOf('2027-12-31')!,
  source: null,
}
const OUTSIDE = 'the calendar “England and Wales” covers 2020-01-01 to 2027-12-31 and no other days'

function shown(name: FunctionName, ...args: readonly (Value | Calendar)[]): string {
  const outcome = callFunction(name, args, () => {})
  if ('value' in outcome) return valueKey(outcome.value)
  return outcome.certain
    ? `no: ${messageText(outcome.problem)}`
    : `perhaps ${valueKey(outcome.within)}: ${messageText(outcome.problem)}`
}

function day(text: string, high = text): Value {
  return dateValue(dayOf(text)!, dayOf(high)!)
}

function range(low: number | string, high: number | string = low): Value {
  return numberValue(low, high)
}

describe('functions', () => {
  it.each<[string, FunctionName, readonly Value[]]>([
    ['#0.3', '+', [range('0.1'), range('0.2')]],
    ['#-1..3', '-', [range(2, 4), range(1, 3)]],
    ['#-8..4', '*', [range(-2, 1), range(2, 4)]],
    ['#0', '*', [range(0), range(-OPEN, OPEN)]],
    ['#0.3333333333333333333333333333333333', '/', [range(1), range(3)]],
    ['no: division by zero', '/', [range(1), range(0)]],
    ['no: division by zero', '/', [range(0), range(0)]],
    ['perhaps #-Infinity..Infinity: division by zero', '/', [range(1), range(-1, 1)]],
    ['perhaps #0.2..Infinity: division by zero', '/', [range(1, 2), range(0, 5)]],
    ['perhaps #-Infinity..-0.2: division by zero', '/', [range(1, 2), range(-5, 0)]],
    ['perhaps #0: division by zero', '/', [range(0), range(-5, 5)]],
    ['no: the result is larger than 10^40', '*', [range('1e30'), range('1e30')]],
    ['perhaps #1..1e+40: the result is larger than 10^40', '*', [range(1, '1e30'), range(1, '1e30')]],
    ['#1..Infinity', '*', [range(1, OPEN), range(1, '1e30')]],
    ['#3', 'round', [range('2.5')]],
    ['#-3', 'round', [range('-2.5')]],
    ['#0.13', 'round', [range('0.125'), range(2)]],
    ['#20', 'round', [range(15), range(-1)]],
    ['no: round wants a whole number of places from -30 to 34', 'round', [range(15), range('0.5')]],
    ['no: round wants a whole number of places from -30 to 34', 'round', [range(15), range(99)]],
    ['no: only numbers above 0 have a logarithm', 'ln', [range(0)]],
    ['perhaps #-Infinity..0: only numbers above 0 have a logarithm', 'ln', [range(-4, 1)]],
    ['no: a negative number has no square root', 'sqrt', [range(-4)]],
    ['perhaps #0..3: a negative number has no square root', 'sqrt', [range(-4, 9)]],
    ['#0..9', 'pow', [range(-3, 2), range(2)]],
    ['#-27..8', 'pow', [range(-3, 2), range(3)]],
    ['#1', 'pow', [range(0), range(0)]],
    ['no: zero to a negative power is a division by zero', 'pow', [range(0), range(-1)]],
    ['no: zero to a negative power is a division by zero', 'pow', [range(0, '0.5'), range(-1000)]],
    ['no: a negative number has only whole powers', 'pow', [range(-8), range('0.5')]],
    ['no: the result is larger than 10^40', 'exp', [range(93)]],
    ['#0..Infinity', 'exp', [range(-OPEN, OPEN)]],
    ['no: only whole days can be added to a date', 'add_days', [day('2026-01-01'), range('2.5')]],
    ['no: the date would lie outside the years 0001 to 9999', 'add_years', [day('9000-01-01'), range(1000)]],
    ['no: the date would lie outside the years 0001 to 9999', 'add_days', [day('2026-01-01'), range('1e40')]],
    ['@2932895..Infinity', 'add_days', [dateValue(dayOf('9999-12-30')!, OPEN), range(0)]],
    ['#5..Infinity', 'days_between', [day('2026-01-01'), dateValue(dayOf('2026-01-06')!, OPEN)]],
    ['#17', 'years_between', [day('2008-02-29'), day('2026-02-28')]],
    ['#0', 'years_between', [day('2026-02-28'), day('2025-03-01')]],
  ])('give %s for %s', (expected, name, args) => {
    expect(shown(name, ...args)).toBe(expected)
  })

  it('keep a day outside the calendar apart from an answer', () => {
    const after = (date: Value, count: Value) => shown('business_days_after', date, count, ENGLAND)
    expect(after(day('2026-12-24'), range(1))).toBe(valueKey(day('2026-12-28')))
    expect(after(day('2027-12-30'), range(2))).toBe(`no: ${OUTSIDE}`)
    expect(after(day('2019-12-31'), range(2))).toBe(`no: ${OUTSIDE}`)
    expect(after(day('2027-12-29', '2028-02-01'), range(1))).toBe(
      `perhaps ${valueKey(day('2027-12-30', '2027-12-31'))}: ${OUTSIDE}`,
    )
    expect(after(day('2026-01-01'), range(1e9))).toBe('no: more than 3660 business days are not counted')
    expect(shown('next_business_day', day('2028-01-01'), ENGLAND)).toBe(`no: ${OUTSIDE}`)
    expect(shown('previous_business_day', day('2026-12-27'), ENGLAND)).toBe(valueKey(day('2026-12-24')))
    expect(shown('business_days_between', day('2026-12-24'), day('2026-12-29'), ENGLAND)).toBe('#2')
    expect(shown('business_days_between', day('2026-12-29'), day('2026-12-24'), ENGLAND)).toBe('#-2')
  })

  it('have a signature and a sentence each', () => {
    const without = FUNCTION_NAMES.filter((name) => !signatureOf(name).parameters.length || !signatureOf(name).says)
    expect(without).toEqual([])
  })

  it('refuse what the compiler should not have let through', () => {
    expect(() => callFunction('+', [range(1), day('2026-01-01')], () => {})).toThrow('expected a number as argument 2')
    expect(() => callFunction('add_days', [range(1), range(1)], () => {})).toThrow('expected a date as argument 1')
    expect(() => callFunction('next_business_day', [day('2026-01-01')], () => {})).toThrow('expected a calendar')
  })
})
