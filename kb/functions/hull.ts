import { message, type Message } from '../../wording/message.ts'
import { Decimal } from '../values/decimal.ts'
import { numberValue, type NumberValue, type Value } from '../values/value.ts'

/**
 * What a function gives. A problem never means "no": when it is `certain` it occurs for every value of the ranges and there
 * is no result; else for some of them only, and for the others the result lies `within`.
 */
export type Outcome =
  | { readonly value: Value }
  | { readonly problem: Message; readonly certain: true }
  | { readonly problem: Message; readonly certain: false; readonly within: Value }

export function impossible(problem: Message): Outcome {
  return { problem, certain: true }
}

/** The same outcome, but for some values of the ranges there is none. */
export function doubtful(problem: Message, outcome: Outcome): Outcome {
  return 'value' in outcome ? { problem, certain: false, within: outcome.value } : outcome
}

/** Larger numbers mean nothing in a matter; their digits only cost time. */
const LARGEST = new Decimal('1e40')
const TOO_LARGE = message('reasoning.problems.tooLarge')

/**
 * The range of a function that is monotone in each argument: its extremes lie at the corners, the combinations of the ends
 * of the arguments. `at` gives NaN for a corner that is the limit of nothing (infinity minus infinity): the others decide.
 */
export function hullOfNumbers(args: readonly NumberValue[], at: (...point: Decimal[]) => Decimal): Outcome {
  let low: Decimal | null = null
  let high: Decimal | null = null
  let openLow = false
  let openHigh = false
  for (const point of cornersOfNumbers(args)) {
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

function cornersOfNumbers(args: readonly NumberValue[]): readonly Decimal[][] {
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

/** Ends of days or whole numbers. */
export type Ends = { readonly low: number; readonly high: number }

/**
 * As `hullOfNumbers`, over one or two ranges of days and counts: `at` gives an infinity beyond what can be computed. The hull is cut to
 * `limits`; `beyond` tells how many corners without an open end lay outside of them.
 */
export function hullOfDays(
  args: readonly Ends[],
  limits: Ends,
  at: (first: number, second: number) => number,
): { readonly ends: Ends; readonly beyond: 'none' | 'some' | 'all' } {
  const corners = cornersOfDays(args)
  const results = corners.map((corner) => ({
    end: at(corner[0] ?? 0, corner[1] ?? 0),
    open: corner.some((one) => !Number.isFinite(one)),
  }))
  const ends = results.map(({ end }) => end).filter((end) => !Number.isNaN(end))
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  if (low > limits.high || high < limits.low) return { ends: limits, beyond: 'all' }
  const openLow = results.some(({ end, open }) => open && end === -Infinity)
  const openHigh = results.some(({ end, open }) => open && end === Infinity)
  const cutLow = !openLow && low < limits.low
  const cutHigh = !openHigh && high > limits.high
  return {
    ends: { low: cutLow ? limits.low : low, high: cutHigh ? limits.high : high },
    beyond: cutLow || cutHigh ? 'some' : 'none',
  }
}

function cornersOfDays(args: readonly Ends[]): readonly number[][] {
  return args.reduce<readonly number[][]>(
    (corners, { low, high }) =>
      corners.flatMap((corner) =>
        low === high
          ? [[...corner, low]]
          : [
              [...corner, low],
              [...corner, high],
            ],
      ),
    [[]],
  )
}

/** The whole numbers of a range; `all` when it holds no others, as only one whole number itself does. */
type WholeNumbers = { readonly low: number; readonly high: number; readonly all: boolean }

/** Null when there is none. */
export function wholeNumbers(number: NumberValue): WholeNumbers | null {
  const [low, high] = [number.low.ceil(), number.high.floor()]
  if (low.greaterThan(high)) return null
  return { low: low.toNumber(), high: high.toNumber(), all: number.low.equals(number.high) }
}
