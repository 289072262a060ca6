import type { FunctionName } from '../program/rule.ts'
import type { Calendar } from '../program/vocabulary.ts'
import { Decimal } from '../values/decimal.ts'
import { dateValue, type DateValue, numberValue, type NumberValue, type Value } from '../values/value.ts'
import {
  add,
  divide,
  exponential,
  logarithm,
  multiply,
  negate,
  power,
  roundNumber,
  squareRoot,
  subtract,
} from './arithmetic.ts'
import {
  addToDate,
  afterBusinessDays,
  businessDaysFrom,
  lastOfMonth,
  lastOfYear,
  timeBetween,
  toBusinessDay,
} from './date-functions.ts'
import type { Outcome } from './hull.ts'

type Argument = Value | Calendar
type Call = (args: readonly Argument[], tick: () => void) => Outcome

/**
 * The value over ranges. The arguments have passed the compiler: kinds and number as in `signatureOf`, units converted. A
 * problem (division by zero, a day that the calendar does not cover) is never a "no". `tick` counts the steps of long
 * calculations and throws when the budget is spent.
 */
export function callFunction(name: FunctionName, args: readonly Argument[], tick: () => void): Outcome {
  return CALLS[name](args, tick)
}

const NO_PLACES = numberValue(0)

const CALLS: Readonly<Record<FunctionName, Call>> = {
  '+': (args) => add(numberAt(args, 0), numberAt(args, 1)),
  '-': (args) => subtract(numberAt(args, 0), numberAt(args, 1)),
  '*': (args) => multiply(numberAt(args, 0), numberAt(args, 1)),
  '/': (args) => divide(numberAt(args, 0), numberAt(args, 1)),
  neg: (args) => negate(numberAt(args, 0)),
  min: (args) => extreme(args, (...all) => Decimal.min(...all), Math.min),
  max: (args) => extreme(args, (...all) => Decimal.max(...all), Math.max),
  round: (args) => roundNumber(numberAt(args, 0), args.length > 1 ? numberAt(args, 1) : NO_PLACES),
  ln: (args) => logarithm(numberAt(args, 0)),
  exp: (args) => exponential(numberAt(args, 0)),
  pow: (args) => power(numberAt(args, 0), numberAt(args, 1)),
  sqrt: (args) => squareRoot(numberAt(args, 0)),
  years_between: (args) => timeBetween(dateAt(args, 0), dateAt(args, 1), 'years'),
  months_between: (args) => timeBetween(dateAt(args, 0), dateAt(args, 1), 'months'),
  days_between: (args) => timeBetween(dateAt(args, 0), dateAt(args, 1), 'days'),
  add_days: (args) => addToDate(dateAt(args, 0), numberAt(args, 1), 'days'),
  add_months: (args) => addToDate(dateAt(args, 0), numberAt(args, 1), 'months'),
  add_years: (args) => addToDate(dateAt(args, 0), numberAt(args, 1), 'years'),
  end_of_month: (args) => lastOfMonth(dateAt(args, 0)),
  end_of_year: (args) => lastOfYear(dateAt(args, 0)),
  business_days_after: (args, tick) => afterBusinessDays(dateAt(args, 0), numberAt(args, 1), calendarAt(args, 2), tick),
  business_days_between: (args, tick) => businessDaysFrom(dateAt(args, 0), dateAt(args, 1), calendarAt(args, 2), tick),
  next_business_day: (args, tick) => toBusinessDay(dateAt(args, 0), 1, calendarAt(args, 1), tick),
  previous_business_day: (args, tick) => toBusinessDay(dateAt(args, 0), -1, calendarAt(args, 1), tick),
}

function extreme(
  args: readonly Argument[],
  ofNumbers: (...numbers: Decimal[]) => Decimal,
  ofDays: (...days: number[]) => number,
): Outcome {
  const first = args[0]
  if (first && 'kind' in first && first.kind === 'date') {
    const dates = args.map((_, index) => dateAt(args, index))
    return { value: dateValue(ofDays(...dates.map(({ low }) => low)), ofDays(...dates.map(({ high }) => high))) }
  }
  const numbers = args.map((_, index) => numberAt(args, index))
  return {
    value: numberValue(ofNumbers(...numbers.map(({ low }) => low)), ofNumbers(...numbers.map(({ high }) => high))),
  }
}

function numberAt(args: readonly Argument[], index: number): NumberValue {
  const arg = args[index]
  if (arg && 'kind' in arg && arg.kind === 'number') return arg
  throw wrong('number', index)
}

function dateAt(args: readonly Argument[], index: number): DateValue {
  const arg = args[index]
  if (arg && 'kind' in arg && arg.kind === 'date') return arg
  throw wrong('date', index)
}

function calendarAt(args: readonly Argument[], index: number): Calendar {
  const arg = args[index]
  if (arg && !('kind' in arg)) return arg
  throw wrong('calendar', index)
}

function wrong(kind: string, index: number): TypeError {
  return new TypeError(`expected a ${kind} as argument ${index + 1}: the compiler lets nothing else through`)
}
