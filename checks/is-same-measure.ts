import type { Measure } from './measures-in.ts'

/** Of the rounding of binary fractions only: 5 mg is not 5.4 mg. */
const SLACK = 1e-9
/** A pound is money or a weight. */
const EITHER: Readonly<Record<string, readonly string[]>> = { pound: ['GBP', 'weight'] }
const MONEY = new Set(['GBP', 'USD', 'EUR', 'CHF', 'pound'])

/**
 * Whether two numbers with units say the same, 24 months and two years; false where they are of different things. How often is compared
 * where both say it: £900 a week is not £900 a month.
 */
export function isSameMeasure(one: Measure, other: Measure): boolean {
  if (!one.unit || !other.unit) return isSameNumber(one.plain, other.plain)
  if (!isSameDimension(one.unit.dimension, other.unit.dimension)) return false
  const [mine, yours] = [one.plain * one.unit.times, other.plain * other.unit.times]
  const [per, perOther] = [one.unit.per, other.unit.per]
  if (!per || !perOther) return isSameNumber(mine, yours)
  return per.dimension === perOther.dimension && isSameNumber(mine / per.times, yours / perOther.times)
}

export function isSameNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= SLACK * Math.max(Math.abs(one), Math.abs(other))
}

function isSameDimension(one: string, other: string): boolean {
  const [[mine = '', ...below], [yours = '', ...belowOther]] = [one.split('/'), other.split('/')]
  const isSame = mine === yours || EITHER[mine]?.includes(yours) || EITHER[yours]?.includes(mine)
  // What a price is the price of is often said elsewhere.
  const isOpen = MONEY.has(mine) && (below.length === 0 || belowOther.length === 0)
  return isSame === true && (isOpen || below.join() === belowOther.join())
}
