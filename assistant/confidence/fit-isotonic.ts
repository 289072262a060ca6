export type IsotonicFit = readonly { readonly from: number; readonly value: number }[]

type Block = { from: number; sum: number; count: number }

/**
 * The never-falling steps that fit best (pool adjacent violators), in the order of their scores. Each step is smoothed by
 * one right and one wrong answer, for a step of three right ones is not certain.
 */
export function fitIsotonic(scores: readonly number[], outcomes: readonly number[]): IsotonicFit {
  const sorted = scores
    .map((score, index) => ({ score, outcome: outcomes[index] ?? 0 }))
    .toSorted((one, other) => one.score - other.score)
  const blocks: Block[] = []
  for (const { score, outcome } of sorted) {
    const last = blocks.at(-1)
    if (last?.from === score) {
      last.sum += outcome
      last.count += 1
    } else blocks.push({ from: score, sum: outcome, count: 1 })
  }
  const pooled: Block[] = []
  for (const block of blocks) {
    let merged = block
    for (let last = pooled.at(-1); last && valueOf(last) >= valueOf(merged); last = pooled.at(-1)) {
      pooled.pop()
      merged = { from: last.from, sum: last.sum + merged.sum, count: last.count + merged.count }
    }
    pooled.push(merged)
  }
  return pooled.map((block) => ({ from: block.from, value: valueOf(block) }))
}

function valueOf({ sum, count }: Block): number {
  return (sum + 1) / (count + 2)
}

/** The value of the step that a score lies on; below the first step its value. */
export function isotonicValue(fit: IsotonicFit, score: number): number {
  return (fit.findLast(({ from }) => from <= score) ?? fit[0])?.value ?? 0.5
}
