import { formatFigure } from '../../wording/figure.ts'
import { t } from '../../wording/translate.ts'
import { givesNone } from './proof-words.ts'
import type { Ground, Proof, ProofStep, SumPart } from './proof.ts'

/**
 * A proof as a person reads it. What is settled stays step by step, but for exceptions beyond the third that do not apply. What is open
 * is no chain of steps yet, only what it rests on: the points of a score, what is known, which values conflict, and each question once.
 */
export function readableProof(proof: Proof): Proof {
  const whole = wholeProofs(proof)
  return withReferences(isSettled(proof) ? settled(inReadingOrder(proof, whole)) : opened(proof), whole)
}

/** Everything below a step, in the order in which it is read. */
export function stepsBelow(step: ProofStep): readonly ProofStep[] {
  return listsBelow(step).flat()
}

/** By its sentence, each conclusion that the engine shows in full. */
type Whole = ReadonlyMap<string, Proof>

function wholeProofs(proof: Proof): Whole {
  const whole = new Map<string, Proof>()
  const collect = (step: ProofStep) => {
    if (step.kind === 'conclusion' && !whole.has(step.proof.sentence)) whole.set(step.proof.sentence, step.proof)
    stepsBelow(step).forEach(collect)
  }
  stepsOf(proof).forEach(collect)
  return whole
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

function seeAbove({ sentence, holds, isBlank, isRange }: Proof): ProofStep {
  return { kind: 'see-above', sentence, holds, isBlank, isRange }
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

/** What stands before a colon or a semicolon finds a sentence again; before a comma it may be half a sentence. */
function openingOf(sentence: string): string {
  const [opening = sentence] = sentence.split(/[:;] /)
  return opening.length >= SHORTEST_OPENING ? opening : sentence
}

const SHORTEST_OPENING = 20

/** Exceptions that do not apply: the others are counted. */
const EXCEPTIONS_NAMED = 3

function settled(proof: Proof): Proof {
  const shorten = (steps: readonly ProofStep[]): ProofStep[] => {
    const absent = steps.filter(({ kind }) => kind === 'not-concluded')
    const more = absent.length - EXCEPTIONS_NAMED
    const kept = steps.filter((step) => more <= 0 || !absent.slice(EXCEPTIONS_NAMED).includes(step))
    return [
      ...kept.map((step) => withSteps(step, shorten)),
      ...(more > 0 ? [leftOut(t('proof.tree.moreExceptions', { count: more }))] : []),
    ]
  }
  return proofWith(proof, shorten)
}

/** Of each rule that might conclude it, what it rests on and was not said before. */
function opened(proof: Proof): Proof {
  const said = new Set<string>()
  const isCertain = proof.holds === 'yes'
  const grounds = [...Map.groupBy(proof.grounds, ({ rule }) => rule).values()].flatMap((ofRule): Ground[] => {
    const [first] = ofRule
    if (first === undefined) return []
    const below = ofRule.flatMap(({ steps }) => steps)
    const inAll = restsOn(below, new Set(), isCertain).length
    const shown = restsOn(below, said, isCertain)
    const own = [...sumsIn(below), ...openPremises(ofRule, said), ...saidOnce(shown)]
    const steps = own.length > 0 ? own : below.filter((step) => isSaid(step, said)).slice(0, 1)
    const whole = shown.length < inAll ? [...steps, saidAbove(steps.length)] : steps
    return [{ ...first, steps: proof.isFinal ? questionsLast(whole) : [...whole] }]
  })
  return { ...proof, grounds }
}

/** Where no answer changes anything, what is not known is said in one line. */
function questionsLast(steps: readonly ProofStep[]): ProofStep[] {
  const questions = steps.flatMap((step) => (step.kind === 'missing' ? [step.input.question] : []))
  if (questions.length === 0) return [...steps]
  return [
    ...steps.filter(({ kind }) => kind !== 'missing'),
    leftOut(t('proof.tree.changesNothing', { questions: questions.join(' ') })),
  ]
}

/** What the rule itself waits for, in whichever way it holds, a line each: what that waits for in turn is below, as questions. */
function openPremises(ofRule: readonly Ground[], said: Set<string>): readonly ProofStep[] {
  const ways = ofRule.map(({ steps }) => new Set(steps.flatMap(premiseIn)))
  return ofRule
    .flatMap(({ steps }) => steps)
    .flatMap((step): readonly ProofStep[] => {
      if (step.kind !== 'conclusion' || step.proof.holds !== 'unknown') return []
      const { sentence } = step.proof
      if (said.has(sentence) || !ways.every((way) => way.has(sentence))) return []
      said.add(sentence)
      return [{ kind: 'conclusion', proof: { ...step.proof, grounds: [] } }]
    })
}

function premiseIn(step: ProofStep): readonly string[] {
  if (step.kind === 'see-above') return [step.sentence]
  return step.kind === 'conclusion' ? [step.proof.sentence] : []
}

function isSaid(step: ProofStep, said: ReadonlySet<string>): boolean {
  return step.kind === 'see-above' && said.has(step.sentence)
}

function saidAbove(others: number): ProofStep {
  return leftOut(t(others > 0 ? 'proof.tree.alsoAbove' : 'proof.tree.sameAbove'))
}

/** The points of each, those that are alike once. */
function sumsIn(steps: readonly ProofStep[]): ProofStep[] {
  const sums = steps.flatMap((step) => (step.kind === 'sum' ? [pointsOf(step)] : []))
  return [...new Map(sums.map((sum) => [JSON.stringify(sum), sum])).values()]
}

type Sum = Extract<ProofStep, { kind: 'sum' }>

/** The words of a part and its points say enough: what it rests on stands below all of them. Those that give none stand last, in one line. */
function pointsOf(sum: Sum): Sum {
  const parts = alternatives(sum.parts.map((part) => ({ ...part, steps: [] })))
  const none = parts.filter(({ points: given }) => givesNone(given))
  const [first] = none
  if (first === undefined || none.length === 1) return { ...sum, parts }
  return {
    ...sum,
    parts: [
      ...parts.filter(({ points: given }) => !givesNone(given)),
      { ...first, say: none.map(({ say }) => say).join('; ') },
    ],
  }
}

/** Where two or more parts of an item are open, they are one line: of 9 to 11 breaths and 21 to 24 only one can be so. */
function alternatives(parts: readonly SumPart[]): SumPart[] {
  const isOpenPart = ({ points }: SumPart) => points.low !== points.high
  const open = Map.groupBy(
    parts.filter((part) => part.item !== undefined && isOpenPart(part)),
    ({ item }) => item,
  )
  return parts.flatMap((part) => {
    const others = isOpenPart(part) ? (open.get(part.item) ?? []) : []
    if (others.length < 2) return [part]
    return part === others[0] ? [oneOf(others)] : []
  })
}

function oneOf(parts: readonly SumPart[]): SumPart {
  const ends = parts.flatMap(({ points: { low, high } }) => [Number(low), Number(high)])
  const named = parts.map(({ say, points: { low, high } }) =>
    t('reasoning.rule.points', { part: say, points: formatFigure(low === '0' ? high : low) }),
  )
  return {
    say: t('proof.oneOf', { parts: named.join('; ') }),
    points: { low: String(Math.min(...ends)), high: String(Math.max(...ends)) },
    isScale: true,
    holds: 'unknown',
    steps: [],
  }
}

/**
 * The facts, assumptions, conflicts and questions below, each once, and what is settled on the way. `isCertain`: what they rest under is
 * so, whatever is open, and what makes it so stands too: the score of 9 to 18, by its rule, and that it is at least 7.
 */
function restsOn(steps: readonly ProofStep[], said: Set<string>, isCertain: boolean): readonly ProofStep[] {
  return steps.flatMap((step): readonly ProofStep[] => {
    const way = isCertain ? onTheWay(step) : null
    const sentence = sayOf(step) ?? way?.sentence ?? null
    if (sentence !== null && said.has(sentence)) return []
    if (sentence !== null) said.add(sentence)
    if (way) return [way.step, ...restsOn(stepsBelow(step), said, true)]
    return sentence === null ? restsOn(stepsBelow(step), said, false) : [step]
  })
}

type OnTheWay = { readonly sentence: string; readonly step: ProofStep }

/** What is certain though something below it is open, without what is below it; null for anything else. */
function onTheWay(step: ProofStep): OnTheWay | null {
  if (step.kind === 'comparison' && step.holds === 'yes') return { sentence: step.result, step }
  if (step.kind !== 'conclusion' || step.proof.holds !== 'yes' || isSettled(step.proof)) return null
  return { sentence: step.proof.sentence, step: { kind: 'conclusion', proof: proofWith(step.proof, sumsIn) } }
}

/** In order, without facts that are said as conflicting, or in what is settled on the way. */
function saidOnce(steps: readonly ProofStep[]): readonly ProofStep[] {
  const contested = new Set(steps.flatMap((step) => (step.kind === 'conflict' ? step.facts : [])))
  const inside = new Set(steps.flatMap(stepsBelow).flatMap(sentencesIn))
  return steps
    .filter(
      (step) => step.kind !== 'fact' || !(step.facts.some((id) => contested.has(id)) || inside.has(step.sentence)),
    )
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))
}

