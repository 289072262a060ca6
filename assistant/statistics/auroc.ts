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
