import type { Inference } from '../infer/inference.ts'
import { CONSTANT } from '../infer/prepared-rule.ts'
import type { PreparedAtom } from '../infer/prepared-rule.ts'
import { createRun } from '../infer/run.ts'
import type { Run } from '../infer/run.ts'
import type { RuleGround } from '../infer/row.ts'
import type { Value } from '../values/value.ts'

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
