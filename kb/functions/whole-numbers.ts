import type { NumberValue } from '../values/value.ts'

/** The whole numbers of a range; `all` when it holds no others, as only one whole number itself does. */
export type WholeNumbers = { readonly low: number; readonly high: number; readonly all: boolean }

/** Null when there is none. */
export function wholeNumbers(number: NumberValue): WholeNumbers | null {
  const [low, high] = [number.low.ceil(), number.high.floor()]
  if (low.greaterThan(high)) return null
  return { low: low.toNumber(), high: high.toNumber(), all: number.low.equals(number.high) }
}
