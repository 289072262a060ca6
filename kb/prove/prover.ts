import type { Inference } from '../infer/inference.ts'
import { CONSTANT, type PreparedAtom } from '../infer/evaluate/prepared-rule.ts'
import type { Row, RuleGround } from '../infer/row.ts'
import { createRun, type Run } from '../infer/evaluate/rule-run.ts'
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

/** The rule with its variables as they were when it derived the row. */
export function runOfGround(ground: RuleGround, inference: Inference): Run {
  const run = createRun(ground.rule, inference.source, inference.meter)
  for (const [slot, value] of ground.bindings.entries()) run.slots[slot] = value
  for (const [position, row] of ground.matched.entries()) run.matched[position] = row
  return run
}

/** The atom's values with the variables as they are; null: any. */
export function valuesOf(atom: PreparedAtom, run: Run): readonly (Value | null)[] {
  return atom.slots.map((slot, place) => {
    if (slot === CONSTANT) return atom.constants[place] ?? null
    return slot < 0 ? null : (run.slots[slot] ?? null)
  })
}
