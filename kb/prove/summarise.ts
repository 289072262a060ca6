import type { AbsenceStep, MissingStep, Proof, RuleGround, ShownValue, Step } from './proof.ts'

/** Inputs that one line names; more are counted. */
const MOST_NAMED = 3

/** What an unknown conclusion would take, in one line; of several ways the one that takes least. */
export function summarise(proof: Omit<Proof, 'summary'>): string | null {
  if (proof.status !== 'unknown') return null
  if (proof.contested !== null) return 'The record or the rules contradict themselves here.'
  const ways = proof.grounds.filter((ground) => ground.kind === 'rule').map(wayOf)
  const [best] = ways.toSorted((left, right) => left.wants.length - right.wants.length)
  if (best === undefined) return proof.missing.length > 0 ? 'Not known: nobody recorded it.' : 'Recorded as not known.'
  return [holdsIf(best), ...best.notes].filter((part) => part !== '').join(' ')
}

type Way = {
  /** What would have to be so, as sentences. */
  readonly wants: readonly string[]
  /** How comparisons of ranges stand that hold in any case, what cannot be computed, and what is asked for. */
  readonly notes: readonly string[]
}

function wayOf(ground: RuleGround): Way {
  const open = ground.steps.filter((step) => step.status === 'unknown')
  return {
    wants: [...new Set(open.flatMap(wantsOf))],
    notes: [...ground.steps.flatMap(comparedIn), ...open.flatMap(problemIn), ...new Set(open.flatMap(askedFor))],
  }
}

function wantsOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'missing':
      if (isOfValue(step)) return []
      return [step.negated ? step.input.denial : step.input.statement.text]
    case 'fact':
      return [step.statement.text]
    case 'conclusion':
      return [step.proof.conclusion.text]
    case 'against':
      return [denialOfInput(step) ?? `not: ${step.statement.text}`]
    case 'comparison':
      return [`${step.exception ? 'not: ' : ''}${step.left.text} ${step.operator} ${step.right.text}`]
    case 'calculation':
      return [step.text]
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

function askedFor(step: Step): readonly string[] {
  return step.kind === 'missing' && isOfValue(step) ? [`It depends on: ${step.input.question}`] : []
}

function problemIn(step: Step): readonly string[] {
  return step.kind === 'problem' ? [`Cannot be computed: ${step.problem}.`] : []
}

function comparedIn(step: Step): readonly string[] {
  if (step.kind !== 'comparison' || step.status !== 'yes' || !(isRange(step.left) || isRange(step.right))) return []
  return [`${step.left.text} ${step.operator} ${step.right.text} in any case.`]
}

function isRange(value: ShownValue): boolean {
  return (value.kind === 'number' || value.kind === 'date') && value.low !== value.high
}

function holdsIf({ wants }: Way): string {
  if (wants.length === 0) return ''
  const named = wants.slice(0, MOST_NAMED)
  const more = wants.length - named.length
  return `Would hold if ${named.join(' and ')}${more > 0 ? ` and ${more} more` : ''}: not known.`
}
