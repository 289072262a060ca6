import type { Argument, Goal } from '../language/statement.ts'
import type { Atom, Term } from '../program/rule.ts'
import type { Place, Vocabulary } from '../program/vocabulary.ts'
import type { StatementProblem } from './gate-fact.ts'
import { relationNamed, relationsThere } from './relation-named.ts'
import { valueInPlace } from './value-in-place.ts'

export type GatedGoal =
  | { readonly atom: Atom; readonly problem: null }
  | { readonly atom: null; readonly problem: StatementProblem }

/** A question that may be put to the inference: known relation, right types, values in the units of the relation. */
export function gateGoal(goal: Goal, vocabulary: Vocabulary): GatedGoal {
  const found = relationNamed(goal.relation, goal.terms.length, vocabulary, relationsThere(vocabulary))
  if ('problem' in found) return { atom: null, problem: { ...found.problem, part: 'relation' } }
  const terms: Term[] = []
  for (const [index, term] of goal.terms.entries()) {
    if (term.kind === 'variable' || term.kind === 'anything') terms.push(term)
    else {
      const result = valueInPlace(term satisfies Argument, found.relation.places[index] as Place, vocabulary)
      if ('problem' in result) return { atom: null, problem: { ...result.problem, part: index } }
      terms.push({ kind: 'constant', value: result.value })
    }
  }
  return { atom: { relation: goal.relation, terms }, problem: null }
}
