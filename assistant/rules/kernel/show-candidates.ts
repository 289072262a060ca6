import type { CandidateRow } from '../../../contract/differential.ts'
import { weighCandidates, type WeighedCandidate } from '../../../kb/prove/weigh-candidates.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import type { Inference } from '../../../kb/infer/inference.ts'

/** What the packs say is to be considered, the likeliest first, with what speaks for and against each. */
export function showCandidates(inference: Inference, { candidates }: CompiledPacks): readonly CandidateRow[] {
  return weighCandidates(inference, candidates).map(toRow)
}

function toRow({ candidate, applies, about, weight, range, findings }: WeighedCandidate): CandidateRow {
  const { id, name, pack, cannotMiss, decides } = candidate
  return {
    candidate: id,
    name,
    pack,
    applies,
    about,
    weight: weight.toString(),
    low: range.low.toString(),
    high: range.high.toString(),
    cannotMiss,
    decides: [...decides],
    findings: findings.map(({ finding, status, side, weight: own, sentence, question }) => ({
      say: finding.say,
      status,
      side,
      weight: (side === 'missing' ? finding.add : own).toString(),
      source: finding.source,
      sentence,
      question,
    })),
  }
}
