import type { Inference } from '../infer/inference.ts'
import type { Fact } from '../program/fact.ts'
import { proofsIn, stepsIn } from './inside-step.ts'
import type { Ground, Proof, Step } from './proof.ts'

/** All facts that the proofs rest on, in their order. */
export function factsIn(proofs: readonly Proof[], inference: Inference): readonly Fact[] {
  const found = new Map<string, string>()
  for (const proof of proofs) visitProof(proof, found)
  const byRelation = Map.groupBy(found, ([, relation]) => relation)
  const facts = new Map<string, Fact>()
  for (const [relation, ids] of byRelation) {
    const wanted = new Set(ids.map(([id]) => id))
    for (const fact of inference.facts.relation(relation).facts) if (wanted.has(fact.id)) facts.set(fact.id, fact)
  }
  return [...found.keys()].flatMap((id) => facts.get(id) ?? [])
}

/** Ids of facts to their relation. */
type Found = Map<string, string>

function visitProof(proof: Proof, found: Found): void {
  for (const ground of proof.grounds) visitGround(ground, proof.conclusion.relation, found)
}

function visitGround(ground: Ground, relation: string, found: Found): void {
  if (ground.kind === 'rule') for (const step of ground.steps) visitStep(step, found)
  else if ('facts' in ground) for (const id of ground.facts) found.set(id, relation)
}

function visitStep(step: Step, found: Found): void {
  if ('facts' in step) for (const id of step.facts) found.set(id, step.statement.relation)
  for (const proof of proofsIn(step)) visitProof(proof, found)
  for (const inner of stepsIn(step)) visitStep(inner, found)
}
