/**
 * By what power a cost grows with a count: the slope of the line through the logarithms of all pairs, or that of the last two where it is
 * steeper, since what does not grow hides in the small ones.
 */
export function growthExponent(counts: readonly number[], costs: readonly number[]): number {
  const logs = counts.map((count, at) => [Math.log(count), Math.log(costs[at] ?? NaN)] as const)
  return Math.round(100 * Math.max(slope(logs), slope(logs.slice(-2)))) / 100
}

function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}
