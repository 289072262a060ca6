import { Decimal } from '../values/decimal.ts'
import { numberValue } from '../values/range.ts'
import type { NumberValue } from '../values/value.ts'
import { hullOfNumbers } from './number-hull.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'

const NO_LOGARITHM = 'only numbers above 0 have a logarithm'
const NO_ROOT = 'a negative number has no square root'
/** e to the 100th is beyond 10^40 already, and the digits of larger powers cost time. */
const LARGEST_EXPONENT = 100

export function logarithm(number: NumberValue): Outcome {
  if (number.high.lessThanOrEqualTo(0)) return impossible(NO_LOGARITHM)
  if (number.low.greaterThan(0)) return hullOfNumbers([number], (a) => a.ln())
  const high = number.high.isFinite() ? number.high.ln() : number.high
  return doubtful(NO_LOGARITHM, { value: numberValue(-Infinity, high) })
}

export function exponential(number: NumberValue): Outcome {
  return hullOfNumbers([number], (a) =>
    a.isFinite() && a.greaterThan(LARGEST_EXPONENT) ? new Decimal(Infinity) : a.exp(),
  )
}

export function squareRoot(number: NumberValue): Outcome {
  if (number.high.lessThan(0)) return impossible(NO_ROOT)
  const outcome = hullOfNumbers([{ ...number, low: Decimal.max(number.low, 0) }], (a) => a.sqrt())
  return number.low.lessThan(0) ? doubtful(NO_ROOT, outcome) : outcome
}
