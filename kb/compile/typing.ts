import { message } from '../../wording/message.ts'
import type { Node } from '../language/syntax.ts'
import type { Expression, SourcePlace } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { convert, UnitError } from '../units/convert.ts'
import { type Unit, unitNamed } from '../units/unit.ts'
import { Decimal } from '../values/decimal.ts'
import type { Report } from './read/problem.ts'
import type { ValueType, VariableTypes } from './value-type.ts'

export type Typed = { readonly expression: Expression; readonly type: ValueType; readonly node: Node }

/** What the expressions of one condition are read with. */
export type Typing = {
  readonly types: VariableTypes
  readonly vocabulary: Vocabulary
  readonly placeAt: (offset: number) => SourcePlace
  readonly report: Report
}

export function refuse(at: { readonly offset: number }, typing: Typing, problem: Parameters<Report>[1]): null {
  typing.report(typing.placeAt(at.offset), problem)
  return null
}

/** In another unit; reports what does not convert. */
export function converted(
  typed: Typed,
  from: ValueType & { readonly kind: 'number' },
  to: string,
  typing: Typing,
  substance: string | null = from.substance,
): Expression | null {
  if (from.unit === null) return typed.expression
  try {
    return convertExpression(typed.expression, from.unit, to, substance)
  } catch (error) {
    if (!(error instanceof UnitError)) throw error
    return refuse(typed.node, typing, {
      code: 'UNIT',
      message: error.said,
      fix: message('gate.units.writeIn', { unit: to }),
    })
  }
}

/** A factor of more digits is a rounded quotient; then its inverse is the exact one. */
const SHORT = 20

/** The same amount in another unit, exactly. Throws `UnitError` when they do not convert. */
function convertExpression(expression: Expression, from: string, to: string, substance: string | null): Expression {
  if (from === to) return expression
  if (expression.kind === 'constant' && expression.value.kind === 'number') {
    const { low, high } = expression.value
    const [newLow, newHigh] = [convert(low, from, to, substance), convert(high, from, to, substance)]
    return { kind: 'constant', value: { kind: 'number', low: newLow, high: newHigh } }
  }
  const factor = convert(new Decimal(1), from, to, substance)
  const [source, target] = [unitNamed(from), unitNamed(to)]
  if (source && target && source.dimension === target.dimension) return byFraction(expression, source, target)
  if (factor.precision() <= SHORT) return call('*', expression, factor)
  return call('/', expression, convert(new Decimal(1), to, from, substance))
}

/** All products before the one division, so that 95 °F is 35 °C and not nearly. */
function byFraction(expression: Expression, source: Unit, target: Unit): Expression {
  const up = source.times.times(target.over)
  const down = source.over.times(target.times)
  const shifted = source.offset.isZero() ? expression : call('+', expression, source.offset)
  const whole = up.dividedBy(down)
  const scaled = whole.precision() <= SHORT ? call('*', shifted, whole) : call('/', call('*', shifted, up), down)
  return target.offset.isZero() ? scaled : call('-', scaled, target.offset)
}

function call(name: '+' | '-' | '*' | '/', left: Expression, number: Decimal): Expression {
  if ((name === '*' || name === '/') && number.equals(1)) return left
  return { kind: 'call', function: name, arguments: [left, numberConstant(number)] }
}

export function numberConstant(number: Decimal): Expression & { readonly kind: 'constant' } {
  return { kind: 'constant', value: { kind: 'number', low: number, high: number } }
}
