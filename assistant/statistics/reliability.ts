import type { ReliabilityBin } from '../../contract/confidence.ts'
import type { Scored } from './auroc.ts'
import { shareOf } from './share-of.ts'

const BINS = 10

/** The answers by score in bins of equal width; empty bins are left out. Scores are from 0 to 1. */
export function reliabilityBins(scored: readonly Scored[], count = BINS): readonly ReliabilityBin[] {
  const binOf = ({ score }: Scored) => Math.min(count - 1, Math.floor(score * count))
  return Array.from({ length: count }, (_, bin) => {
    const inside = scored.filter((one) => binOf(one) === bin)
    const meanScore = inside.reduce((sum, { score }) => sum + score, 0) / Math.max(1, inside.length)
    return { from: bin / count, to: (bin + 1) / count, meanScore, right: shareOf(inside, ({ isRight }) => isRight) }
  }).filter(({ right }) => right.of > 0)
}

/** Expected calibration error: by how much stated scores and shares right differ, averaged over the answers. */
export function calibrationError(scored: readonly Scored[], count = BINS): number {
  return reliabilityBins(scored, count).reduce(
    (sum, { meanScore, right }) => sum + (right.of / scored.length) * Math.abs(meanScore - right.count / right.of),
    0,
  )
}
