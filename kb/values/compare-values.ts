import type { DateValue, NumberValue, Value } from './value.ts'

export type ComparisonOperator = '>=' | '<=' | '>' | '<' | '=' | '!='

type Comparison = 'yes' | 'no' | 'unknown'

/**
 * `yes` only if it holds for all values of both ranges, `no` only if for none. The two sides are taken as independent: for
 * a variable compared with itself the answer may be `unknown`, never wrong. Open ends are beyond every value.
 */
export function compareValues(operator: ComparisonOperator, left: Value, right: Value): Comparison {
  switch (operator) {
    case '=':
      return equal(left, right)
    case '!=':
      return opposite(equal(left, right))
    case '<=':
      return atMost(left, right)
    case '>':
      return opposite(atMost(left, right))
    case '>=':
      return atMost(right, left)
    case '<':
      return opposite(atMost(right, left))
  }
}

function equal(left: Value, right: Value): Comparison {
  if (left.kind === 'name' && right.kind === 'name') return left.name === right.name ? 'yes' : 'no'
  const [least, most] = differences(left, right)
  if (least > 0 || most < 0) return 'no'
  return least === 0 && most === 0 ? 'yes' : 'unknown'
}

function atMost(left: Value, right: Value): Comparison {
  const [least, most] = differences(left, right)
  if (most <= 0) return 'yes'
  return least > 0 ? 'no' : 'unknown'
}

/** The signs of the least and the greatest possible `left - right`. */
function differences(left: Value, right: Value): readonly [number, number] {
  if (left.kind === 'number' && right.kind === 'number') return numberSigns(left, right)
  if (left.kind === 'date' && right.kind === 'date') return dateSigns(left, right)
  throw new TypeError(`only numbers or dates have an order, got ${left.kind} and ${right.kind}`)
}

function numberSigns(left: NumberValue, right: NumberValue): readonly [number, number] {
  return [left.low.comparedTo(right.high), left.high.comparedTo(right.low)]
}

function dateSigns(left: DateValue, right: DateValue): readonly [number, number] {
  return [Math.sign(left.low - right.high), Math.sign(left.high - right.low)]
}

function opposite(comparison: Comparison): Comparison {
  if (comparison === 'unknown') return comparison
  return comparison === 'yes' ? 'no' : 'yes'
}

/** `same`: surely one value. `near`: the ranges overlap, so they may be one. `apart`: surely two. */
type Meeting = 'same' | 'near' | 'apart'

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
