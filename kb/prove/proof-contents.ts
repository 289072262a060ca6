import { t } from '../../wording/translate.ts'
import type { Inference } from '../infer/inference.ts'
import type { Fact } from '../program/fact.ts'
import type { Contested, Ground, MissingInput, Proof, ShownRule, Statement, Step } from './proof.ts'
import { inputKey } from './statement-of.ts'

/** All facts that the proofs rest on, in their order. */
export function factsIn(proofs: readonly Proof[], inference: Inference): readonly Fact[] {
  const found = new Map<string, string>()
  for (const proof of proofs) factsOfProof(proof, found)
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

function factsOfProof(proof: Proof, found: Found): void {
  for (const ground of proof.grounds) factsOfGround(ground, proof.conclusion.relation, found)
}

function factsOfGround(ground: Ground, relation: string, found: Found): void {
  if (ground.kind === 'rule') for (const step of ground.steps) factsOfStep(step, found)
  else if ('facts' in ground) for (const id of ground.facts) found.set(id, relation)
}

function factsOfStep(step: Step, found: Found): void {
  if ('facts' in step) for (const id of step.facts) found.set(id, step.statement.relation)
  for (const proof of proofsIn(step)) factsOfProof(proof, found)
  for (const inner of stepsIn(step)) factsOfStep(inner, found)
}

/** All rules that the proofs rest on, each once, in their order. */
export function rulesIn(proofs: readonly Proof[]): readonly ShownRule[] {
  const found = new Map<string, ShownRule>()
  for (const proof of proofs) rulesOfProof(proof, found)
  return [...found.values()]
}

function rulesOfProof({ grounds }: Proof, found: Map<string, ShownRule>): void {
  for (const ground of grounds) {
    if (ground.kind !== 'rule') continue
    found.set(ground.rule.id, ground.rule)
    for (const step of ground.steps) rulesOfStep(step, found)
  }
}

function rulesOfStep(step: Step, found: Map<string, ShownRule>): void {
  for (const proof of proofsIn(step)) rulesOfProof(proof, found)
  for (const inner of stepsIn(step)) rulesOfStep(inner, found)
}

/** The relations that nothing is recorded of, where a rule that takes this as a no waits for something else as well. */
export function assumedWhileOpen(proofs: readonly Proof[]): ReadonlySet<string> {
  const found = new Set<string>()
  const ofProof = ({ grounds }: Proof) =>
    grounds.forEach((ground) => {
      if (ground.kind !== 'rule') return
      const isOpen = ground.steps.some(({ status }) => status === 'unknown')
      for (const step of ground.steps) if (isOpen && step.kind === 'assumed-absent') found.add(step.statement.relation)
      ground.steps.forEach(ofStep)
    })
  const ofStep = (step: Step) => {
    proofsIn(step).forEach(ofProof)
    stepsIn(step).forEach(ofStep)
  }
  proofs.forEach(ofProof)
  return found
}

/** What a proof assumes and misses, everywhere in it, each once and in the order of the proof. */
type Collected = { readonly assumed: readonly Statement[]; readonly missing: readonly MissingInput[] }

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

type Unsaid = Omit<Proof, 'summary'>

/** What contradicts itself and keeps a conclusion open, in words, each once: what is furthest down, for the rest follows from it. */
export function contestedIn(proof: Unsaid): readonly string[] {
  const below = proof.grounds.flatMap((ground) => (ground.kind === 'rule' ? contestedBelow(ground.steps) : []))
  if (below.length > 0 || proof.contested === null) return [...new Set(below)]
  return [contestedWords(proof, proof.contested)]
}

/** Of these steps. */
export function contestedBelow(steps: readonly Step[]): readonly string[] {
  return steps
    .filter(({ status }) => status === 'unknown')
    .flatMap((step) => [
      ...proofsIn(step)
        .filter(({ repeated }) => !repeated)
        .flatMap(contestedIn),
      ...contestedBelow(stepsIn(step)),
    ])
}

function contestedWords({ conclusion, grounds }: Unsaid, { rivals, text }: Contested): string {
  if (rivals.length === 0) return t('reasoning.summary.bothYesAndNo', { statement: conclusion.text })
  const isRecorded = grounds.every(({ kind }) => kind === 'recorded')
  return t(isRecorded ? 'reasoning.summary.recordedConflict' : 'reasoning.summary.valuesConflict', { values: text })
}

/** The proofs that a step holds. */
function proofsIn(step: Step): readonly Proof[] {
  if (step.kind === 'conclusion') return [step.proof]
  if (step.kind === 'fails') return step.proof === null ? [] : [step.proof]
  return 'proofs' in step ? step.proofs : []
}

/** The steps that a step holds beside its proofs. */
function stepsIn(step: Step): readonly Step[] {
  if (step.kind === 'sum') return step.parts.flatMap((part) => part.steps)
  return step.kind === 'aggregate' ? [...step.of.flatMap((one) => one.steps), ...step.without] : []
}
