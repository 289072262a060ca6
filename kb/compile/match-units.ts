import { message } from '../../wording/message.ts'
import { writeInstead } from '../language/write-instead.ts'
import type { Parameter } from '../functions/signature.ts'
import type { Node } from '../language/syntax.ts'
import type { Expression } from '../program/rule.ts'
import { converted, refuse, type Typed, type Typing } from './typing.ts'
import { sayType, type ValueType } from './value-type.ts'

type Argument = Typed & { readonly parameter: Parameter }
type NumberType = ValueType & { readonly kind: 'number' }

export type Matched = {
  readonly arguments: readonly { readonly expression: Expression; readonly type: ValueType }[]
  /** That of the arguments that share one. */
  readonly unit: string | null
  readonly substance: string | null
}

/** Converts the arguments of a call as its signature wishes. Null when they do not go together; that has been reported. */
export function matchUnits(
  call: Node & { readonly kind: 'call' },
  args: readonly Argument[],
  typing: Typing,
): Matched | null {
  const sharing = args.filter(({ parameter }) => wishOf(parameter) === 'same' || wishOf(parameter) === 'one')
  if (mixesDates(sharing, typing)) return null
  const lead = leadOf(sharing)
  let isRefused = false
  const matched = args.map((arg) => {
    const expression = matchOne(call, arg, lead, typing)
    if (!expression) isRefused = true
    return { expression: expression ?? arg.expression, type: arg.type }
  })
  if (isRefused) return null
  const type = lead?.type
  if (type?.kind !== 'number') return { arguments: matched, unit: null, substance: null }
  return { arguments: matched, unit: type.unit, substance: type.substance ?? substanceOf(sharing, type.unit) }
}

function wishOf(parameter: Parameter): string | null {
  if (parameter.kind === 'same') return 'same'
  return parameter.kind === 'number' ? parameter.unit : null
}

function mixesDates(sharing: readonly Argument[], typing: Typing): boolean {
  const first = sharing[0]
  const other = sharing.find(({ type }) => type.kind !== first?.type.kind)
  if (!first || !other) return false
  refuse(other.node, typing, {
    code: 'TYPE',
    message: message('gate.units.firstIs', { one: sayType(other.type), first: sayType(first.type) }),
    fix: message('gate.units.onlyOne'),
  })
  return true
}

/** Of factors the one with a unit, else the first. */
function leadOf(sharing: readonly Argument[]): Argument | undefined {
  const isProduct = sharing.some(({ parameter }) => wishOf(parameter) === 'one')
  const withUnit = sharing.find(({ type }) => type.kind === 'number' && type.unit !== null)
  return isProduct ? (withUnit ?? sharing[0]) : sharing[0]
}

function substanceOf(sharing: readonly Argument[], unit: string | null): string | null {
  const found = sharing.find(({ type }) => type.kind === 'number' && type.unit === unit && type.substance !== null)
  return found?.type.kind === 'number' ? found.type.substance : null
}

function matchOne(
  call: Node & { readonly kind: 'call' },
  arg: Argument,
  lead: Argument | undefined,
  typing: Typing,
): Expression | null {
  const wish = wishOf(arg.parameter)
  const { type } = arg
  if (type.kind !== 'number' || wish === null) return arg.expression
  if (wish === 'bare') return type.unit === null ? arg.expression : refuseUnit(call, arg, type, typing)
  if (wish === 'one') return type.unit === null || arg === lead ? arg.expression : refuseProduct(arg, type, typing)
  if (wish === 'same') return lead?.type.kind === 'number' ? matchLead(arg, lead, lead.type, typing) : arg.expression
  return type.unit === null ? arg.expression : converted(arg, type, wish, typing)
}

function refuseUnit(call: Node & { readonly kind: 'call' }, arg: Argument, type: NumberType, typing: Typing): null {
  const name = call.called.text
  return refuse(arg.node, typing, {
    code: 'UNIT',
    message:
      name === '/'
        ? message('gate.units.divisor', { unit: type.unit ?? '' })
        : message('gate.units.valueOf', { name, unit: type.unit ?? '' }),
    fix: message('gate.units.inAndAs', { unit: type.unit ?? '', code: '(…) as' }),
  })
}

function refuseProduct(arg: Argument, type: NumberType, typing: Typing): null {
  return refuse(arg.node, typing, {
    code: 'UNIT',
    message: message('gate.units.unitTimesUnit', { unit: type.unit ?? '' }),
    fix: message('gate.units.inAndAs', { unit: type.unit ?? '', code: '(…) as' }),
  })
}

/** `arg` in the unit of `lead`; a bare number beside one with a unit is refused, whichever stands first. */
export function matchLead(arg: Typed, lead: Typed, leadType: NumberType, typing: Typing): Expression | null {
  const { type } = arg
  if (type.kind !== 'number' || type.unit === leadType.unit) return sameSubstance(arg, leadType, typing)
  if (type.unit === null || leadType.unit === null) {
    const [bare, other, unit] = type.unit === null ? [arg, lead, leadType.unit] : [lead, arg, type.unit]
    return refuse(bare.node, typing, bareProblem(bare.node, other.node, unit ?? ''))
  }
  return converted(arg, type, leadType.unit, typing, type.substance ?? leadType.substance)
}

function sameSubstance(arg: Typed, lead: NumberType, typing: Typing): Expression | null {
  const { type } = arg
  if (type.kind !== 'number' || type.substance === null || lead.substance === null || type.substance === lead.substance)
    return arg.expression
  return refuse(arg.node, typing, {
    code: 'UNIT',
    message: message('gate.units.otherSubstance', { one: type.substance, other: lead.substance }),
    fix: message('gate.units.numbersAlone', { unit: type.unit ?? '' }),
  })
}

function bareProblem(bare: Node, other: Node, unit: string): Parameters<Typing['report']>[1] {
  const what = other.kind === 'variable' ? `?${other.name}` : message('gate.units.otherSide')
  if (bare.kind === 'number')
    return {
      code: 'UNIT',
      message: message('gate.units.noUnitBeside', { number: bare.text, what, unit }),
      fix: writeInstead(`${bare.text} ${unit}`),
    }
  return {
    code: 'UNIT',
    message: message('gate.units.bareBeside', { what, unit }),
    fix: message('gate.units.asOrIn', { unit }),
  }
}
