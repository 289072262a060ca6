import type { Inference } from '../infer/inference.ts'
import type { Atom } from '../program/rule.ts'
import type { MissingInput } from './proof.ts'

/** An input that nobody recorded, and whether its answer alone would decide the goal. */
export type Missing = MissingInput & {
  /** `always`: whatever the answer. `some`: some answers would. `no`: only together with others. */
  readonly decides: 'always' | 'some' | 'no'
}

/** The inputs on which an unknown answer rests, those first that would decide it. */
export function whatIsMissing(inference: Inference, goal: Atom): readonly Missing[] {
  throw new Error(`not yet: ${goal.relation} ${inference.options.asOf}`)
}
