import { Temporal } from 'temporal-polyfill'
import { simpleInterest } from './interest.ts'

/**
 * From samples/reference/legal-time.md 4.3, 4.5 and 4.6: Judgments Act 1838 s 17 with SI 1993/564; 28 USC 1961 (daily, compounded
 * annually); BGB 247 and 288 with the base rates of the Bundesbank. A day is counted at the rate that holds on it.
 */
type Plain = Temporal.PlainDate

const ENGLISH_PERCENT = 8
const ENGLISH_SINCE = Temporal.PlainDate.from('1993-04-01')
const DAYS_A_YEAR = 365

/** Null before the Order of 1993, whose rate is the only one stated. */
export function judgmentDebtInterest(principal: number, from: Plain, to: Plain): number | null {
  if (Temporal.PlainDate.compare(from, ENGLISH_SINCE) < 0) return null
  return simpleInterest(principal, ENGLISH_PERCENT, from, to, DAYS_A_YEAR)
}

/** Whole years are added to the principal; the rest is simple, by the day. */
export function federalJudgmentInterest(principal: number, yieldPercent: number, from: Plain, to: Plain): number {
  const { years } = from.until(to, { largestUnit: 'years' })
  const rest = from.add({ years }).until(to, { largestUnit: 'days' }).days
  const rate = yieldPercent / 100
  return principal * (1 + rate) ** years * (1 + (rate * rest) / DAYS_A_YEAR) - principal
}

const BASE_RATES: readonly (readonly [string, number])[] = [
  ['2016-07-01', -0.88],
  ['2023-01-01', 1.62],
  ['2023-07-01', 3.12],
  ['2024-01-01', 3.62],
  ['2024-07-01', 3.37],
  ['2025-01-01', 2.27],
  ['2025-07-01', 1.27],
  ['2026-01-01', 1.27],
]
const LAST_DAY_KNOWN = '2026-06-30'

export type DefaultKind = 'consumer' | 'business'

/** Percent a year on a day; null where the base rate of that day is not known. */
export function germanDefaultRate(day: Plain, kind: DefaultKind): number | null {
  const written = day.toString()
  const base = written > LAST_DAY_KNOWN ? undefined : BASE_RATES.findLast(([from]) => from <= written)
  return base === undefined ? null : base[1] + (kind === 'business' ? 9 : 5)
}

/** Day by day from the first of default to the last, both counted; null where the rate of one of them is not known. */
export function germanDefaultInterest(principal: number, kind: DefaultKind, from: Plain, to: Plain): number | null {
  let percentDays = 0
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    const rate = germanDefaultRate(day, kind)
    if (rate === null) return null
    percentDays += rate
  }
  return (principal * percentDays) / (100 * DAYS_A_YEAR)
}
