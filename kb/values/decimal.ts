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
