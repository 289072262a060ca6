import { Decimal } from '../values/decimal.ts'
import { ANY_NUMBER, numberValue, type NumberValue } from '../values/value.ts'
import { doubtful, hullOfNumbers, impossible, type Outcome } from './hull.ts'
import { message } from '../../wording/message.ts'

const ZERO = new Decimal(0)
const BY_ZERO = message('reasoning.problems.byZero')

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

const ONE = new Decimal(1)
const NO_RECIPROCAL = message('reasoning.problems.noReciprocal')
const NO_POWER = message('reasoning.problems.noPower')

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

const NO_LOGARITHM = message('reasoning.problems.noLogarithm')
const NO_ROOT = message('reasoning.problems.noRoot')

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

const FEWEST_PLACES = -30
const MOST_PLACES = 34
const NO_ROUNDING = message('reasoning.problems.noRounding', { from: FEWEST_PLACES, to: MOST_PLACES })

/** To so many decimal places, halves away from zero: 2.5 to 3 and -2.5 to -3; with -1 places 15 to 20. */
export function roundNumber(number: NumberValue, places: NumberValue): Outcome {
  const fewest = Decimal.max(places.low.ceil(), FEWEST_PLACES).toNumber()
  const most = Decimal.min(places.high.floor(), MOST_PLACES).toNumber()
  if (fewest > most) return impossible(NO_ROUNDING)
  // Not monotone in the places (0.36 gives 0, 0.4, 0.36), so each is tried.
  const all = Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index)
  const low = Decimal.min(...all.map((one) => roundTo(number.low, one)))
  const high = Decimal.max(...all.map((one) => roundTo(number.high, one)))
  const outcome = hullOfNumbers([{ kind: 'number', low, high }], (end) => end)
  return places.low.equals(places.high) ? outcome : doubtful(NO_ROUNDING, outcome)
}

function roundTo(number: Decimal, places: number): Decimal {
  if (!number.isFinite()) return number
  if (places >= 0) return number.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
  return number.toNearest(Decimal.pow(10, -places), Decimal.ROUND_HALF_UP)
}
