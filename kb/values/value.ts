import { Decimal } from './decimal.ts'

/**
 * What stands in a place of a fact or conclusion. Numbers are in the unit that the relation declares for the place.
 * Numbers and dates are ranges: exact when `low` equals `high`; an open end is an infinite `low` or `high`. A range means
 * that the value is one of those within it and nobody knows which.
 */
export type Value = NameValue | NumberValue | DateValue

export type NameValue = { readonly kind: 'name'; readonly name: string }

export type NumberValue = { readonly kind: 'number'; readonly low: Decimal; readonly high: Decimal }

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DateValue = { readonly kind: 'date'; readonly low: number; readonly high: number }

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

/** One value, not a range of which it is one. */
export function isExact(value: Value): boolean {
  if (value.kind === 'number') return value.low.equals(value.high)
  return value.kind === 'name' || value.low === value.high
}

/** Equal values have equal keys, others never: the first character tells the kind, so a name cannot pass for a number. */
export function valueKey(value: Value): string {
  if (value.kind === 'name') return `'${value.name}`
  const mark = value.kind === 'number' ? '#' : '@'
  const low = value.low.toString()
  const high = value.high.toString()
  return low === high ? mark + low : `${mark}${low}..${high}`
}
