import type { Status } from '../infer/condition-status.ts'
import type { Inference } from '../infer/inference.ts'
import { isOther } from '../infer/other-individual.ts'
import { prepareRule } from '../infer/prepare-rule.ts'
import { createRun, type Run } from '../infer/run.ts'
import { solve } from '../infer/solve.ts'
import type { Candidate } from '../program/candidate.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { Decimal } from '../values/decimal.ts'
import { weighFinding } from './weigh-finding.ts'
import type { WeighedCandidate, WeighedFinding } from './weighed-candidate.ts'

/** Once for each whom it may concern. One that cannot be missed is there in any case. */
export function weighCandidate(inference: Inference, candidate: Candidate): readonly WeighedCandidate[] {
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
