import type { NumberValue, Value } from '../values/value.ts'

/** `same`: surely one value. `near`: the ranges overlap, so they may be one. `apart`: surely two. */
export type Meeting = 'same' | 'near' | 'apart'

export function meet(left: Value, right: Value): Meeting {
  if (left.kind === 'name') return right.kind === 'name' && left.name === right.name ? 'same' : 'apart'
  if (left.kind === 'date') return right.kind === 'date' ? meetDates(left, right) : 'apart'
  return right.kind === 'number' ? meetNumbers(left, right) : 'apart'
}

function meetDates(left: Range, right: Range): Meeting {
  if (left.low > right.high || right.low > left.high) return 'apart'
  return left.low === left.high && right.low === right.high ? 'same' : 'near'
}

function meetNumbers(left: NumberValue, right: NumberValue): Meeting {
  if (left.low.greaterThan(right.high) || right.low.greaterThan(left.high)) return 'apart'
  return left.low.equals(left.high) && right.low.equals(right.high) ? 'same' : 'near'
}

type Range = { readonly low: number; readonly high: number }

/** What both ranges have in common; they must not be apart. */
export function common(left: Value, right: Value): Value {
  if (left.kind === 'number' && right.kind === 'number') {
    const low = left.low.greaterThan(right.low) ? left.low : right.low
    const high = left.high.lessThan(right.high) ? left.high : right.high
    return { kind: 'number', low, high }
  }
  if (left.kind === 'date' && right.kind === 'date')
    return { kind: 'date', low: Math.max(left.low, right.low), high: Math.min(left.high, right.high) }
  return left
}
