import type { Node } from '../language/syntax.ts'
import type { Expression, SourcePlace } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { UnitError } from '../units/unit-error.ts'
import { convertExpression } from './convert-expression.ts'
import type { Report } from './report.ts'
import type { ValueType } from './value-type.ts'
import type { VariableTypes } from './variable-types.ts'

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
      message: `${error.message}.`,
      fix: `Write it in ${to}, or in a unit that converts to it.`,
    })
  }
}
