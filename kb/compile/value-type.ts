import { message, type Message } from '../../wording/message.ts'
import type { SourcePlace } from '../program/rule.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import type { Report } from './read/problem.ts'

/** What a value is. A name whose type is null takes the type of what it is compared with. */
export type ValueType =
  | { readonly kind: 'name'; readonly type: string | null }
  | { readonly kind: 'number'; readonly unit: string | null; readonly substance: string | null }
  | { readonly kind: 'date' }

/** What a rule may see: the words of its pack and of those it uses, and all others for the advice to use their pack. */
export type Words = { readonly vocabulary: Vocabulary; readonly everywhere: Vocabulary }

/** What each variable of a rule is, from the first place that says so. */
export type VariableTypes = {
  of(name: string): ValueType | null
  /** Reports a second, different type. */
  note(name: string, type: ValueType, at: SourcePlace): void
  /** For the conditions of a part: sees all types, keeps its own to itself. */
  inner(): VariableTypes
}

export const BARE: ValueType & { readonly kind: 'number' } = { kind: 'number', unit: null, substance: null }

export function typeOfPlace(place: Place): ValueType {
  if (place.kind === 'number') return { kind: 'number', unit: place.unit, substance: place.substance }
  return place
}

/** "a number in kg", "a date", "a condition". */
export function sayType(type: ValueType): Message {
  if (type.kind === 'date') return message('gate.types.date')
  if (type.kind === 'name')
    return type.type === null ? message('gate.types.name') : message('gate.types.nameOf', { type: type.type })
  return type.unit === null ? message('gate.types.bare') : message('gate.types.number', { unit: type.unit })
}

/** Are they one type, so that their values may be joined as they stand? */
function sameType(left: ValueType, right: ValueType): boolean {
  if (left.kind === 'number' && right.kind === 'number')
    return (
      left.unit === right.unit &&
      (left.substance === right.substance || left.substance === null || right.substance === null)
    )
  if (left.kind === 'name' && right.kind === 'name')
    return left.type === right.type || left.type === null || right.type === null
  return left.kind === right.kind
}

export function createVariableTypes(report: Report, outer: VariableTypes | null = null): VariableTypes {
  const types = new Map<string, { readonly type: ValueType; readonly at: SourcePlace | null }>()
  const of = (name: string): ValueType | null => outer?.of(name) ?? types.get(name)?.type ?? null
  const self: VariableTypes = {
    of,
    note(name, type, at) {
      const known = of(name)
      if (known === null || (known.kind === 'name' && known.type === null)) types.set(name, { type, at })
      else if (!sameType(known, type)) reportClash(name, known, type, types.get(name)?.at ?? null, at, report)
    },
    inner: () => createVariableTypes(report, self),
  }
  return self
}

function reportClash(
  name: string,
  known: ValueType,
  type: ValueType,
  first: SourcePlace | null,
  at: SourcePlace,
  report: Report,
): void {
  const isUnit = known.kind === 'number' && type.kind === 'number'
  const isSubstance = isUnit && known.unit === type.unit
  const said = (one: ValueType): Message =>
    isSubstance && one.kind === 'number'
      ? message('gate.types.ofSubstance', {
          type: sayType(one),
          substance: one.substance ?? message('gate.types.noSubstance'),
        })
      : sayType(one)
  const both = { name, known: said(known), type: said(type) }
  report(at, {
    code: isUnit && !isSubstance ? 'UNIT' : 'TYPE',
    message:
      first && first.line !== at.line
        ? message('gate.units.clashAt', { ...both, line: first.line })
        : message('gate.units.clash', both),
    fix: isUnit && !isSubstance ? unitFix(name, known, type) : message('gate.units.twoVariables'),
  })
}

function unitFix(
  name: string,
  known: ValueType & { readonly kind: 'number' },
  type: ValueType & { readonly kind: 'number' },
): Message {
  if (type.unit === null) return message('gate.units.takeNumber', { code: `?n := ?${name} in ${known.unit}` })
  if (known.unit === null) return message('gate.units.giveUnit', { code: `?x := ?${name} as ${type.unit}` })
  return message('gate.units.convertFirst', { code: `?x := (?${name} in ${type.unit}) as ${type.unit}` })
}
