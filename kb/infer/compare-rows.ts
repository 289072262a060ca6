import type { Value } from '../values/value.ts'
import type { Row } from './row.ts'

/** One fixed order of answers: by their values, place by place. */
export function compareRows(left: Row, right: Row): number {
  for (const [place, value] of left.values.entries()) {
    const other = right.values[place]
    if (other === undefined) return 1
    const difference = compare(value, other)
    if (difference !== 0) return difference
  }
  return 0
}

function compare(left: Value, right: Value): number {
  if (left.kind === 'name' && right.kind === 'name') return order(left.name, right.name)
  if (left.kind === 'date' && right.kind === 'date') return order(left.low, right.low) || order(left.high, right.high)
  if (left.kind === 'number' && right.kind === 'number')
    return left.low.comparedTo(right.low) || left.high.comparedTo(right.high)
  return order(left.kind, right.kind)
}

function order<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
