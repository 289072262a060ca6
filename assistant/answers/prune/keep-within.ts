/** What is chosen from: what it costs, how good it is, and which group it is of. Opening a group costs once more. */
export type Choice = { readonly cost: number; readonly score: number; readonly group: number }

/**
 * Takes the best that fit into `budget`, each group that is opened costing `perGroup`: a source has its mark and its name.
 * Returns the places of what was taken, in their order. The best one is taken even if it does not fit.
 */
export function keepWithin(choices: readonly Choice[], budget: number, perGroup: number): readonly number[] {
  const best = [...choices.entries()].toSorted(([, one], [, other]) => other.score - one.score)
  const opened = new Set<number>()
  const kept: number[] = []
  let used = 0
  for (const [at, { cost, group }] of best) {
    const whole = cost + (opened.has(group) ? 0 : perGroup)
    if (kept.length > 0 && used + whole > budget) continue
    used += whole
    opened.add(group)
    kept.push(at)
  }
  return kept.toSorted((one, other) => one - other)
}
