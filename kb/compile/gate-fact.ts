import type { Statement, StatementPart } from '../language/statement.ts'
import type { Fact } from '../program/fact.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { Problem } from './problem.ts'

export type GatedFact =
  | { readonly fact: Omit<Fact, 'id'>; readonly problem: null }
  | { readonly fact: null; readonly problem: StatementProblem }

/** `part` says beside which field of a form it belongs. */
export type StatementProblem = Pick<Problem, 'code' | 'message' | 'fix'> & { readonly part: StatementPart }

/** Known relation, right types, names of the list, real days, units converted to those of the relation, within its bounds. */
export function gateFact(statement: Statement, vocabulary: Vocabulary): GatedFact {
  throw new Error(`not yet: ${statement.relation} ${vocabulary.relations.size}`)
}
