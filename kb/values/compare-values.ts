import type { DateValue, NumberValue, Value } from './value.ts'

export type ComparisonOperator = '>=' | '<=' | '>' | '<' | '=' | '!='

export type Comparison = 'yes' | 'no' | 'unknown'

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
