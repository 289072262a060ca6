import type { Inference } from '../infer/inference.ts'
import type { Atom } from '../program/rule.ts'
import type { Statement } from './proof.ts'

/** A single change of the facts that changes what is concluded. */
export type Change = {
  /** `flip`: a recorded fact were not so. `appear`: what is assumed absent were so. `answer`: a missing input were known. */
  readonly kind: 'flip' | 'appear' | 'answer'
  readonly statement: Statement
  /** The facts that it is about; empty for `appear` and `answer`. */
  readonly facts: readonly string[]
  readonly before: Outcome
  readonly after: Outcome
}

export type Outcome = { readonly status: 'yes' | 'unknown' | 'no'; readonly statements: readonly Statement[] }

/** Single changes that would change the conclusion, each tried by asking again. */
export function whatWouldChange(inference: Inference, goal: Atom): readonly Change[] {
  throw new Error(`not yet: ${goal.relation} ${inference.options.asOf}`)
}
