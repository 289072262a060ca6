import type { Inference } from '../infer/inference.ts'
import type { Atom } from '../program/rule.ts'
import type { Proof } from './proof.ts'

/**
 * One proof for each answer to the goal, in the order of `Inference.ask`; where there is none, one with status `no` that says
 * why not. Throws BudgetError.
 */
export function proofsOf(inference: Inference, goal: Atom): readonly Proof[] {
  throw new Error(`not yet: ${goal.relation} ${inference.options.asOf}`)
}
