import { Decimal } from './decimal.ts'

/** What a person still reads; a number that was typed in rarely has more digits. */
const MOST_DIGITS = 15
const DIGITS_SHOWN = 6
const SMALLEST_PLAIN = new Decimal('1e-15')
const GREATEST_PLAIN = new Decimal('1e40')

/** `1.5`, `1200`: plain decimals without groups. A quotient of 34 digits is cut to six and says `about`. */
export function sayNumber(number: Decimal): string {
  const short = number.precision() <= MOST_DIGITS || number.isInteger()
  const shown = short ? number : new Decimal(number.toSignificantDigits(DIGITS_SHOWN))
  return (short ? '' : 'about ') + plain(shown)
}

function plain(number: Decimal): string {
  const size = number.abs()
  const ordinary =
    size.isZero() || (size.greaterThanOrEqualTo(SMALLEST_PLAIN) && size.lessThanOrEqualTo(GREATEST_PLAIN))
  if (number.isZero()) return '0'
  return ordinary ? number.toFixed() : number.toExponential()
}
