import { Decimal } from './decimal.ts'
import type { DateValue, NumberValue } from './value.ts'

/** One number; with `high`, one of those from `number` to `high`. */
export function numberValue(number: Decimal | string | number, high: Decimal | string | number = number): NumberValue {
  return checked({ kind: 'number', low: new Decimal(number), high: new Decimal(high) })
}

/** One day; with `high`, one of those from `day` to `high`. */
export function dateValue(day: number, high: number = day): DateValue {
  return checked({ kind: 'date', low: day, high })
}

export const ANY_NUMBER: NumberValue = numberValue(-Infinity, Infinity)
export const ANY_DATE: DateValue = dateValue(-Infinity, Infinity)

function checked<T extends NumberValue | DateValue>(value: T): T {
  const [low, high] = [Number(value.low), Number(value.high)]
  const ordered = value.kind === 'number' ? value.low.lessThanOrEqualTo(value.high) : value.low <= value.high
  if (!ordered || low === Infinity || high === -Infinity)
    throw new RangeError(`a range goes from its low to its high end, got ${value.low} to ${value.high}`)
  return value
}
