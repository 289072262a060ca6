import type { Value } from './value.ts'

/** One value, not a range of which it is one. */
export function isExact(value: Value): boolean {
  if (value.kind === 'number') return value.low.equals(value.high)
  return value.kind === 'name' || value.low === value.high
}
