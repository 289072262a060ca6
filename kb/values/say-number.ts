import { Decimal } from './decimal.ts'

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
