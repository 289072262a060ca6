import type { Value } from '../values/value.ts'
import type { Meter } from './meter.ts'
import type { PreparedCondition, PreparedRule } from './prepared-rule.ts'
import type { Row } from './row.ts'

/** Where the conditions of a rule find their rows. `names` by place; undefined: any. May give more rows than match. */
export type RowSource = {
  rows(relation: string, names: readonly (string | undefined)[]): readonly Row[]
  /** How much work the rows will be, roughly. */
  cost(relation: string, names: readonly (string | undefined)[]): number
}

/** One rule being evaluated. */
export type Run = {
  readonly prepared: PreparedRule
  readonly source: RowSource
  readonly meter: Meter
  readonly slots: (Value | undefined)[]
  /** The row taken for each plain atom among the rule's conditions. */
  readonly matched: (Row | null)[]
  /** How many of the rows taken may stand for several values. */
  many: number
  /** In a round of a fixpoint: this condition takes only the rows that are new. */
  /** The round of the fixpoint; 0 outside of one. */
  readonly round: number
  readonly fresh: { readonly condition: PreparedCondition; readonly rows: readonly Row[] } | null
}

export function createRun(
  prepared: PreparedRule,
  source: RowSource,
  meter: Meter,
  { round, fresh }: Pick<Run, 'round' | 'fresh'> = { round: 0, fresh: null },
): Run {
  return {
    prepared,
    source,
    meter,
    slots: prepared.variables.map(() => undefined),
    matched: prepared.conditions.map(() => null),
    many: 0,
    round,
    fresh,
  }
}
