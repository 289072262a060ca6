import { type Parameter, signatureOf } from '../functions/signature.ts'
import type { Node } from '../language/syntax.ts'
import { FUNCTION_NAMES, type FunctionName } from '../program/rule.ts'
import { UNIT_NAMES } from '../units/unit-rows.ts'
import { unitNamed } from '../units/unit.ts'
import { Decimal, isNumber, MOST_DIGITS } from '../values/decimal.ts'
import { dayOf } from '../values/plain-date.ts'
import { converted, numberConstant, refuse, type Typed, type Typing } from './typing.ts'
import { didYouMean } from './read/did-you-mean.ts'
import { matchUnits } from './match-units.ts'
import { BARE, sayType, type ValueType } from './value-type.ts'

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

type Call = Node & { readonly kind: 'call' }

/** Types an argument: the caller, given as a value because it calls this in turn. */
type TypeNode = (node: Node, typing: Typing) => Typed | null
type Signature = ReturnType<typeof signatureOf>

const FUNCTIONS: ReadonlyMap<string, FunctionName> = new Map(FUNCTION_NAMES.map((name) => [name, name]))
const NAMED_FUNCTIONS = FUNCTION_NAMES.filter((name) => /^[a-z]/.test(name))

/** Points of a scale are no amounts: 20 °C and 10 °C are not 30 °C. */
const NEEDS_AMOUNTS: ReadonlySet<string> = new Set(['+', '-', '*', '/', 'neg'])

/** A function of the closed list, with arguments of the right number, types and units. */
function typeCall(node: Call, typing: Typing, typeInner: TypeNode): Typed | null {
  const name = FUNCTIONS.get(node.called.text)
  if (name === undefined) return refuseUnknown(node, typing)
  const signature = signatureOf(name)
  if (!checkCount(node, signature, typing)) return null
  const typed = node.args.map((arg, index) => typeArgument(arg, parameterAt(signature, index), node, typing, typeInner))
  if (!typed.every((one) => one !== null)) return null
  const units = matchUnits(
    node,
    typed.map((one, index) => ({ ...one, parameter: parameterAt(signature, index) })),
    typing,
  )
  if (!units) return null
  if (NEEDS_AMOUNTS.has(name) && units.unit !== null && unitNamed(units.unit)?.dimension === 'temperature')
    return refuse(node.called, typing, {
      code: 'UNIT',
      message: `Temperatures in ${units.unit} are points of a scale and cannot be calculated with.`,
      fix: `Write "in ${units.unit}" to calculate with the number alone.`,
    })
  const result = resultOf(signature, units.arguments[0]?.type ?? BARE, units)
  return {
    expression: { kind: 'call', function: name, arguments: units.arguments.map((one) => one.expression) },
    type: result,
    node,
  }
}

function parameterAt(signature: Signature, index: number): Parameter {
  return signature.parameters[Math.min(index, signature.parameters.length - 1)] as Parameter
}

function refuseUnknown(node: Call, typing: Typing): null {
  const { text } = node.called
  if (typing.vocabulary.relations.has(text))
    return refuse(node.called, typing, {
      code: 'UNKNOWN_FUNCTION',
      message: `"${text}" is a relation, and a relation is no value.`,
      fix: `Write ${text}(…) as a condition of its own and use its variables.`,
    })
  return refuse(node.called, typing, {
    code: 'UNKNOWN_FUNCTION',
    message: `There is no function "${text}".`,
    fix: didYouMean(text, NAMED_FUNCTIONS, `There are ${NAMED_FUNCTIONS.join(', ')}.`),
  })
}

function checkCount(node: Call, signature: Signature, typing: Typing): boolean {
  const most = signature.repeats ? Infinity : signature.parameters.length
  const least = signature.parameters.length - signature.optional
  const { length } = node.args
  if (length >= least && length <= most) return true
  const needs = signature.parameters
    .map((parameter) => (parameter.kind === 'same' ? 'value' : parameter.kind))
    .join(', ')
  refuse(node.called, typing, {
    code: 'ARITY',
    message: `${node.called.text} takes ${least}${most === Infinity ? ' or more' : most > least ? ` or ${most}` : ''} values, not ${length}.`,
    fix: `Write ${node.called.text}(${needs}).`,
  })
  return false
}

function typeArgument(arg: Node, parameter: Parameter, call: Call, typing: Typing, typeInner: TypeNode): Typed | null {
  if (parameter.kind === 'calendar') return typeCalendar(arg, typing)
  const typed = typeInner(arg, typing)
  if (!typed) return null
  const { type } = typed
  const fits = parameter.kind === 'same' ? type.kind !== 'name' : type.kind === parameter.kind
  if (fits) return typed
  const wanted = parameter.kind === 'date' ? 'a date' : parameter.kind === 'number' ? 'a number' : 'a number or a date'
  return refuse(arg, typing, {
    code: 'TYPE',
    message: `${call.called.text === 'neg' ? '-' : call.called.text} needs ${wanted} here, and this is ${sayType(type)}.`,
    fix:
      type.kind === 'date' && parameter.kind === 'number'
        ? 'Calculate with dates by add_days, add_months, add_years, days_between, months_between, years_between.'
        : `Put ${wanted} here.`,
  })
}

function typeCalendar(arg: Node, typing: Typing): Typed | null {
  const { calendars } = typing.vocabulary
  if (arg.kind === 'name' && calendars.has(arg.name))
    return { expression: { kind: 'calendar', name: arg.name }, type: { kind: 'name', type: null }, node: arg }
  const known = [...calendars.keys()]
  return refuse(arg, typing, {
    code: 'UNKNOWN_CALENDAR',
    message: arg.kind === 'name' ? `There is no calendar "${arg.name}".` : 'A calendar must stand here.',
    fix: didYouMean(
      arg.kind === 'name' ? arg.name : '',
      known,
      known.length > 0 ? `Write ${known.join(' or ')}.` : 'Declare it under "calendars", or use its pack.',
    ),
  })
}

function resultOf(
  { result }: Signature,
  first: ValueType,
  units: { readonly unit: string | null; readonly substance: string | null },
): ValueType {
  if (result.kind === 'date') return { kind: 'date' }
  if (result.kind === 'same' && first.kind === 'date') return first
  if (result.kind === 'number' && result.unit === 'bare') return BARE
  if (result.kind === 'number' && result.unit !== 'same' && result.unit !== 'one')
    return { kind: 'number', unit: result.unit, substance: null }
  return { kind: 'number', unit: units.unit, substance: units.substance }
}
