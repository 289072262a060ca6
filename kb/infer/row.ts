import type { Fact } from '../program/fact.ts'
import type { Value } from '../values/value.ts'
import type { PreparedRule } from './prepared-rule.ts'

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

/** Proofs of one conclusion that are kept. */
export const MOST_GROUNDS = 8
