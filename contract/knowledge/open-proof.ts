import { t } from '../../wording/translate.ts'
import type { Ground, Proof, ProofStep } from './proof.ts'
import { isSettled, leftOut, proofWith, stepsBelow, stepsOf, type Whole, withSteps } from './proof-steps.ts'
import { conditionsFirst, scoreItems } from './score-parts.ts'

/**
 * Of each rule that might conclude it, what it rests on and was not said before: the points of a score and what is open of the rule's own
 * conditions, each with what it rests on right below it; then facts, assumptions, conflicts and questions.
 */
export function openProof(given: Proof, whole: Whole): Proof {
  const proof = withoutContested(given)
  const said = new Set<string>()
  const isCertain = proof.holds === 'yes'
  const reasonsOf = (ways: readonly Ground[], known: Set<string>, isSure: boolean) =>
    reasonsIn(
      ways.flatMap(({ steps }) => steps),
      known,
      isSure,
      inEveryWay(ways, whole),
    )
  const grounds = [...Map.groupBy(proof.grounds, ({ rule }) => rule).values()].flatMap((ofRule): Ground[] => {
    const [first] = ofRule
    if (first === undefined) return []
    const below = ofRule.flatMap(({ steps }) => steps)
    const inAll = reasonsOf(ofRule, new Set(), isCertain).length
    const before = new Set(said)
    const conditions = new Set(below.map((step) => JSON.stringify(step)))
    const own = conditionsFirst(
      [...sumsIn(below, said), ...openPremises(ofRule, said, whole), ...reasonsOf(ofRule, said, isCertain)],
      (step) => conditions.has(JSON.stringify(step)),
    )
    const isLess = reasonsOf(ofRule, before, isCertain).length < inAll
    const steps = own.length > 0 ? own : below.filter((step) => isSaid(step, said)).slice(0, 1)
    const all = isLess ? [...steps, saidAbove(steps.length)] : steps
    return [{ ...first, steps: proof.isFinal ? questionsLast(all) : [...all] }]
  })
  return { ...proof, grounds }
}

/** What is said as conflicting is not said as known as well. */
function withoutContested(proof: Proof): Proof {
  const contested = new Set(stepsOf(proof).flatMap(conflictingIn))
  const without = (steps: readonly ProofStep[]): ProofStep[] =>
    steps
      .filter((step) => step.kind !== 'fact' || !step.facts.some((id) => contested.has(id)))
      .map((step) => withSteps(step, without))
  return contested.size === 0 ? proof : proofWith(proof, without)
}

function conflictingIn(step: ProofStep): readonly string[] {
  return [...(step.kind === 'conflict' ? step.facts : []), ...stepsBelow(step).flatMap(conflictingIn)]
}

/** Where no answer changes anything, what is not known is said in one line, or below the points that it is asked for. */
function questionsLast(steps: readonly ProofStep[]): ProofStep[] {
  const questions = steps.flatMap((step) => (step.kind === 'missing' ? [step.input.question] : []))
  const others = steps.filter(({ kind }) => kind !== 'missing')
  if (questions.length > 0)
    return [...others, leftOut(t('proof.tree.changesNothing', { questions: questions.join(' ') }))]
  return others.some(isAskedBelow) ? [...others, leftOut(t('proof.tree.noneChanges'))] : others
}

function isAskedBelow(step: ProofStep): boolean {
  return stepsBelow(step).some((one) => one.kind === 'missing' || isAskedBelow(one))
}

/** What the rule itself waits for, in whichever way it holds, each with what it rests on: what is new, or its own value that is open. */
function openPremises(ofRule: readonly Ground[], said: Set<string>, whole: Whole): readonly ProofStep[] {
  const isInAll = inEveryWay(ofRule, whole)
  const hasPoints = ofRule.some(({ steps }) => steps.some(({ kind }) => kind === 'sum'))
  return ofRule
    .flatMap(({ steps }) => steps)
    .flatMap((step): readonly ProofStep[] => {
      if (step.kind !== 'conclusion' || step.proof.holds !== 'unknown') return []
      const { sentence, grounds, isBlank, isRange } = step.proof
      if (said.has(sentence) || !isInAll(sentence)) return []
      const below = grounds.flatMap((ground) => ground.steps)
      const steps = reasonsIn(below, said, false, inEveryWay(grounds, whole))
      // What the points of a score wait for is read below them.
      if (steps.length === 0 && (hasPoints || !(isBlank || isRange))) return []
      said.add(sentence)
      return [{ kind: 'conclusion', proof: { ...step.proof, grounds: steps.length === 0 ? [] : [withoutRule(steps)] } }]
    })
}

function withoutRule(steps: readonly ProofStep[]): Ground {
  const none = { rule: '', title: '', pack: '', source: null, sourceRead: false, validFrom: null, validTo: null }
  return { ...none, reviewed: true, steps: [...steps] }
}

/** Whether a premise is one of each of these ways to a conclusion, and of each way to what is on the way. */
function inEveryWay(grounds: readonly Ground[], whole: Whole): Chosen {
  const premises = premisesOf(grounds, whole, new Set())
  return (sentence) => premises.has(sentence)
}

