import { Decimal } from '../values/decimal.ts'
import type { NumberValue } from '../values/value.ts'
import { hullOfNumbers } from './number-hull.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'

const FEWEST_PLACES = -30
const MOST_PLACES = 34
const PROBLEM = `round wants a whole number of places from ${FEWEST_PLACES} to ${MOST_PLACES}`

/** To so many decimal places, halves away from zero: 2.5 to 3 and -2.5 to -3; with -1 places 15 to 20. */
export function roundNumber(number: NumberValue, places: NumberValue): Outcome {
  const fewest = Decimal.max(places.low.ceil(), FEWEST_PLACES).toNumber()
  const most = Decimal.min(places.high.floor(), MOST_PLACES).toNumber()
  if (fewest > most) return impossible(PROBLEM)
  // Not monotone in the places (0.36 gives 0, 0.4, 0.36), so each is tried.
  const all = Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index)
  const low = Decimal.min(...all.map((one) => roundTo(number.low, one)))
  const high = Decimal.max(...all.map((one) => roundTo(number.high, one)))
  const outcome = hullOfNumbers([{ kind: 'number', low, high }], (end) => end)
  return places.low.equals(places.high) ? outcome : doubtful(PROBLEM, outcome)
}

function roundTo(number: Decimal, places: number): Decimal {
  if (!number.isFinite()) return number
  if (places >= 0) return number.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
  return number.toNearest(Decimal.pow(10, -places), Decimal.ROUND_HALF_UP)
}
