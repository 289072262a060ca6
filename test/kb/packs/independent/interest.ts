import type { Temporal } from 'temporal-polyfill'

/** Arithmetic alone; no statute's rate is stated here. Days from the first, which does not count, to the last, which does. */
export function simpleInterest(
  principal: number,
  percentAYear: number,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  daysAYear: 360 | 365,
): number {
  return (principal * percentAYear * from.until(to, { largestUnit: 'days' }).days) / (100 * daysAYear)
}

export function compoundInterest(
  principal: number,
  percentAYear: number,
  periodsAYear: number,
  periods: number,
): number {
  return principal * (1 + percentAYear / 100 / periodsAYear) ** periods - principal
}
