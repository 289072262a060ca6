import { Decimal } from '../values/decimal.ts'
import { numberValue } from '../values/range.ts'
import type { NumberValue } from '../values/value.ts'
import { doubtful, impossible, type Outcome } from './outcome.ts'

/** Larger numbers mean nothing in a matter; their digits only cost time. */
const LARGEST = new Decimal('1e40')
const TOO_LARGE = 'the result is larger than 10^40'

/**
 * The range of a function that is monotone in each argument: its extremes lie at the corners, the combinations of the ends
 * of the arguments. `at` gives NaN for a corner that is the limit of nothing (infinity minus infinity): the others decide.
 */
export function hullOfNumbers(args: readonly NumberValue[], at: (...point: Decimal[]) => Decimal): Outcome {
  let low: Decimal | null = null
  let high: Decimal | null = null
  let openLow = false
  let openHigh = false
  for (const point of cornersOf(args)) {
    const result = at(...point)
    if (result.isNaN()) continue
    if (low === null || result.lessThan(low)) low = result
    if (high === null || result.greaterThan(high)) high = result
    if (!result.isFinite() && point.some((end) => !end.isFinite())) {
      if (result.isNegative()) openLow = true
      else openHigh = true
    }
  }
  if (low === null || high === null) throw new Error('no corner of the ranges has a value')
  return bounded(low, high, openLow, openHigh)
}

/** An infinite end is right where an argument was open; else the result does not fit. */
function bounded(low: Decimal, high: Decimal, openLow: boolean, openHigh: boolean): Outcome {
  if (low.greaterThan(LARGEST) || high.lessThan(LARGEST.negated())) return impossible(TOO_LARGE)
  const tooLow = !openLow && low.lessThan(LARGEST.negated())
  const tooHigh = !openHigh && high.greaterThan(LARGEST)
  const least = openLow ? new Decimal(-Infinity) : tooLow ? LARGEST.negated() : low
  const most = openHigh ? new Decimal(Infinity) : tooHigh ? LARGEST : high
  const outcome: Outcome = { value: numberValue(positiveZero(least), positiveZero(most)) }
  return tooLow || tooHigh ? doubtful(TOO_LARGE, outcome) : outcome
}

function positiveZero(number: Decimal): Decimal {
  return number.isZero() ? new Decimal(0) : number
}

function cornersOf(args: readonly NumberValue[]): readonly Decimal[][] {
  return args.reduce<readonly Decimal[][]>(
    (corners, { low, high }) =>
      corners.flatMap((corner) =>
        low.equals(high)
          ? [[...corner, low]]
          : [
              [...corner, low],
              [...corner, high],
            ],
      ),
    [[]],
  )
}
