import type { Inference } from '../infer/inference.ts'
import type { Candidate } from '../program/candidate.ts'
import { weighCandidate } from './weigh-candidate.ts'
import type { WeighedCandidate } from './weighed-candidate.ts'

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
