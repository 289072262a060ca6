import type { Proof, ProofStep } from './proof.ts'

export type MapSteps = (steps: readonly ProofStep[]) => ProofStep[]

/** Everything right below a step, in the order in which it is read. */
export function stepsBelow(step: ProofStep): readonly ProofStep[] {
  return listsBelow(step).flat()
}

export function stepsOf({ grounds }: Proof): readonly ProofStep[] {
  return grounds.flatMap((ground) => ground.steps)
}

function listsBelow(step: ProofStep): readonly (readonly ProofStep[])[] {
  switch (step.kind) {
    case 'conclusion':
      return step.proof.grounds.map(({ steps }) => steps)
    case 'against':
    case 'not-concluded':
    case 'fails':
      return step.proofs.map(stepsOf)
    case 'aggregate':
      return [step.steps]
    case 'sum':
      return step.parts.map(({ steps }) => steps)
    default:
      return []
  }
}

/** With each list of steps right below it mapped. */
export function withSteps(step: ProofStep, map: MapSteps): ProofStep {
  switch (step.kind) {
    case 'conclusion':
      return { ...step, proof: proofWith(step.proof, map) }
    case 'against':
    case 'not-concluded':
    case 'fails':
      return { ...step, proofs: step.proofs.map((proof) => proofWith(proof, map)) }
    case 'aggregate':
      return { ...step, steps: map(step.steps) }
    case 'sum':
      return { ...step, parts: step.parts.map((part) => ({ ...part, steps: map(part.steps) })) }
    default:
      return step
  }
}

export function proofWith(proof: Proof, map: MapSteps): Proof {
  return { ...proof, grounds: proof.grounds.map((ground) => ({ ...ground, steps: map(ground.steps) })) }
}

export function seeAbove({ sentence, holds, isBlank, isRange }: Proof): ProofStep {
  return { kind: 'see-above', sentence, holds, isBlank, isRange }
}

export function leftOut(text: string): ProofStep {
  return { kind: 'left-out', text }
}

/** Whether nothing below is open: a range may rest on questions, and be certain as a range. */
export function isSettled(proof: Proof): boolean {
  return proof.holds !== 'unknown' && !stepsOf(proof).some(isOpen)
}

function isOpen(step: ProofStep): boolean {
  return step.kind === 'missing' || step.kind === 'conflict' || stepsBelow(step).some(isOpen)
}

/** By its sentence, each conclusion that the engine shows in full. */
export type Whole = ReadonlyMap<string, Proof>

export function wholeProofs(proof: Proof): Whole {
  const whole = new Map<string, Proof>()
  const collect = (step: ProofStep) => {
    if (step.kind === 'conclusion' && !whole.has(step.proof.sentence)) whole.set(step.proof.sentence, step.proof)
    stepsBelow(step).forEach(collect)
  }
  stepsOf(proof).forEach(collect)
  return whole
}
