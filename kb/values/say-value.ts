import { sayDay } from './plain-date.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import { sayUnit } from '../units/unit.ts'
import { Decimal } from './decimal.ts'
import { type DateValue, isExact, type NumberValue, type Value } from './value.ts'

/** As users read it: `atrial fibrillation`, `the patient`, `35 to 40 %`, `at least 4 years`, `1948-02-11`. */
export function sayValue(value: Value, place: Place, vocabulary: Vocabulary, digits: Digits = 'short'): string {
  if (value.kind === 'number') return sayRange(value, place, digits)
  if (value.kind === 'date') return sayDays(value)
  if (place.kind !== 'name') return value.name
  const type = vocabulary.names.get(place.type)
  // The one that a form is about goes by the name of its type.
  if (type?.open && value.name === place.type) return `the ${place.type.replaceAll('_', ' ')}`
  return type?.labels.get(value.name) ?? value.name
}

function sayRange(value: NumberValue, place: Place, digits: Digits): string {
  const { low, high } = value
  const { unit, decimals } = place.kind === 'number' ? place : { unit: null, decimals: null }
  const say = (number: Decimal) => sayNumber(number, decimals, digits)
  if (!low.isFinite() && !high.isFinite()) return unknownNumber(unit)
  if (isExact(value)) return withUnit(say(low), low, unit)
  if (!low.isFinite()) return withUnit(`at most ${say(high)}`, high, unit)
  if (!high.isFinite()) return withUnit(`at least ${say(low)}`, low, unit)
  // Rounded to one number, a range would look like a value.
  if (digits === 'short' && say(low) === say(high)) return sayRange(value, place, 'full')
  return withUnit(`${say(low)} to ${say(high)}`, high, unit)
}

/** "an unknown number of years". */
function unknownNumber(unit: string | null): string {
  const said = unit === null ? '' : sayUnit(unit, new Decimal(2))
  if (said === '%') return 'an unknown percentage'
  return said === '' ? 'an unknown number' : `an unknown number of ${said}`
}

function withUnit(text: string, number: Decimal, unit: string | null): string {
  const said = unit === null ? '' : sayUnit(unit, number)
  return said === '' ? text : `${text} ${said}`
}

function sayDays(value: DateValue): string {
  const { low, high } = value
  if (!Number.isFinite(low) && !Number.isFinite(high)) return 'a day not known yet'
  if (isExact(value)) return sayDay(low)
  if (!Number.isFinite(low)) return `${sayDay(high)} or earlier`
  if (!Number.isFinite(high)) return `${sayDay(low)} or later`
  return `${sayDay(low)} to ${sayDay(high)}`
}

/** `short`: for reading, with the digits that the place declares; `full`: a step that is to be followed. */
export type Digits = 'short' | 'full'

/** What a person still reads; a number that was typed in rarely has more digits. */
const MOST_DIGITS = 15
const SIGNIFICANT = { short: 4, full: 10 } as const

/** Of money. */
const DECIMALS = 2
const SMALLEST_PLAIN = new Decimal('1e-15')
const GREATEST_PLAIN = new Decimal('1e40')

/**
 * `1.5`, `1200`: plain decimals without groups. What is said with fewer digits than it has says `about`: a declared number
 * of `decimals` when it is for reading, else four digits of a quotient that never ends, or ten, and never fewer than stand before the
 * point and two behind it.
 */
export function sayNumber(number: Decimal, decimals: number | null = null, digits: Digits = 'short'): string {
  if (digits === 'short' && decimals !== null && number.decimalPlaces() > decimals) {
    const rounded = number.toDecimalPlaces(decimals)
    // What is small must not be said to be nothing.
    if (!rounded.isZero()) return `about ${rounded.toFixed(decimals)}`
  }
  const shown = cut(number, digits)
  return (shown.equals(number) ? '' : 'about ') + plain(shown)
}

function cut(number: Decimal, digits: Digits): Decimal {
  if (!number.isFinite() || number.precision() <= MOST_DIGITS || number.isInteger()) return number
  const beforePoint = number.abs().trunc().precision()
  return new Decimal(number.toSignificantDigits(Math.max(SIGNIFICANT[digits], beforePoint + DECIMALS)))
}

function plain(number: Decimal): string {
  const size = number.abs()
  const ordinary =
    size.isZero() || (size.greaterThanOrEqualTo(SMALLEST_PLAIN) && size.lessThanOrEqualTo(GREATEST_PLAIN))
  if (number.isZero()) return '0'
  return ordinary ? number.toFixed() : number.toExponential()
}
