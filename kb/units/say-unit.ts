import type { Decimal } from '../values/decimal.ts'
import { unitNamed } from './unit-named.ts'

/** What follows the number: `year` after 1, `years` after 4; empty for points of a score. */
export function sayUnit(unit: string, number: Decimal): string {
  const known = unitNamed(unit)
  if (!known) return unit
  return number.abs().equals(1) ? known.one : known.many
}
