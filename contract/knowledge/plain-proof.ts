import { t } from '../../wording/translate.ts'
import { isDefinition } from './proof-words.ts'
import { proofWith, seeAbove, stepsBelow, stepsOf, withSteps } from './proof-steps.ts'
import type { Ground, Proof, ProofStep } from './proof.ts'

/**
 * Without what says the same in other words: what follows from one thing by what a word means is that thing. "The patient is 78 years
 * old" is "the patient is 78 years old, born on 2 January 1948".
 */
export function plainProof(proof: Proof): Proof {
  const same = new Map<string, ProofStep>()
  const recorded = new Map<string, readonly ProofStep[]>()
  const collect = (step: ProofStep) => {
    const only = sameAs(step)
    if (only !== null && step.kind === 'conclusion') same.set(step.proof.sentence, only)
    const denied = step.kind === 'fails' ? deniedBy(step) : null
    if (denied !== null && step.kind === 'fails') recorded.set(step.text, denied)
    stepsBelow(step).forEach(collect)
  }
  stepsOf(proof).forEach(collect)
  const plain = (step: ProofStep): readonly ProofStep[] => {
    if (step.kind === 'fails') {
      const denied = deniedBy(step) ?? (step.proofs.every(isBare) ? recorded.get(step.text) : null) ?? null
      if (denied !== null) return denied
    }
    const only = step.kind === 'see-above' ? referenceTo(same.get(step.sentence)) : sameAs(step)
    return only === null ? [withSteps(step, (steps) => steps.flatMap(plain))] : plain(only)
  }
  return proofWith(proof, (steps) => steps.flatMap(plain))
}

/** Shown elsewhere, or with nothing to show. */
function isBare({ grounds }: Proof): boolean {
  return grounds.length === 0
}

/** What is recorded, or assumed, where that alone is why a condition is not met: "not met" would say the same the other way round. */
function deniedBy({ proofs }: Extract<ProofStep, { kind: 'fails' }>): readonly ProofStep[] | null {
  const each = proofs.flatMap(({ grounds }) => grounds).map(denialIn)
  return each.length > 0 && each.every((one) => one !== null) ? each.flat() : null
}

function denialIn(ground: Ground): readonly ProofStep[] | null {
  const { rule, title, steps } = ground
  if (rule === '') {
    const isDenial = title === t('reasoning.record.asNo') || title === t('reasoning.record.notOnRecord')
    return isDenial && steps.every(({ kind }) => DENIALS.has(kind)) ? steps : null
  }
  const [only, ...others] = steps
  if (!isDefinition(ground) || only?.kind !== 'fails' || others.length > 0) return null
  return deniedBy(only)
}

const DENIALS: ReadonlySet<ProofStep['kind']> = new Set(['recorded-absent', 'assumed-absent'])

const ALIKE: ReadonlySet<ProofStep['kind']> = new Set(['fact', 'recorded-absent', 'missing', 'conflict', 'see-above'])

/** The one thing that a step rests on by a definition, where its sentence has no number that the other has not; null for any other. */
function sameAs(step: ProofStep): ProofStep | null {
  if (step.kind !== 'conclusion') return null
  const { grounds, sentence } = step.proof
  const each = grounds.map((ground) => sameIn(ground, sentence))
  // Of several facts each is enough.
  if (each.length > 1) return each.every((one) => one?.kind === 'fact') ? (each[0] ?? null) : null
  return each[0] ?? null
}

function sameIn(ground: Ground, sentence: string): ProofStep | null {
  const [only, ...others] = ground.steps
  if (ground.rule === '' || !isDefinition(ground) || !only || others.length > 0) return null
  if (only.kind !== 'conclusion' && !ALIKE.has(only.kind)) return null
  const numbers = numbersIn(sentenceOf(only))
  return numbersIn(sentence).every((number) => numbers.includes(number)) ? only : null
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
 * A fact is said once, where it is read first, and so is a conclusion: after that it is referred to. What is read above or beside, such as
 * in the points of a score, is not even referred to, but where nothing else would be left.
 */
export function withoutRepeats(proof: Proof): Proof {
  const facts = new Set<string>()
  const conclusions = new Set<string>()
  const once = (steps: readonly ProofStep[], above: ReadonlySet<string>): ProofStep[] => {
    const here = new Set(above)
    const kept = steps.flatMap((step): ProofStep[] => {
      const [sentence, isNew] = seen(step, here)
      if (!isNew) return []
      const isReference = step.kind === 'conclusion' && conclusions.has(sentence)
      const before = new Set(conclusions)
      if (step.kind === 'conclusion') for (const words of [sentence, openingOf(sentence)]) here.add(words)
      if (step.kind === 'conclusion') conclusions.add(sentence)
      const read = isReference ? referenceTo(step) : withSteps(step, (below) => once(below, here))
      if (step.kind === 'sum') for (const shown of conclusions) if (!before.has(shown)) here.add(shown)
      return read === null ? [] : [read]
    })
    return kept.length > 0 ? kept : steps.map((step) => withSteps(step, (below) => once(below, here)))
  }
  const seen = (step: ProofStep, here: ReadonlySet<string>): readonly [string, boolean] => {
    const sentence = sentenceOf(step)
    if (step.kind === 'see-above' || step.kind === 'conclusion') return [sentence, !here.has(sentence)]
    if (!isFact(step)) return [sentence, true]
    const isNew = !facts.has(sentence)
    facts.add(sentence)
    return [sentence, isNew]
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
