import type { Status } from '../infer/evaluate/condition-status.ts'
import { partStatus } from '../infer/evaluate/evaluate-sum.ts'
import { isOther } from '../infer/individuals.ts'
import type { Inference } from '../infer/inference.ts'
import { prepareRule } from '../infer/evaluate/prepare-rule.ts'
import type { PreparedAtom, PreparedPart } from '../infer/evaluate/prepared-rule.ts'
import { createRun, type Run } from '../infer/evaluate/rule-run.ts'
import { solve } from '../infer/evaluate/solve.ts'
import type { Candidate, Finding } from '../program/candidate.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { denialOf, questionOf, statementOf } from './statement-of.ts'
import { Decimal } from '../values/decimal.ts'
import type { NumberValue } from '../values/value.ts'

/** A candidate with what the facts say of it. */
export type WeighedCandidate = {
  readonly candidate: Candidate
  /** Whether it is to be considered at all. `no`: nothing recorded says so; only a candidate that cannot be missed is then listed. */
  readonly applies: Status
  /** Whom or what it is about; null where nothing applies. */
  readonly about: string | null
  /** What is known, by which candidates are ranked: what is not known counts as 0. */
  readonly weight: NumberValue['low']
  /** From the least to the greatest that it can be when all is known. */
  readonly range: NumberValue
  readonly findings: readonly WeighedFinding[]
}

type WeighedFinding = {
  readonly finding: Finding
  readonly status: Status
  /** What it adds; 0 while it is not known. */
  readonly weight: NumberValue['low']
  /** Whether the candidate is likelier or less likely by it; `missing` is not known, `none` counts for nothing. */
  readonly side: 'for' | 'against' | 'missing' | 'none'
  /** As the record has it: the statement, or that it is not so. Where a finding is more than one relation: its name. */
  readonly sentence: string
  /** Which input to ask for; null where it is known, or more than one relation. */
  readonly question: string | null
}

/**
 * What is to be considered, the likeliest first: by the weights of what is known, then by how many findings speak for it, then
 * in the authors' order. What cannot be missed is always among them, even where nothing recorded says that it applies. The order of
 * the facts changes nothing. Throws `BudgetError`.
 */
export function weighCandidates(inference: Inference, candidates: readonly Candidate[]): readonly WeighedCandidate[] {
  inference.meter.restart()
  return candidates.flatMap((candidate) => weighCandidate(inference, candidate)).toSorted(byWeight)
}

const APPLIES = ['yes', 'unknown', 'no']

/** `toSorted` keeps the authors' order of what is equal. */
function byWeight(one: WeighedCandidate, other: WeighedCandidate): number {
  return (
    Number(one.applies === 'no') - Number(other.applies === 'no') ||
    other.weight.comparedTo(one.weight) ||
    countFor(other) - countFor(one) ||
    APPLIES.indexOf(one.applies) - APPLIES.indexOf(other.applies)
  )
}

function countFor({ findings }: WeighedCandidate): number {
  return findings.filter(({ side }) => side === 'for').length
}

/** Once for each whom it may concern. One that cannot be missed is there in any case. */
function weighCandidate(inference: Inference, candidate: Candidate): readonly WeighedCandidate[] {
  const { vocabulary } = inference.program
  const prepared = prepareRule(candidate.weighing, vocabulary)
  const run = createRun(prepared, inference.source, inference.meter)
  const found = new Map<string, WeighedCandidate>()
  solve(prepared.before, run, true, (certain) => {
    if (run.slots.some((value) => value !== undefined && isOther(value))) return false
    const about = whomOf(run)
    if (found.get(about)?.applies !== 'yes')
      found.set(about, weigh(candidate, certain ? 'yes' : 'unknown', about, { run, vocabulary }))
    return false
  })
  if (found.size > 0)
    return [...found.values()].toSorted((one, other) => ((one.about ?? '') < (other.about ?? '') ? -1 : 1))
  return candidate.cannotMiss ? [unweighed(candidate)] : []
}

type Weighing = { readonly run: Run; readonly vocabulary: Vocabulary }

/** The names that the conditions gave, which tell one case from another. */
function whomOf({ slots }: Run): string {
  return slots.flatMap((value) => (value?.kind === 'name' ? [value.name] : [])).join(', ')
}

function weigh(candidate: Candidate, applies: Status, about: string, { run, vocabulary }: Weighing): WeighedCandidate {
  const items = run.prepared.sum?.items ?? []
  const findings = candidate.findings.flatMap((finding, index): readonly WeighedFinding[] => {
    const part = items[index]?.oneOf[0]
    return part ? [weighFinding(finding, part, run, vocabulary)] : []
  })
  let [weight, low, high] = [candidate.base, candidate.base, candidate.base]
  for (const { finding, status, weight: own } of findings) {
    const may = status === 'unknown' ? [finding.add, finding.absent] : [own]
    weight = weight.plus(own)
    low = low.plus(Decimal.min(...may))
    high = high.plus(Decimal.max(...may))
  }
  return { candidate, applies, about, weight, range: { kind: 'number', low, high }, findings }
}

/** Nothing recorded says that it is to be considered, so nothing is weighed. */
function unweighed(candidate: Candidate): WeighedCandidate {
  const { base } = candidate
  return {
    candidate,
    applies: 'no',
    about: null,
    weight: base,
    range: { kind: 'number', low: base, high: base },
    findings: [],
  }
}

const ZERO = new Decimal(0)

/** What one finding says of a candidate. What is not known stays so and adds nothing. */
function weighFinding(finding: Finding, part: PreparedPart, run: Run, vocabulary: Vocabulary): WeighedFinding {
  const status = partStatus(part, run)
  const weight = { yes: finding.add, no: finding.absent, unknown: ZERO }[status]
  const side = status === 'unknown' ? 'missing' : weight.isZero() ? 'none' : weight.isNegative() ? 'against' : 'for'
  return { finding, status, weight, side, ...words(finding, part, status, run, vocabulary) }
}

type Words = Pick<WeighedFinding, 'sentence' | 'question'>

function words(
  { say }: Finding,
  { when }: PreparedPart,
  status: WeighedFinding['status'],
  run: Run,
  vocabulary: Vocabulary,
): Words {
  const [only] = when
  if (when.length !== 1 || only?.kind !== 'atom' || only.negated) return { sentence: say, question: null }
  const { relation } = only.atom
  const declared = vocabulary.relations.get(relation)
  if (!declared) return { sentence: say, question: null }
  const values = valuesOf(only.atom, run)
  const statement = statementOf(relation, values, vocabulary)
  if (status === 'no') return { sentence: denialOf(relation, values, vocabulary).text, question: null }
  return {
    sentence: statement.text,
    question: status === 'unknown' ? questionOf(declared, statement, vocabulary) : null,
  }
}

/** Null: any at all. */
function valuesOf({ slots, constants }: PreparedAtom, run: Run) {
  return slots.map((slot, place) => {
    const value = constants[place] ?? run.slots[slot]
    return value === undefined || isOther(value) ? null : value
  })
}
