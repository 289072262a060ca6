import { proofsIn, stepsIn } from './inside-step.ts'
import type { Proof, ShownRule, Step } from './proof.ts'

/** All rules that the proofs rest on, each once, in their order. */
export function rulesIn(proofs: readonly Proof[]): readonly ShownRule[] {
  const found = new Map<string, ShownRule>()
  for (const proof of proofs) visitProof(proof, found)
  return [...found.values()]
}

function visitProof({ grounds }: Proof, found: Map<string, ShownRule>): void {
  for (const ground of grounds) {
    if (ground.kind !== 'rule') continue
    found.set(ground.rule.id, ground.rule)
    for (const step of ground.steps) visitStep(step, found)
  }
}

function visitStep(step: Step, found: Map<string, ShownRule>): void {
  for (const proof of proofsIn(step)) visitProof(proof, found)
  for (const inner of stepsIn(step)) visitStep(inner, found)
}