function sentencesIn(step: ProofStep): readonly string[] {
  return [...(step.kind === 'fact' ? [step.sentence] : []), ...stepsBelow(step).flatMap(sentencesIn)]
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
function sayOf(step: ProofStep): string | null {
  switch (step.kind) {
    case 'fact':
    case 'recorded-absent':
    case 'assumed-absent':
    case 'conflict':
      return step.sentence
    case 'missing':
      return step.input.question
    case 'problem':
      return step.message
    case 'conclusion':
      return isSettled(step.proof) ? step.proof.sentence : null
    default:
      return null
  }
}

/** Whether nothing below is open: a range may rest on questions, and be certain as a range. */
function isSettled(proof: Proof): boolean {
  return proof.holds !== 'unknown' && !stepsOf(proof).some(isOpen)
}

function isOpen(step: ProofStep): boolean {
  return step.kind === 'missing' || step.kind === 'conflict' || stepsBelow(step).some(isOpen)
}

function stepsOf({ grounds }: Proof): readonly ProofStep[] {
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

type MapSteps = (steps: readonly ProofStep[]) => ProofStep[]

/** With each list of steps right below it mapped. */
function withSteps(step: ProofStep, map: MapSteps): ProofStep {
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

function proofWith(proof: Proof, map: MapSteps): Proof {
  return { ...proof, grounds: proof.grounds.map((ground) => ({ ...ground, steps: map(ground.steps) })) }
}

function leftOut(text: string): ProofStep {
  return { kind: 'left-out', text }
}
