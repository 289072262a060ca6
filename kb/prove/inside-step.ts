import type { Proof, Step } from './proof.ts'

/** The proofs that a step holds. */
export function proofsIn(step: Step): readonly Proof[] {
  if (step.kind === 'conclusion') return [step.proof]
  if (step.kind === 'fails') return step.proof === null ? [] : [step.proof]
  return 'proofs' in step ? step.proofs : []
}

/** The steps that a step holds beside its proofs. */
export function stepsIn(step: Step): readonly Step[] {
  if (step.kind === 'sum') return step.parts.flatMap((part) => part.steps)
  return step.kind === 'aggregate' ? [...step.of.flatMap((one) => one.steps), ...step.without] : []
}
