import { message } from '../../wording/message.ts'
import { writeInstead } from '../language/write-instead.ts'
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
        message: message('gate.units.anything'),
        fix: message('gate.units.nameIt'),
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
      message: message('gate.units.tooManyDigits', { most: MOST_DIGITS }),
      fix: message('gate.shorten'),
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
      message: message('gate.facts.noDay', { day: node.text }),
      fix: message('gate.facts.existingDay'),
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
    message: message('gate.units.none', { unit: unit.text }),
    fix: didYouMean(unit.text, UNIT_NAMES, message('gate.units.ofTheList')),
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
      message: message('gate.units.needsNumber', {
        words: `${node.kind} ${node.unit.text}`,
        type: sayType(inner.type),
      }),
      fix: message('gate.units.takeAway'),
    })
  if (node.kind === 'as') {
    if (inner.type.unit === null)
      return { expression: inner.expression, type: { kind: 'number', unit, substance: null }, node }
    return refuse(node, typing, {
      code: 'UNIT',
      message: message('gate.units.already', { unit: inner.type.unit ?? '' }),
      fix: message('gate.units.inAlone', { unit: node.unit.text }),
    })
  }
  if (inner.type.unit === null)
    return refuse(node, typing, {
      code: 'UNIT',
      message: message('gate.units.bare'),
      fix: message('gate.units.asOrOut', { unit: node.unit.text }),
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

function isTemperature(unit: string): boolean {
  return unitNamed(unit)?.dimension === 'temperature'
}

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
  if (units.unit !== null && NEEDS_AMOUNTS.has(name) && isTemperature(units.unit))
    return refuse(node.called, typing, {
      code: 'UNIT',
      message: message('gate.units.temperatures', { unit: units.unit ?? '' }),
      fix: message('gate.units.inToCalculate', { unit: units.unit ?? '' }),
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
      message: message('gate.units.relationNoValue', { name: text }),
      fix: message('gate.units.asCondition', { code: `${text}(…)` }),
    })
  return refuse(node.called, typing, {
    code: 'UNKNOWN_FUNCTION',
    message: message('gate.units.noFunction', { name: text }),
    fix: didYouMean(text, NAMED_FUNCTIONS, message('gate.thereAre', { names: NAMED_FUNCTIONS.join(', ') })),
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
    message: message('gate.units.arity', {
      name: node.called.text,
      least,
      wanted: most === Infinity ? 'more' : most > least ? 'either' : 'one',
      most: Number.isFinite(most) ? most : least,
      length,
    }),
    fix: writeInstead(`${node.called.text}(${needs})`),
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
  const wanted = message(`gate.wanted.${parameter.kind === 'same' ? 'either' : parameter.kind}`)
  return refuse(arg, typing, {
    code: 'TYPE',
    message: message('gate.units.needsHere', {
      name: call.called.text === 'neg' ? '-' : call.called.text,
      wanted,
      type: sayType(type),
    }),
    fix:
      type.kind === 'date' && parameter.kind === 'number'
        ? message('gate.units.withDates')
        : message('gate.units.putHere', { wanted }),
  })
}

function typeCalendar(arg: Node, typing: Typing): Typed | null {
  const { calendars } = typing.vocabulary
  if (arg.kind === 'name' && calendars.has(arg.name))
    return { expression: { kind: 'calendar', name: arg.name }, type: { kind: 'name', type: null }, node: arg }
  const known = [...calendars.keys()]
  return refuse(arg, typing, {
    code: 'UNKNOWN_CALENDAR',
    message:
      arg.kind === 'name' ? message('gate.units.noCalendar', { name: arg.name }) : message('gate.units.calendarHere'),
    fix: didYouMean(
      arg.kind === 'name' ? arg.name : '',
      known,
      known.length > 0
        ? message('gate.writeOneOf', { choices: { any: known } })
        : message('gate.units.declareCalendar'),
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
