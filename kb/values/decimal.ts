import { Decimal as DecimalJs } from 'decimal.js'

/**
 * Numbers of the knowledge base: 34 significant digits, as IEEE 754 decimal128 has, ties to even. Nothing is rounded
 * further unless a rule says `round`.
 */
export const Decimal = DecimalJs.clone({
  precision: 34,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 40,
})

export type Decimal = DecimalJs

/** As many significant digits as the numbers of the kernel have. */
export const MOST_DIGITS = 34

/** Plain digits with a point: no exponents, no groups, and no more digits than are kept. Zeros at the end of a whole number are none of those. */
export function isNumber(text: string): boolean {
  if (!/^-?\d{1,40}(?:\.\d{1,80})?$/.test(text)) return false
  const digits = text.includes('.') ? text.replace('.', '') : text.replace(/0+$/, '')
  return digits.replace(/^-?0*/, '').length <= MOST_DIGITS
}