/** `above`: what is being gone through, which a reference may lead back to. */
function premisesOf(grounds: readonly Ground[], whole: Whole, above: ReadonlySet<string>): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = grounds.map(
    ({ steps }) => new Set(steps.flatMap((step) => premisesIn(step, whole, above))),
  )
  return new Set([...first].filter((sentence) => others.every((way) => way.has(sentence))))
}

function premisesIn(step: ProofStep, whole: Whole, above: ReadonlySet<string>): readonly string[] {
  if (step.kind !== 'conclusion' && step.kind !== 'see-above')
    return stepsBelow(step).flatMap((one) => premisesIn(one, whole, above))
  const { sentence } = step.kind === 'conclusion' ? step.proof : step
  const known = step.kind === 'conclusion' ? step.proof : whole.get(sentence)
  if (above.has(sentence)) return []
  return [sentence, ...premisesOf(known?.grounds ?? [], whole, new Set([...above, sentence]))]
}

type Chosen = (sentence: string) => boolean

function isSaid(step: ProofStep, said: ReadonlySet<string>): boolean {
  return step.kind === 'see-above' && said.has(step.sentence)
}

function saidAbove(others: number): ProofStep {
  return leftOut(t(others > 0 ? 'proof.tree.alsoAbove' : 'proof.tree.sameAbove'))
}

/** The points of each, those that are alike once. */
function sumsIn(steps: readonly ProofStep[], said: Set<string>): ProofStep[] {
  const sums = steps.flatMap((step) => (step.kind === 'sum' ? [step] : []))
  const once = new Map(sums.map((sum) => [JSON.stringify(scoreItems(sum, () => [])), sum]))
  return [...once.values()].map((sum) => scoreItems(sum, (below) => reasonsIn(below, said, false, () => true)))
}

/** What these steps rest on, in the order in which it is read. */
function reasonsIn(
  steps: readonly ProofStep[],
  said: Set<string>,
  isCertain: boolean,
  isInAll: Chosen,
): readonly ProofStep[] {
  return inOrder(restsOn(steps, said, isCertain, isInAll))
}

/**
 * The facts, assumptions, conflicts and questions below, each once, and what is settled on the way. `isCertain`: what they rest under is
 * so, whatever is open, and what makes it so stands too: the score of 9 to 18, by its rule, and that it is at least 7. What is settled in
 * one of several ways only is not: the years of one kind of claim, as long as it is not known which it is, say nothing.
 */
function restsOn(
  steps: readonly ProofStep[],
  said: Set<string>,
  isCertain: boolean,
  isInAll: Chosen,
): readonly ProofStep[] {
  return steps.flatMap((step): readonly ProofStep[] => {
    const way = isCertain ? onTheWay(step, said) : null
    const sentence = sayOf(step, isInAll) ?? way?.sentence ?? null
    if (sentence === null) return restsOn(openBelow(step), said, false, isInAll)
    if (said.has(sentence)) return []
    for (const words of [sentence, ...factsOfSettled(step)]) said.add(words)
    return way ? [way.step(), ...restsOn(stepsBelow(step), said, true, isInAll)] : [step]
  })
}

function openBelow(step: ProofStep): readonly ProofStep[] {
  return step.kind === 'conclusion' && isSettled(step.proof) ? [] : stepsBelow(step)
}

/** They are read below it. */
function factsOfSettled(step: ProofStep): readonly string[] {
  return step.kind === 'conclusion' && isSettled(step.proof) ? factsBelow(step) : []
}

type OnTheWay = { readonly sentence: string; readonly step: () => ProofStep }

/** What is certain though something below it is open, without what is below it; null for anything else. */
function onTheWay(step: ProofStep, said: Set<string>): OnTheWay | null {
  if (step.kind === 'comparison' && step.holds === 'yes') return { sentence: step.result, step: () => step }
  if (step.kind !== 'conclusion' || step.proof.holds !== 'yes' || isSettled(step.proof)) return null
  const { proof } = step
  const points = () => ({ kind: 'conclusion', proof: proofWith(proof, (steps) => sumsIn(steps, said)) }) as const
  return { sentence: proof.sentence, step: points }
}

function factsBelow(step: ProofStep): readonly string[] {
  return stepsBelow(step).flatMap((one) => [...(one.kind === 'fact' ? [one.sentence] : []), ...factsBelow(one)])
}

/** Without facts that are said in what is settled on the way. */
function inOrder(steps: readonly ProofStep[]): readonly ProofStep[] {
  const inside = new Set(steps.flatMap(factsBelow))
  return steps
    .filter((step) => step.kind !== 'fact' || !inside.has(step.sentence))
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}

const ORDER: readonly ProofStep['kind'][] = [
  'conclusion',
  'comparison',
  'fact',
  'recorded-absent',
  'assumed-absent',
  'conflict',
  'problem',
  'missing',
]

/** What stands for itself in a list of what an open conclusion rests on; null: only what is below it does. */
function sayOf(step: ProofStep, isInAll: Chosen): string | null {
  switch (step.kind) {
    case 'fact':
      // The day of the question is recorded nowhere.
      return step.facts.length === 0 ? null : step.sentence
    case 'recorded-absent':
    case 'assumed-absent':
    case 'conflict':
      return step.sentence
    case 'missing':
      return step.input.question
    case 'problem':
      return step.message
    case 'conclusion':
      return isSettled(step.proof) && isInAll(step.proof.sentence) ? step.proof.sentence : null
    default:
      return null
  }
}
