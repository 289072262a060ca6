import { t } from '../../wording/translate.ts'
import { withSigns } from './show-computed.ts'
import { contestedBelow, contestedIn } from './proof-contents.ts'
import type { AbsenceStep, MissingInput, MissingStep, Proof, RuleGround, Step } from './proof.ts'

/** Inputs that one line names; more are counted. */
const MOST_NAMED = 3

/** What an unknown conclusion would take, in one line; of several ways the one that takes least. */
export function summarise(proof: Omit<Proof, 'summary'>): string | null {
  if (proof.status !== 'unknown') return null
  if (proof.contested !== null) return inOne(contestedIn(proof)).join(' ')
  const [best, ...others] = waysOf(proof)
  if (best === undefined)
    return proof.missing.length > 0 ? t('reasoning.summary.notRecorded') : t('reasoning.summary.notKnown')
  return [...inOne(best.contested), conditionOf(best, others.length > 0)].filter((part) => part !== '').join(' ')
}

type Way = {
  /** What would have to be so, as sentences; null: it turns on values, of which nothing can be supposed. */
  readonly wants: readonly string[] | null
  readonly questions: readonly string[]
  /** What stands open where there is nothing to ask for. */
  readonly open: readonly string[]
  readonly problems: readonly string[]
  /** What contradicts itself: nothing that is asked for settles it. */
  readonly contested: readonly string[]
}

/** The one that takes least first. */
function waysOf({ grounds }: Omit<Proof, 'summary'>): readonly Way[] {
  const costOf = ({ wants, questions }: Way) => (wants === null ? questions.length + MOST_NAMED : wants.length)
  return grounds
    .filter((ground) => ground.kind === 'rule')
    .map(wayOf)
    .toSorted((left, right) => costOf(left) - costOf(right))
}

function wayOf(ground: RuleGround): Way {
  const open = ground.steps.filter((step) => step.status === 'unknown')
  // The range of points is certain as a range.
  const sums = ground.steps.filter(({ kind, status }) => kind === 'sum' && status !== 'unknown')
  const wants = open.map(wantsOf)
  return {
    wants: wants.every((want) => want !== null) ? [...new Set(wants.flat())] : null,
    questions: [...new Set([...open, ...sums].flatMap(missingIn).map(({ question }) => question))],
    open: [...new Set(open.flatMap(openIn))],
    problems: open.flatMap((step) =>
      step.kind === 'problem' ? [t('reasoning.summary.cannotCompute', { problem: step.problem })] : [],
    ),
    contested: [...new Set(contestedBelow([...ground.steps, ...sums.flatMap(partsOf)]))],
  }
}

function partsOf(step: Step): readonly Step[] {
  return step.kind === 'sum' ? step.parts.flatMap(({ steps }) => steps) : []
}

function conditionOf({ wants, questions, open, problems, contested }: Way, isOneOfSeveral: boolean): string {
  if (wants !== null) return wants.length === 0 ? '' : dependsOn(wants)
  if (questions.length > 0) return asked(questions, isOneOfSeveral)
  // What else is open there follows from the contradiction.
  if (contested.length > 0) return ''
  if (problems.length > 0) return problems.join(' ')
  return dependsOn(open)
}

/** Several that contradict themselves are counted: the proof names each. */
function inOne(contested: readonly string[]): readonly string[] {
  return contested.length > 1 ? [t('reasoning.summary.conflicts', { count: contested.length })] : contested
}

function dependsOn(all: readonly string[]): string {
  const more = all.length - MOST_NAMED
  const wants = all.slice(0, MOST_NAMED).reduce((one, other) => t('reasoning.summary.and', { one, other }))
  return more > 0
    ? t('reasoning.summary.dependsOnMore', { wants, count: more })
    : t('reasoning.summary.dependsOn', { wants })
}

/** The proof and the sheet name each of several; of several ways the others may ask for more. */
function asked([question = '', ...more]: readonly string[], isOneOfSeveral: boolean): string {
  if (more.length === 0) return t('reasoning.summary.toAnswer', { question })
  const count = more.length + 1
  return isOneOfSeveral
    ? t('reasoning.summary.toAnswerAtLeast', { count })
    : t('reasoning.summary.toAnswerMany', { count })
}

/** Of these only values decide. */
const OF_VALUES: ReadonlySet<Step['kind']> = new Set(['comparison', 'calculation', 'problem'])

function wantsOf(step: Step): readonly string[] | null {
  if (OF_VALUES.has(step.kind)) return null
  if (isContested(step)) return []
  switch (step.kind) {
    case 'missing':
      if (isOfValue(step)) return null
      return [step.negated ? step.input.denial : step.input.statement.text]
    case 'fact':
      return [step.statement.text]
    case 'conclusion':
      return waysOf(step.proof)[0]?.wants ?? orAsked(step)
    case 'against': {
      const denial = denialOfInput(step)
      return denial === null ? orAsked(step) : [denial]
    }
    default:
      return []
  }
}

/** It would hold but for what contradicts itself, which is named instead. */
function isContested(step: Step): boolean {
  return contestedBelow([step]).length > 0 && missingIn(step).length === 0
}

function orAsked(step: Step): readonly string[] | null {
  return missingIn(step).length > 0 ? null : openIn(step)
}

function missingIn(step: Step): readonly MissingInput[] {
  if (step.kind === 'missing') return [step.input]
  if (step.kind === 'conclusion') return step.proof.missing
  if (step.kind === 'sum') return partsOf(step).flatMap(missingIn)
  return step.kind === 'against' ? step.proofs.flatMap(({ missing }) => missing) : []
}

function openIn(step: Step): readonly string[] {
  switch (step.kind) {
    case 'conclusion':
      return [step.proof.conclusion.text]
    case 'against':
      return [t('reasoning.summary.not', { statement: step.statement.text })]
    case 'comparison':
      return [step.exception ? t('reasoning.summary.not', { statement: compared(step) }) : compared(step)]
    case 'calculation':
      return [step.filled]
    default:
      return []
  }
}

/** Where a single input decides whether the exception holds: that input. */
function denialOfInput({ proofs: [proof, ...others] }: AbsenceStep): string | null {
  const [ground, ...moreGrounds] = proof?.grounds ?? []
  if (others.length > 0 || moreGrounds.length > 0 || ground?.kind !== 'rule') return null
  const [step, ...more] = ground.steps.filter((one) => one.status === 'unknown')
  if (step?.kind !== 'missing' || step.negated || more.length > 0 || isOfValue(step)) return null
  return step.input.denial
}

/** A weight or a date, about which nothing can be supposed. */
function isOfValue(step: MissingStep): boolean {
  return step.input.statement.values.some((value) => value.kind === 'any')
}

function compared({ left, operator, right }: Extract<Step, { kind: 'comparison' }>): string {
  return withSigns(`${left.text} ${operator} ${right.text}`)
}
