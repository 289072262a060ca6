import type { Decimal } from '../values/decimal.ts'
import type { Rule, SourcePlace } from './rule.ts'

/**
 * Something to be considered, with what speaks for and against it. It proves nothing and no rule sees it. Weights add up as
 * logarithms of likelihood ratios do: a finding of 0.7 about doubles the odds, one of 2.3 makes them ten times as high.
 */
export type Candidate = {
  readonly id: string
  /** What users read. */
  readonly name: string
  readonly pack: string
  /** Before any finding; 0 where its author does not say. */
  readonly base: Decimal
  readonly findings: readonly Finding[]
  /** It is always listed, whatever its weight. */
  readonly cannotMiss: boolean
  /** What would decide it, in the author's words and order. */
  readonly decides: readonly string[]
  /** In what it may be considered, with the findings as a sum of points: as the kernel evaluates it. Item by item as `findings`. */
  readonly weighing: Rule
  readonly place: SourcePlace
}

export type Finding = {
  readonly say: string
  /** Added when it holds; below zero it speaks against the candidate. */
  readonly add: Decimal
  /** Added when it does not hold: never of the same sign. */
  readonly absent: Decimal
  /** Where the weight is from. */
  readonly source: string
}
