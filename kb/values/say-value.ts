import { formatFigure } from '../../wording/figure.ts'
import { t } from '../../wording/translate.ts'
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
  if (type?.open && value.name === place.type) return type.said.the
  return type?.labels.get(value.name) ?? value.name
}

function sayRange(value: NumberValue, place: Place, digits: Digits): string {
  const { low, high } = value
  const { unit, decimals } = place.kind === 'number' ? place : { unit: null, decimals: null }
  const say = (number: Decimal) => sayNumber(number, decimals, digits)
  if (!low.isFinite() && !high.isFinite()) return unknownNumber(unit)
  if (isExact(value)) return withUnit(say(low), low, unit)
  if (!low.isFinite()) return t('reasoning.atMost', { value: withUnit(say(high), high, unit) })
  if (!high.isFinite()) return t('reasoning.atLeast', { value: withUnit(say(low), low, unit) })
  // Rounded to one number, a range would look like a value.
  if (digits === 'short' && say(low) === say(high)) return sayRange(value, place, 'full')
  return withUnit(t('reasoning.range', { low: say(low), high: say(high) }), high, unit)
}

/** "an unknown number of years". */
function unknownNumber(unit: string | null): string {
  const said = unit === null ? '' : sayUnit(unit, new Decimal(2))
  if (said === '%') return t('reasoning.unknownPercentage')
  return said === '' ? t('reasoning.unknownNumber') : t('reasoning.unknownNumberOf', { unit: said })
}

function withUnit(text: string, number: Decimal, unit: string | null): string {
  const said = unit === null ? '' : sayUnit(unit, number)
  return said === '' ? text : t('reasoning.withUnit', { number: text, unit: said })
}

function sayDays(value: DateValue): string {
  const { low, high } = value
  if (!Number.isFinite(low) && !Number.isFinite(high)) return t('reasoning.unknownDay')
  if (isExact(value)) return sayDay(low)
  if (!Number.isFinite(low)) return t('reasoning.orEarlier', { day: sayDay(high) })
  if (!Number.isFinite(high)) return t('reasoning.orLater', { day: sayDay(low) })
  return t('reasoning.range', { low: sayDay(low), high: sayDay(high) })
}

/** `short`: for reading, with the digits that the place declares; `full`: a step that is to be followed. */
export type Digits = 'short' | 'full'

/** What a person still reads; a number that was typed in rarely has more digits. */
const MOST_DIGITS = 15
const SIGNIFICANT = { short: 4, full: 6 } as const

/** Of money. */
const DECIMALS = 2
const SMALLEST_PLAIN = new Decimal('1e-15')
const GREATEST_PLAIN = new Decimal('1e40')

/**
 * `1.5`, `1200`, and with the marks of a language that has others: `1,5`, `1.200` (`formatFigure`). What is said with fewer digits than it has says `about`: a declared number
 * of `decimals` when it is for reading, else four digits of a quotient that never ends, or six, and never fewer than stand before the
 * point and two behind it.
 */
export function sayNumber(number: Decimal, decimals: number | null = null, digits: Digits = 'short'): string {
  if (digits === 'short' && decimals !== null && number.decimalPlaces() > decimals) {
    const rounded = number.toDecimalPlaces(decimals)
    // What is small must not be said to be nothing.
    if (!rounded.isZero()) return t('reasoning.about', { number: formatFigure(rounded.toFixed(decimals)) })
  }
  const shown = cut(number, digits)
  return shown.equals(number) ? plain(shown) : t('reasoning.about', { number: plain(shown) })
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
  return formatFigure(ordinary ? number.toFixed() : number.toExponential())
}
