import type { Band, BandLimits } from '../../contract/confidence.ts'
import type { Scored } from '../statistics/auroc.ts'
import { FOLDS } from './cross-validate.ts'

/** "High" may be wrong this often (issue 7), counted on at least so many answers: none of five says nothing. */
const WRONG_AT_MOST = 0.05
const FEWEST = 20
/** From here on an answer is more likely right than wrong. */
const MEDIUM = 0.5

/** The lowest score from which on at most 5 % of the answers are wrong; null where no score is high enough. */
export function highLimit(scored: readonly Scored[]): number | null {
  const falling = scored.toSorted((one, other) => other.score - one.score)
  let limit: number | null = null
  let wrong = 0
  for (const [index, { score, isRight }] of falling.entries()) {
    if (!isRight) wrong += 1
    // Equal scores are in the band together or not at all.
    const isEnd = falling[index + 1]?.score !== score
    if (isEnd && index + 1 >= FEWEST && wrong / (index + 1) <= WRONG_AT_MOST && score >= MEDIUM) limit = score
  }
  return limit
}

export function limitsFrom(scored: readonly Scored[]): BandLimits {
  return { medium: MEDIUM, high: highLimit(scored) }
}

export function bandOf(score: number, { medium, high }: BandLimits): Band {
  if (high !== null && score >= high) return 'high'
  return score >= medium ? 'medium' : 'low'
}

/**
 * The band of each answer by limits that were set on the other folds. A limit that is set on the same answers that it is
 * measured on looks better than it is.
 */
export function bandsOutOfFold(scored: readonly Scored[], folds: readonly number[]): readonly Band[] {
  const limits = Array.from({ length: FOLDS }, (_, fold) =>
    limitsFrom(scored.filter((__, index) => folds[index] !== fold)),
  )
  return scored.map(({ score }, index) => bandOf(score, limits[folds[index] ?? 0] ?? { medium: MEDIUM, high: null }))
}
