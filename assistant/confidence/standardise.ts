import { mean } from '../statistics/mean.ts'

export type Standard = { readonly means: readonly number[]; readonly deviations: readonly number[] }

/** Mean and standard deviation of each column; a column that never changes has the deviation 1, so that it weighs nothing. */
export function standardOf(rows: readonly (readonly number[])[]): Standard {
  const width = rows[0]?.length ?? 0
  const column = (index: number) => rows.map((row) => row[index] ?? 0)
  const means = Array.from({ length: width }, (_, index) => mean(column(index)))
  const deviations = means.map((middle, index) => {
    const deviation = Math.sqrt(mean(column(index).map((value) => (value - middle) ** 2)))
    return deviation < 1e-9 ? 1 : deviation
  })
  return { means, deviations }
}

/** How many deviations each value lies from its mean; at most three, for what was never seen says no more than that. */
export function standardised(row: readonly number[], { means, deviations }: Standard): readonly number[] {
  return means.map((middle, index) => {
    const far = ((row[index] ?? 0) - middle) / (deviations[index] ?? 1)
    return Math.max(-3, Math.min(3, far))
  })
}
