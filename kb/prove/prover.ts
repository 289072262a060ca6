import type { Inference } from '../infer/inference.ts'
import type { Row } from '../infer/row.ts'
import type { Value } from '../values/value.ts'
import type { Proof } from './proof.ts'

/** What the parts of a proof need of one another; `proofsOf` makes one for each question. */
export type Prover = {
  readonly inference: Inference
  proofOfRow(row: Row): Proof
  /** Why nothing of this kind is so. Null: any value at all. */
  whyNot(relation: string, values: readonly (Value | null)[]): Proof
}

/** Proofs that one negated condition shows of what speaks against it, and values that one aggregate shows. */
export const MOST_SHOWN = 6
