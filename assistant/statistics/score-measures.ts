import type { ReliabilityBin } from '../../contract/answers/confidence.ts'
import { shareOf } from './estimates.ts'

export type Scored = { readonly score: number; readonly isRight: boolean }

/**
 * How often a right answer has a higher score than a wrong one, ties counting half (the area under the ROC curve). 0.5 is
 * chance. Null without a right or without a wrong one.
 */
export function auroc(scored: readonly Scored[]): number | null {
  const right = scored.filter(({ isRight }) => isRight).length
  const wrong = scored.length - right
  if (right === 0 || wrong === 0) return null
  const sorted = scored.toSorted((one, other) => one.score - other.score)
  let rankSum = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1
    const meanRank = (from + 1 + to) / 2
    for (const { isRight } of sorted.slice(from, to)) if (isRight) rankSum += meanRank
    from = to
  }
  return (rankSum - (right * (right + 1)) / 2) / (right * wrong)
}

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
