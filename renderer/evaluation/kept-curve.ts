import type { RunRow } from '../../contract/evaluation.ts'
import { isGiven } from '../../contract/outcomes.ts'

export type KeptPoint = { readonly handedOver: number; readonly right: number; readonly kept: number }

type ScoredRow = { readonly score: number; readonly isRight: boolean }

/**
 * Which share of the answers is right when the least sure ones are handed over to somebody: what is left is measured, not
 * what becomes of those that go. From none handed over to all but one.
 */
export function keptCurve(rows: readonly RunRow[]): readonly KeptPoint[] {
  const scored = rows.flatMap(scoredOf).toSorted((one, other) => other.score - one.score)
  let right = 0
  const points: KeptPoint[] = []
  for (const [index, { score, isRight }] of scored.entries()) {
    right += Number(isRight)
    // Equally sure ones go together.
    if (scored[index + 1]?.score !== score)
      points.push({ handedOver: 1 - (index + 1) / scored.length, right: right / (index + 1), kept: index + 1 })
  }
  return points.toReversed()
}

function scoredOf({ measured, score, outcome, heldOut }: RunRow): readonly ScoredRow[] {
  const stated = measured?.score ?? (heldOut ? score : null)
  if (stated === null || !isGiven({ outcome })) return []
  return [{ score: stated, isRight: outcome === 'right' }]
}
