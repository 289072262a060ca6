import type { SourcePlace } from '../program/rule.ts'
import type { Report } from './report.ts'
import { sameType, sayType, type ValueType } from './value-type.ts'

/** What each variable of a rule is, from the first place that says so. */
export type VariableTypes = {
  of(name: string): ValueType | null
  /** Reports a second, different type. */
  note(name: string, type: ValueType, at: SourcePlace): void
  /** For the conditions of a part: sees all types, keeps its own to itself. */
  inner(): VariableTypes
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
  const where = first && first.line !== at.line ? ` (line ${first.line})` : ''
  const isUnit = known.kind === 'number' && type.kind === 'number'
  const isSubstance = isUnit && known.unit === type.unit
  const said = (one: ValueType): string =>
    isSubstance && one.kind === 'number' ? `${sayType(one)} of ${one.substance ?? 'no substance'}` : sayType(one)
  report(at, {
    code: isUnit && !isSubstance ? 'UNIT' : 'TYPE',
    message: `?${name} is ${said(known)} elsewhere${where}, and ${said(type)} here.`,
    fix:
      isUnit && !isSubstance
        ? unitFix(name, known, type)
        : 'Use two variables, or correct the one that stands in the wrong place.',
  })
}

function unitFix(
  name: string,
  known: ValueType & { readonly kind: 'number' },
  type: ValueType & { readonly kind: 'number' },
): string {
  if (type.unit === null) return `Take the number alone first: ?n := ?${name} in ${known.unit}.`
  if (known.unit === null) return `Give the number its unit first: ?x := ?${name} as ${type.unit}.`
  return `Convert it first: ?x := (?${name} in ${type.unit}) as ${type.unit}.`
}
