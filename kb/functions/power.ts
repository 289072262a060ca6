import { Decimal } from '../values/decimal.ts'
import { ANY_NUMBER, numberValue } from '../values/range.ts'
import type { NumberValue } from '../values/value.ts'
import { hullOfNumbers } from './number-hull.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'

const ONE = new Decimal(1)
const NO_RECIPROCAL = 'zero to a negative power is a division by zero'
const NO_POWER = 'a negative number has only whole powers'
/** Larger results than 10^40 are refused in any case; smaller ones than 10^-10000 are 0. */
const MOST_DIGITS = 50
const SMALLEST = -10_000
const SMALL_EXPONENT = 1000

/** `base` to the power of `exponent`; 0 to the power of 0 is 1. */
export function power(base: NumberValue, exponent: NumberValue): Outcome {
  if (base.low.greaterThanOrEqualTo(0)) return powerOfPositive(base, exponent)
  const whole = exponent.low.equals(exponent.high) && exponent.low.isInteger()
  if (whole) return wholePower(base, exponent)
  const noWhole = exponent.low.ceil().greaterThan(exponent.high)
  if (base.high.lessThan(0) && noWhole) return impossible(NO_POWER)
  if (!noWhole) return { problem: NO_POWER, certain: false, within: ANY_NUMBER }
  return doubtful(NO_POWER, powerOfPositive({ ...base, low: new Decimal(0) }, exponent))
}

function powerOfPositive(base: NumberValue, exponent: NumberValue): Outcome {
  if (base.low.greaterThan(0) || exponent.low.greaterThanOrEqualTo(0)) return hullOfNumbers([base, exponent], powerAt)
  if (base.high.isZero() && exponent.high.lessThan(0)) return impossible(NO_RECIPROCAL)
  const corners = [base.low, base.high].flatMap((one) => [powerAt(one, exponent.low), powerAt(one, exponent.high)])
  const low = Decimal.min(...corners)
  // Beside the division by zero there may be nothing but results that are too large.
  if (!low.isFinite()) return impossible(NO_RECIPROCAL)
  return { problem: NO_RECIPROCAL, certain: false, within: numberValue(low, Decimal.max(...corners)) }
}

/** The exponent is one whole number, the base may be negative. */
function wholePower(base: NumberValue, exponent: NumberValue): Outcome {
  const even = exponent.low.modulo(2).isZero()
  const crosses = base.high.greaterThanOrEqualTo(0)
  if (even) {
    const ends = [base.low.abs(), base.high.abs()]
    const low = crosses ? 0 : Decimal.min(...ends)
    return powerOfPositive(numberValue(low, Decimal.max(...ends)), exponent)
  }
  if (crosses && exponent.low.isNegative()) return { problem: NO_RECIPROCAL, certain: false, within: ANY_NUMBER }
  return hullOfNumbers([base], (one) => {
    const size = powerAt(one.abs(), exponent.low)
    return one.isNegative() ? size.negated() : size
  })
}

/** `base` is not negative. For large exponents the size is computed first: no digits for a result that is refused. */
function powerAt(base: Decimal, exponent: Decimal): Decimal {
  if (exponent.isZero() || base.equals(1)) return ONE
  if (base.isZero()) return new Decimal(exponent.isNegative() ? Infinity : 0)
  if (base.isFinite() && exponent.abs().lessThanOrEqualTo(SMALL_EXPONENT)) return refusedBeyond(base.pow(exponent))
  const digits = exponent.times(base.isFinite() ? base.log(10) : base)
  if (digits.greaterThan(MOST_DIGITS)) return new Decimal(Infinity)
  return digits.lessThan(SMALLEST) ? new Decimal(0) : base.pow(exponent)
}

function refusedBeyond(size: Decimal): Decimal {
  return size.e > MOST_DIGITS ? new Decimal(Infinity) : size
}
