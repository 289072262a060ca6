import type { Decimal } from '../values/decimal.ts'

/** A unit of the closed list, made by `unitNamed` only. */
export type Unit = {
  /** The one spelling in which it is kept: `µmol/L` with U+00B5. */
  readonly name: string
  /** What it measures, such as `amount/volume`. Units of one dimension convert into each other. */
  readonly dimension: string
  /** The number in the base unit of its dimension is `(number + offset) * times / over`: a fraction, so that minutes and °F stay exact. */
  readonly times: Decimal
  readonly over: Decimal
  /** Not 0 for °C and °F only: points of a scale, which compare but cannot be added or multiplied. */
  readonly offset: Decimal
  /** After the number 1 and after others; empty for points of a score. */
  readonly one: string
  readonly many: string
}
