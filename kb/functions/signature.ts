import type { FunctionName } from '../program/rule.ts'

/**
 * What a number must be in. `bare`: no unit. `same`: any unit or none, the others of this wish converted into that of the
 * first. `one`: any unit or none, but at most one argument of this wish has one. A unit of time: that one, or bare.
 */
export type UnitWish = 'bare' | 'same' | 'one' | 'days' | 'months' | 'years'

/** `same`: numbers of one dimension, as under UnitWish, or all of them dates. */
export type Parameter =
  | { readonly kind: 'number'; readonly unit: UnitWish }
  | { readonly kind: 'date' }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'same' }

export type Signature = {
  readonly parameters: readonly Parameter[]
  /** So many of the last parameters may be left out. */
  readonly optional: number
  /** The last parameter may be given any number of times. */
  readonly repeats: boolean
  /** The kind and unit of what comes out; `same` and `one` are those of the arguments. */
  readonly result: Exclude<Parameter, { readonly kind: 'calendar' }>
  /** What it does, for the form and the help. */
  readonly says: string
}

const BARE: Parameter = { kind: 'number', unit: 'bare' }
const SAME: Parameter & { readonly kind: 'number' } = { kind: 'number', unit: 'same' }
const ONE: Parameter & { readonly kind: 'number' } = { kind: 'number', unit: 'one' }
const DATE = { kind: 'date' } as const
const CALENDAR: Parameter = { kind: 'calendar' }
const EITHER = { kind: 'same' } as const

const SIGNATURES: Readonly<Record<FunctionName, Signature>> = {
  '+': signature([SAME, SAME], SAME, 'a plus b'),
  '-': signature([SAME, SAME], SAME, 'a minus b'),
  '*': signature([ONE, ONE], ONE, 'a times b; at most one of them has a unit'),
  '/': signature([SAME, BARE], SAME, 'a divided by b; b has no unit'),
  neg: signature([SAME], SAME, 'minus a'),
  min: { ...signature([EITHER, EITHER], EITHER, 'the least number or the earliest date'), repeats: true },
  max: { ...signature([EITHER, EITHER], EITHER, 'the greatest number or the latest date'), repeats: true },
  round: {
    ...signature([SAME, BARE], SAME, 'a to b decimal places (none if left out; -1: to tens), halves away from zero'),
    optional: 1,
  },
  ln: signature([BARE], bare(), 'the natural logarithm of a bare number above 0'),
  exp: signature([BARE], bare(), 'e to the power of a bare number'),
  pow: signature([BARE, BARE], bare(), 'a to the power of b; bare numbers'),
  sqrt: signature([BARE], bare(), 'the square root of a bare number that is not negative'),
  years_between: signature([DATE, DATE], inUnit('years'), 'completed years from the first date to the second'),
  months_between: signature([DATE, DATE], inUnit('months'), 'completed months from the first date to the second'),
  days_between: signature(
    [DATE, DATE],
    inUnit('days'),
    'days from the first date to the second, the first not counted',
  ),
  add_days: signature([DATE, inUnit('days')], DATE, 'the date so many days later; earlier if negative'),
  add_months: signature([DATE, inUnit('months')], DATE, 'the same day so many months later, or the last of that month'),
  add_years: signature(
    [DATE, inUnit('years')],
    DATE,
    'the same day so many years later; 28 February for a missing 29th',
  ),
  end_of_month: signature([DATE], DATE, 'the last day of the month'),
  end_of_year: signature([DATE], DATE, '31 December of the year'),
  business_days_after: signature(
    [DATE, inUnit('days'), CALENDAR],
    DATE,
    'the date so many business days later, the first day not counted; earlier if negative',
  ),
  business_days_between: signature(
    [DATE, DATE, CALENDAR],
    inUnit('days'),
    'business days from the first date to the second, the first not counted',
  ),
  next_business_day: signature([DATE, CALENDAR], DATE, 'the date itself if it is a business day, else the next one'),
  previous_business_day: signature(
    [DATE, CALENDAR],
    DATE,
    'the date itself if it is a business day, else the one before it',
  ),
}

export function signatureOf(name: FunctionName): Signature {
  return SIGNATURES[name]
}

function signature(parameters: readonly Parameter[], result: Signature['result'], says: string): Signature {
  return { parameters, optional: 0, repeats: false, result, says }
}

function bare(): Parameter & { readonly kind: 'number' } {
  return inUnit('bare')
}

function inUnit(unit: UnitWish): Parameter & { readonly kind: 'number' } {
  return { kind: 'number', unit }
}
