import { proofsIn, stepsIn } from './inside-step.ts'
import { inputKey } from './missing-input.ts'
import type { Ground, MissingInput, Proof, Statement, Step } from './proof.ts'

/** What a proof assumes and misses, everywhere in it, each once and in the order of the proof. */
export type Collected = { readonly assumed: readonly Statement[]; readonly missing: readonly MissingInput[] }

type Into = { readonly assumed: Map<string, Statement>; readonly missing: Map<string, MissingInput> }

export function collect(conclusion: Statement, grounds: readonly Ground[]): Collected {
  const into: Into = { assumed: new Map(), missing: new Map() }
  for (const ground of grounds) {
    if (ground.kind === 'assumed-absent') into.assumed.set(conclusion.text, conclusion)
    if (ground.kind === 'missing') into.missing.set(inputKey(ground.input), ground.input)
    if (ground.kind === 'rule') for (const step of ground.steps) collectStep(step, into)
  }
  return { assumed: [...into.assumed.values()], missing: [...into.missing.values()] }
}

function collectStep(step: Step, into: Into): void {
  if (step.kind === 'assumed-absent') into.assumed.set(step.statement.text, step.statement)
  if (step.kind === 'missing') into.missing.set(inputKey(step.input), step.input)
  for (const proof of proofsIn(step)) collectProof(proof, into)
  for (const inner of stepsIn(step)) collectStep(inner, into)
}

function collectProof({ assumed, missing }: Proof, into: Into): void {
  for (const statement of assumed) into.assumed.set(statement.text, statement)
  for (const input of missing) into.missing.set(inputKey(input), input)
}
