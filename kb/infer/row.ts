import type { Fact } from '../program/fact.ts'
import { type Value, valueKey } from '../values/value.ts'
import type { PreparedRule } from './evaluate/prepared-rule.ts'

/**
 * A statement that holds or may hold. `certain`: in every completion of what is unknown there is a value within each range
 * for which it holds. `possible`: in some completion there may be. What no row covers holds in none.
 */
export type Row = {
  readonly relation: string
  readonly values: readonly Value[]
  certainty: 'certain' | 'possible'
  /** May stand for more than one value within its ranges, as every weight that nobody recorded. */
  many: boolean
  /** Its key has, or may have, another value too, or it is recorded as no; such a row is never certain. */
  contested: boolean
  /** Where it is recorded, as yes or as not known. */
  facts: readonly Fact[]
  /** An input that nobody recorded. */
  missing: boolean
  /** Ways to derive it, the best MOST_GROUNDS; see keepGround. */
  grounds: readonly RuleGround[]
  /** In a recursive group: the round that first derived it, and the round that first derived it as certain. */
  round: number
  certainRound: number
}

/** One way in which a rule derives a row. The steps between are computed again when the proof is asked for. */
export type RuleGround = {
  readonly rule: PreparedRule
  /** By slot of the rule's variables. */
  readonly bindings: readonly (Value | undefined)[]
  /** By position in `PreparedRule.conditions`; null for what is no plain atom. */
  readonly matched: readonly (Row | null)[]
  readonly certain: boolean
  /** In a recursive group: in which round it was found; else 0. */
  readonly round: number
  /** Set when it is first compared with another. */
  key: string | null
}

/** Statements that cannot all be so. Never picked from: none of them is certain until a person decides. */
export type Conflict = {
  /** `values`: several values for one key. `denied`: recorded as no, and recorded or derived as yes. */
  readonly kind: 'values' | 'denied'
  readonly relation: string
  readonly rows: readonly Row[]
  /** Those recorded as no; empty for `values`. */
  readonly denied: readonly Fact[]
}

/** Proofs of one conclusion that are kept. */
export const MOST_GROUNDS = 8

const NO_FACTS: readonly Fact[] = []
const NO_GROUNDS: readonly RuleGround[] = []

/** A row without grounds yet. */
export function createRow(relation: string, values: readonly Value[], certainty: Row['certainty']): Row {
  return {
    relation,
    values,
    certainty,
    many: false,
    contested: false,
    facts: NO_FACTS,
    missing: false,
    grounds: NO_GROUNDS,
    round: 0,
    certainRound: 0,
  }
}

/** Equal statements of one relation have equal keys, others never: each part says how long it is. */
export function rowKey(values: readonly Value[]): string {
  let key = ''
  for (const value of values) key += partKey(value)
  return key
}

/** The key of some places only. */
export function keyOfPlaces(values: readonly Value[], places: readonly number[]): string {
  let key = ''
  for (const place of places) key += partKey(valueAt(values, place))
  return key
}

export function valueAt(values: readonly Value[], place: number): Value {
  const value = values[place]
  if (value === undefined) throw new Error(`a statement has no place ${place}, only ${values.length}`)
  return value
}

function partKey(value: Value): string {
  if (value.kind === 'name') return `${value.name.length}'${value.name}`
  const key = valueKey(value)
  return `${key.length}${key}`
}

/** One fixed order of answers: by their values, place by place. */
export function compareRows(left: Row, right: Row): number {
  for (const [place, value] of left.values.entries()) {
    const other = right.values[place]
    if (other === undefined) return 1
    const difference = compare(value, other)
    if (difference !== 0) return difference
  }
  return 0
}

function compare(left: Value, right: Value): number {
  if (left.kind === 'name' && right.kind === 'name') return order(left.name, right.name)
  if (left.kind === 'date' && right.kind === 'date') return order(left.low, right.low) || order(left.high, right.high)
  if (left.kind === 'number' && right.kind === 'number')
    return left.low.comparedTo(right.low) || left.high.comparedTo(right.high)
  return order(left.kind, right.kind)
}

function order<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
