import type { Goal } from '../language/statement.ts'
import type { Atom } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { StatementProblem } from './gate-fact.ts'

/** A question that may be put to the inference: known relation, right types, values in the units of the relation. */
export function gateGoal(
  goal: Goal,
  vocabulary: Vocabulary,
): { readonly atom: Atom; readonly problem: null } | { readonly atom: null; readonly problem: StatementProblem } {
  throw new Error(`not yet: ${goal.relation} ${vocabulary.relations.size}`)
}
