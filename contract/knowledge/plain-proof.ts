import { isDefinition } from './proof-words.ts'
import { proofWith, seeAbove, stepsBelow, stepsOf, withSteps } from './proof-steps.ts'
import type { Proof, ProofStep } from './proof.ts'

/**
 * Without what says the same in other words: what follows from one thing by what a word means is that thing. "The patient is 78 years
 * old" is "the patient is 78 years old, born on 2 January 1948".
 */
export function plainProof(proof: Proof): Proof {
  const same = new Map<string, ProofStep>()
  const collect = (step: ProofStep) => {
    const only = sameAs(step)
    if (only !== null && step.kind === 'conclusion') same.set(step.proof.sentence, only)
    stepsBelow(step).forEach(collect)
  }
  stepsOf(proof).forEach(collect)
  const plain = (step: ProofStep): ProofStep => {
    const only = step.kind === 'see-above' ? referenceTo(same.get(step.sentence)) : sameAs(step)
    return only === null ? withSteps(step, (steps) => steps.map(plain)) : plain(only)
  }
  return proofWith(proof, (steps) => steps.map(plain))
}

const ALIKE: ReadonlySet<ProofStep['kind']> = new Set(['fact', 'recorded-absent', 'missing', 'conflict', 'see-above'])

/** The one thing that a step rests on by a definition, where its sentence has no number that the other has not; null for any other. */
function sameAs(step: ProofStep): ProofStep | null {
  if (step.kind !== 'conclusion') return null
  const [ground, ...otherGrounds] = step.proof.grounds
  if (!ground || otherGrounds.length > 0 || ground.rule === '' || !isDefinition(ground)) return null
  const [only, ...others] = ground.steps
  if (!only || others.length > 0 || !(only.kind === 'conclusion' || ALIKE.has(only.kind))) return null
  const numbers = numbersIn(sentenceOf(only))
  return numbersIn(step.proof.sentence).every((number) => numbers.includes(number)) ? only : null
}

/** Another way to it is said there, as it is here. */
function referenceTo(step: ProofStep | undefined): ProofStep | null {
  if (step === undefined) return null
  return step.kind === 'conclusion' ? seeAbove(step.proof) : step
}

function sentenceOf(step: ProofStep): string {
  if (step.kind === 'conclusion') return step.proof.sentence
  if (step.kind === 'missing') return step.input.question
  return 'sentence' in step ? step.sentence : ''
}

function numbersIn(sentence: string): readonly string[] {
  return sentence.match(/\d[\d.,-]*/g) ?? []
}

/**
 * A fact is said once, where it is read first. What is referred to is not named again below or beside it, but where nothing else would
 * be left: "see above" there says nothing new.
 */
export function withoutRepeats(proof: Proof): Proof {
  const facts = new Set<string>()
  const once = (steps: readonly ProofStep[], above: ReadonlySet<string>): ProofStep[] => {
    const here = new Set(above)
    const kept = steps.filter((step) => {
      if (step.kind === 'see-above') return !here.has(step.sentence)
      if (step.kind === 'conclusion')
        for (const words of [step.proof.sentence, openingOf(step.proof.sentence)]) here.add(words)
      if (!isFact(step)) return true
      const isNew = !facts.has(step.sentence)
      facts.add(step.sentence)
      return isNew
    })
    const shown = kept.length > 0 ? kept : steps
    return shown.map((step) => withSteps(step, (below) => once(below, here)))
  }
  return proofWith(proof, (steps) => once(steps, new Set()))
}

function isFact(step: ProofStep): step is Extract<ProofStep, { kind: 'fact' | 'recorded-absent' }> {
  return step.kind === 'fact' || step.kind === 'recorded-absent'
}

/** What stands before a colon or a semicolon finds a sentence again; before a comma it may be half a sentence. */
export function openingOf(sentence: string): string {
  const [opening = sentence] = sentence.split(/[:;] /)
  return opening.length >= SHORTEST_OPENING ? opening : sentence
}

const SHORTEST_OPENING = 20
