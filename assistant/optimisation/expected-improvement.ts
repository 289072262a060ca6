import type { Posterior } from './gaussian-process.ts'

/** Below this, dividing by it tells nothing. */
const SURE = 1e-12

/** By how much a value is expected to be above the best so far, what is below counting nothing. */
export function expectedImprovement({ mean, deviation }: Posterior, best: number): number {
  if (deviation < SURE) return Math.max(0, mean - best)
  const z = (mean - best) / deviation
  return Math.max(0, deviation * (z * cumulative(z) + Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)))
}

/** Of the normal distribution; Abramowitz and Stegun 26.2.17, off by less than 1e-7. */
function cumulative(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (series * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI)
  return z >= 0 ? 1 - tail : tail
}
