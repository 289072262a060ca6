import { Decimal } from './decimal.ts'
import type { DateValue, NumberValue } from './value.ts'

/** One number; with `high`, one of those from `number` to `high`. */
export function numberValue(number: Decimal | string | number, high: Decimal | string | number = number): NumberValue {
  const value: NumberValue = { kind: 'number', low: new Decimal(number), high: new Decimal(high) }
  const endless = !value.low.isFinite() && value.low.equals(value.high)
  if (endless || !value.low.lessThanOrEqualTo(value.high)) throw disordered(value)
  return value
}

/** One day; with `high`, one of those from `day` to `high`. */
export function dateValue(day: number, high: number = day): DateValue {
  const value: DateValue = { kind: 'date', low: day, high }
  const endless = !Number.isFinite(day) && day === high
  if (endless || !(day <= high)) throw disordered(value)
  return value
}

export const ANY_NUMBER: NumberValue = numberValue(-Infinity, Infinity)
export const ANY_DATE: DateValue = dateValue(-Infinity, Infinity)

function disordered({ low, high }: NumberValue | DateValue): RangeError {
  return new RangeError(`a range goes from its low to its high end, got ${low} to ${high}`)
}
