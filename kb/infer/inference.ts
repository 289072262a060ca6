import type { Program } from '../program/program.ts'
import type { Atom, Rule } from '../program/rule.ts'
import type { Budget } from './budget.ts'
import type { Conflict } from './conflict.ts'
import type { FactChange, FactsInForce } from './facts-in-force.ts'
import type { Meter } from './meter.ts'
import type { PreparedRule } from './prepared-rule.ts'
import type { Row } from './row.ts'
import type { RowSource } from './run.ts'

export type InferenceOptions = {
  /** The day of the question, days since 1970-01-01. */
  readonly asOf: number
  /**
   * Rules of another one are out of force. One for all rules, or by pack: the rules of each are judged by its own, and where it has
   * none, all of them count.
   */
  readonly jurisdiction: string | null | ReadonlyMap<string, string | null>
  /** Which rules count: only `approved` for answers, more while a rule is written. */
  readonly statuses: ReadonlySet<Rule['status']>
  readonly budget: Budget
  /** Milliseconds from any start. */
  readonly now: () => number
}

/** Answers questions from one program and one set of facts, and remembers what it derived. */
export type Inference = {
  readonly program: Program
  readonly options: InferenceOptions
  readonly facts: FactsInForce
  /**
   * All statements that match, in one fixed order. A goal without variables is `yes` if a row is certain, `unknown` if there
   * are only possible ones and `no` if there are none. Throws BudgetError; the budget is for one question.
   */
  ask(goal: Atom): readonly Row[]
  /** Found so far: those of the facts, and those that answering has met. */
  conflicts(): readonly Conflict[]
  /** The same with other facts. What does not rest on the relations of the change is not worked out again. */
  with(change: FactChange): Inference
  /** For proofs, which work out again what led to a row. */
  readonly source: RowSource
  readonly meter: Meter
  rulesFor(relation: string): readonly PreparedRule[]
}
