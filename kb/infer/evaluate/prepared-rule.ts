import type { Calendar } from '../../program/vocabulary.ts'
import type { Condition, FunctionName, Part, Rule } from '../../program/rule.ts'
import type { Decimal } from '../../values/decimal.ts'
import type { Value } from '../../values/value.ts'

/** A rule with its variables as numbered slots, so that evaluation never looks up a name. */
export type PreparedRule = {
  readonly rule: Rule
  /** The variables' names by slot. */
  readonly variables: readonly string[]
  readonly head: PreparedAtom
  /** All conditions in the author's order. */
  readonly conditions: readonly PreparedCondition[]
  /** Those that say for what a sum or aggregate is made; then those that use its result. Positions in `conditions`. */
  readonly before: readonly PreparedCondition[]
  readonly after: readonly PreparedCondition[]
  readonly exceptions: readonly PreparedCondition[]
  readonly sum: PreparedSum | null
  readonly aggregates: readonly PreparedAggregate[]
}

export type PreparedAtom = {
  readonly relation: string
  /** By place: the slot of its variable, or ANY_VALUE, or CONSTANT. */
  readonly slots: readonly number[]
  readonly constants: readonly (Value | undefined)[]
  /** Which places are names. */
  readonly names: readonly boolean[]
}

export const ANY_VALUE = -1
export const CONSTANT = -2

export type PreparedCondition = (
  | { readonly kind: 'atom'; readonly negated: boolean; readonly atom: PreparedAtom }
  | {
      readonly kind: 'comparison'
      readonly operator: '>=' | '<=' | '>' | '<' | '=' | '!='
      readonly left: PreparedExpression
      readonly right: PreparedExpression
    }
  | { readonly kind: 'assignment'; readonly slot: number; readonly expression: PreparedExpression }
) & {
  /** Position in the list it was written in. */
  readonly position: number
  readonly condition: Condition
  /** Slots that other conditions fill and that must be filled before this one can be judged. */
  readonly needs: readonly number[]
}

export type PreparedExpression =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'calendar'; readonly calendar: Calendar }
  | { readonly kind: 'call'; readonly function: FunctionName; readonly arguments: readonly PreparedExpression[] }

export type PreparedPart = { readonly part: Part; readonly add: Decimal; readonly when: readonly PreparedCondition[] }

export type PreparedItem = {
  readonly oneOf: readonly PreparedPart[]
  /** One of the parts holds whatever is not known. */
  readonly coversAll: boolean
}

export type PreparedSum = {
  readonly slot: number
  readonly items: readonly PreparedItem[]
}

export type PreparedAggregate = {
  readonly kind: 'count' | 'minimum' | 'maximum' | 'total'
  readonly slot: number
  readonly value: number
  readonly of: readonly PreparedCondition[]
  /** The slots of all variables of `of`. */
  readonly slots: readonly number[]
}
