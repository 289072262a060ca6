import type { Fact } from '../program/fact.ts'
import type { Value } from '../values/value.ts'
import type { Row, RuleGround } from './row.ts'

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
