/** Median and 95th percentile, rounded to tenths. */
export function quantiles(values: readonly number[]): {
  readonly n: number
  readonly p50: number
  readonly p95: number
} {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (part: number) =>
    Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)) / 10
  return { n: values.length, p50: at(0.5), p95: at(0.95) }
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
