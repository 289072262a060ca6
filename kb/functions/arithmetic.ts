import { Decimal } from '../values/decimal.ts'
import { ANY_NUMBER, numberValue } from '../values/range.ts'
import type { NumberValue } from '../values/value.ts'
import { hullOfNumbers } from './number-hull.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'

const ZERO = new Decimal(0)
const BY_ZERO = 'division by zero'

export function add(left: NumberValue, right: NumberValue): Outcome {
  return hullOfNumbers([left, right], (a, b) => a.plus(b))
}

export function subtract(left: NumberValue, right: NumberValue): Outcome {
  return hullOfNumbers([left, right], (a, b) => a.minus(b))
}

export function multiply(left: NumberValue, right: NumberValue): Outcome {
  // An open end stands for numbers without bound, and 0 times any of them is 0.
  return hullOfNumbers([left, right], (a, b) => (a.isZero() || b.isZero() ? ZERO : a.times(b)))
}

export function negate(number: NumberValue): Outcome {
  return hullOfNumbers([number], (a) => a.negated())
}

export function divide(left: NumberValue, right: NumberValue): Outcome {
  if (right.low.isZero() && right.high.isZero()) return impossible(BY_ZERO)
  if (right.low.greaterThan(0) || right.high.lessThan(0)) return hullOfNumbers([left, right], (a, b) => a.dividedBy(b))
  if (left.low.isZero() && left.high.isZero()) return doubtful(BY_ZERO, { value: left })
  const inside = right.low.lessThan(0) && right.high.greaterThan(0)
  return { problem: BY_ZERO, certain: false, within: inside ? ANY_NUMBER : quotientsBesideZero(left, right) }
}

/** By a range that ends at zero: towards that end the quotients grow without bound, on the side that signed zeros give. */
function quotientsBesideZero(left: NumberValue, right: NumberValue): NumberValue {
  const divisors = right.low.isZero() ? [ZERO, right.high] : [right.low, ZERO.negated()]
  const quotients = [left.low, left.high]
    .flatMap((end) => divisors.map((divisor) => end.dividedBy(divisor)))
    .filter((quotient) => !quotient.isNaN())
  return numberValue(Decimal.min(...quotients), Decimal.max(...quotients))
}
