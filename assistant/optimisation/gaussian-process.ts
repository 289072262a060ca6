import { choleskyOf, solveLower, solveUpper } from './cholesky.ts'

export type Observed<T> = { readonly at: T; readonly value: number }
export type Posterior = { readonly mean: number; readonly deviation: number }

/** What values at any place are likely, from those that were observed. */
export type GaussianProcess<T> = (at: T) => Posterior

/** How far apart places still tell of each other, in genes, and how much of the variance is each place's own. */
const LENGTHS = [0.5, 1, 2, 4]
const NOISES = [0.001, 0.05, 0.2, 0.5]

export type Fit = { readonly length: number; readonly noise: number }

/**
 * With an exponential kernel over a distance, its mean and variance those of the values. Length and noise are the ones of a small
 * grid under which the values are likeliest. Throws for no values.
 */
export function fitGaussianProcess<T>(
  observed: readonly Observed<T>[],
  distance: (one: T, other: T) => number,
): GaussianProcess<T> {
  const fits = LENGTHS.flatMap((length) => NOISES.map((noise) => processOf(observed, distance, { length, noise })))
  const best = fits.reduce((one, other) => (other.likelihood > one.likelihood ? other : one))
  return best.at
}

/** With a given length and noise, and how likely (natural logarithm, up to a constant) the values are under it. */
export function processOf<T>(
  observed: readonly Observed<T>[],
  distance: (one: T, other: T) => number,
  { length, noise }: Fit,
): { readonly at: GaussianProcess<T>; readonly likelihood: number } {
  const { mean, variance } = spread(observed.map(({ value }) => value))
  const kernel = (one: T, other: T) => Math.exp(-distance(one, other) / length)
  const lower = choleskyOf(
    observed.map((one, row) =>
      observed.map((other, column) => kernel(one.at, other.at) + (row === column ? noise : 0)),
    ),
  )
  const residuals = observed.map(({ value }) => value - mean)
  const weights = solveUpper(lower, solveLower(lower, residuals))
  const at = (place: T): Posterior => {
    const near = observed.map((one) => kernel(one.at, place))
    const explained = solveLower(lower, near).reduce((sum, value) => sum + value ** 2, 0)
    return {
      mean: mean + near.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
      deviation: Math.sqrt(variance * Math.max(0, 1 - explained)),
    }
  }
  const logDeterminant = lower.reduce((sum, row, index) => sum + 2 * Math.log(row[index] ?? 1), 0)
  const misfit = residuals.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / variance
  return { at, likelihood: -(misfit + logDeterminant) / 2 }
}

/** Values that are all alike still vary a little. */
function spread(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  if (values.length === 0) throw new RangeError('There is nothing to learn from.')
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, variance: Math.max(variance, 1e-6) }
}
