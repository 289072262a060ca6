export type Observed<T> = { readonly at: T; readonly value: number }
type Posterior = { readonly mean: number; readonly deviation: number }

/** What values at any place are likely, from those that were observed. */
type GaussianProcess<T> = (at: T) => Posterior

/** How far apart places still tell of each other, in genes, and how much of the variance is each place's own. */
const LENGTHS = [0.5, 1, 2, 4]
const NOISES = [0.001, 0.05, 0.2, 0.5]

type Fit = { readonly length: number; readonly noise: number }

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

type Matrix = readonly (readonly number[])[]

/** The lower triangle L of a symmetric, positive definite matrix: L times its transpose is the matrix. */
export function choleskyOf(matrix: Matrix): Matrix {
  const lower: number[][] = []
  for (const [row, values] of matrix.entries()) {
    const made: number[] = []
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? made : (lower[column] ?? [])
      let rest = values[column] ?? 0
      for (let k = 0; k < column; k += 1) rest -= (made[k] ?? 0) * (other[k] ?? 0)
      if (column < row) made.push(rest / (other[column] ?? 1))
      else if (rest > 0) made.push(Math.sqrt(rest))
      else throw new RangeError('The matrix is not positive definite.')
    }
    lower.push(made)
  }
  return lower
}

/** x of L x = b. */
export function solveLower(lower: Matrix, right: readonly number[]): readonly number[] {
  const solved: number[] = []
  for (const [row, values] of lower.entries()) {
    const rest = solved.reduce((sum, value, column) => sum - (values[column] ?? 0) * value, right[row] ?? 0)
    solved.push(rest / (values[row] ?? 1))
  }
  return solved
}

/** x of Lᵀ x = b. */
export function solveUpper(lower: Matrix, right: readonly number[]): readonly number[] {
  const solved: number[] = Array.from({ length: right.length }, () => 0)
  for (let row = right.length - 1; row >= 0; row -= 1) {
    let rest = right[row] ?? 0
    for (let below = row + 1; below < right.length; below += 1)
      rest -= (lower[below]?.[row] ?? 0) * (solved[below] ?? 0)
    solved[row] = rest / (lower[row]?.[row] ?? 1)
  }
  return solved
}

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
