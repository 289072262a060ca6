import type { Node } from '../language/syntax.ts'
import { dayOf } from '../dates/day-of.ts'
import { unitNamed } from '../units/unit-named.ts'
import { Decimal } from '../values/decimal.ts'
import { numberConstant } from './convert-expression.ts'
import { isNumber, MOST_DIGITS } from './is-number.ts'
import { didYouMean } from './did-you-mean.ts'
import { typeCall } from './type-call.ts'
import { converted, refuse, type Typed, type Typing } from './typing.ts'
import { BARE, sayType } from './value-type.ts'
import { UNIT_NAMES } from './unit-names.ts'

/** The expression with its type, units looked up and converted. Null when it has none; that has been reported. */
export function typeExpression(node: Node, typing: Typing): Typed | null {
  switch (node.kind) {
    case 'variable': {
      const type = typing.types.of(node.name)
      // A variable without a type has no value either, which is reported for the whole rule.
      return type && { expression: { kind: 'variable', name: node.name }, type, node }
    }
    case 'anything':
      return refuse(node, typing, {
        code: 'TYPE',
        message: '"?_" has no value to calculate with.',
        fix: 'Give it a name: ?x.',
      })
    case 'number':
      return typeNumber(node, typing)
    case 'date':
      return typeDate(node, typing)
    case 'name': {
      const value = { kind: 'name', name: node.name } as const
      return { expression: { kind: 'constant', value }, type: { kind: 'name', type: null }, node }
    }
    case 'call':
      return typeCall(node, typing, typeExpression)
    case 'in':
    case 'as':
      return typeUnit(node, typing)
  }
}

function typeNumber(node: Node & { readonly kind: 'number' }, typing: Typing): Typed | null {
  if (!isNumber(node.text))
    return refuse(node, typing, {
      code: 'RANGE',
      message: `This number has more than ${MOST_DIGITS} digits.`,
      fix: 'Shorten it.',
    })
  const unit = node.unit && knownUnit(node.unit, typing)
  if (node.unit && !unit) return null
  return {
    expression: numberConstant(new Decimal(node.text)),
    type: unit ? { kind: 'number', unit, substance: null } : BARE,
    node,
  }
}

function typeDate(node: Node & { readonly kind: 'date' }, typing: Typing): Typed | null {
  const day = dayOf(node.text)
  if (day === null)
    return refuse(node, typing, {
      code: 'IMPOSSIBLE_DATE',
      message: `There is no day ${node.text}.`,
      fix: 'Write an existing day as 2026-06-01.',
    })
  return {
    expression: { kind: 'constant', value: { kind: 'date', low: day, high: day } },
    type: { kind: 'date' },
    node,
  }
}

function knownUnit(unit: { readonly text: string; readonly offset: number }, typing: Typing): string | null {
  const known = unitNamed(unit.text)
  if (known) return known.name
  return refuse(unit, typing, {
    code: 'UNKNOWN_UNIT',
    message: `There is no unit "${unit.text}".`,
    fix: didYouMean(unit.text, UNIT_NAMES, 'Write a unit of the list, such as mg/dL, kg or years.'),
  })
}

/** `?w in kg` is the number alone, `(…) as kg` a number with its unit. */
function typeUnit(node: Node & { readonly kind: 'in' | 'as' }, typing: Typing): Typed | null {
  const inner = typeExpression(node.inner, typing)
  const unit = knownUnit(node.unit, typing)
  if (!inner || unit === null) return null
  if (inner.type.kind !== 'number')
    return refuse(node, typing, {
      code: 'TYPE',
      message: `"${node.kind} ${node.unit.text}" needs a number, and this is ${sayType(inner.type)}.`,
      fix: 'Take the unit away.',
    })
  if (node.kind === 'as') {
    if (inner.type.unit === null)
      return { expression: inner.expression, type: { kind: 'number', unit, substance: null }, node }
    return refuse(node, typing, {
      code: 'UNIT',
      message: `This has a unit already: it is in ${inner.type.unit}.`,
      fix: `Write "in ${node.unit.text}" for the number alone.`,
    })
  }
  if (inner.type.unit === null)
    return refuse(node, typing, {
      code: 'UNIT',
      message: 'This is a number without a unit.',
      fix: `Write "as ${node.unit.text}" to give it one, or leave "in ${node.unit.text}" out.`,
    })
  const expression = converted(inner, inner.type, unit, typing)
  return expression && { expression, type: BARE, node }
}
