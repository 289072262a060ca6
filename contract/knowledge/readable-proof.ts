import { t } from '../../wording/translate.ts'
import { openProof } from './open-proof.ts'
import { openingOf, plainProof, withoutRepeats } from './plain-proof.ts'
import {
  isSettled,
  leftOut,
  proofWith,
  seeAbove,
  stepsBelow,
  type Whole,
  wholeProofs,
  withSteps,
} from './proof-steps.ts'
import type { Proof, ProofStep } from './proof.ts'
import { conditionsFirst, scoreItems } from './score-parts.ts'

/**
 * A proof as a person reads it. What is settled stays step by step, but for exceptions beyond the third that do not apply. What is open
 * is no chain of steps yet, only what it rests on: the points of a score, what is known, which values conflict, and each question once.
 */
export function readableProof(whole: Proof): Proof {
  const proof = plainProof(whole)
  const shown = wholeProofs(proof)
  const read = isSettled(proof) ? settled(inReadingOrder(proof, shown)) : openProof(proof, shown)
  return withoutRepeats(withReferences(read, shown))
}

/** What the engine showed in full further down stands in full where it is read first. */
function inReadingOrder(proof: Proof, whole: Whole): Proof {
  const read = new Set<string>()
  const moved = new Set<Proof>()
  const order = (step: ProofStep): ProofStep => {
    if (step.kind === 'conclusion' && moved.has(step.proof)) return seeAbove(step.proof)
    if (step.kind === 'conclusion') read.add(step.proof.sentence)
    const known = step.kind === 'see-above' && !read.has(step.sentence) ? whole.get(step.sentence) : undefined
    if (known === undefined) return withSteps(step, (steps) => steps.map(order))
    moved.add(known)
    read.add(known.sentence)
    return { kind: 'conclusion', proof: proofWith(known, (steps) => steps.map(order)) }
  }
  return proofWith(proof, (steps) => steps.map(order))
}

/** What refers to a line that was left out is shown itself; what refers to one above needs its opening only. */
function withReferences(proof: Proof, whole: Whole): Proof {
  const read = new Set<string>()
  const refer = (step: ProofStep): ProofStep => {
    if (step.kind === 'conclusion') read.add(step.proof.sentence)
    if (step.kind !== 'see-above') return withSteps(step, (steps) => steps.map(refer))
    if (read.has(step.sentence)) return { ...step, sentence: openingOf(step.sentence) }
    const known = whole.get(step.sentence)
    return known === undefined ? step : refer({ kind: 'conclusion', proof: settled(known) })
  }
  return proofWith(proof, (steps) => steps.map(refer))
}

/** Exceptions that do not apply: the others are counted. */
const EXCEPTIONS_NAMED = 3

function settled(proof: Proof): Proof {
  const shorten = (steps: readonly ProofStep[]): ProofStep[] => {
    const absent = steps.filter(({ kind }) => kind === 'not-concluded')
    const more = absent.length - EXCEPTIONS_NAMED
    const kept = steps.filter((step) => more <= 0 || !absent.slice(EXCEPTIONS_NAMED).includes(step))
    return [
      ...pointsInPlace(kept).map((step) => withSteps(readAs(step), shorten)),
      ...(more > 0 ? [leftOut(t('proof.tree.moreExceptions', { count: more }))] : []),
    ]
  }
  return proofWith(proof, shorten)
}

/** What is said of the points of a score is no condition of it. */
function pointsInPlace(steps: readonly ProofStep[]): readonly ProofStep[] {
  const within = new Set(steps.filter(({ kind }) => kind === 'sum').flatMap(saidBelow))
  return conditionsFirst(steps, (step) => !within.has(saidOf(step)))
}

function saidBelow(step: ProofStep): readonly string[] {
  return stepsBelow(step).flatMap((one) => [saidOf(one), ...saidBelow(one)])
}

function saidOf(step: ProofStep): string {
  if (step.kind === 'conclusion') return step.proof.sentence
  return 'sentence' in step ? step.sentence : ''
}

function readAs(step: ProofStep): ProofStep {
  return step.kind === 'sum' ? scoreItems(step, withoutLimits) : step
}

/** The words of a part say the limit that a value is compared with. */
function withoutLimits(steps: readonly ProofStep[]): readonly ProofStep[] {
  const kept = steps.filter((step) => !(step.kind === 'comparison' && step.text === step.result))
  return kept.length > 0 ? kept : steps
}
