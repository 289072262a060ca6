import { type Standard, standardised, standardOf } from './standardise.ts'

export type LogisticFit = {
  readonly standard: Standard
  readonly intercept: number
  readonly weights: readonly number[]
}

const STEPS = 50
const SMALL_STEP = 1e-8

/**
 * Logistic regression with ridge on standardised features, by Newton's method. `ridge` is the weight of the squared weights
 * in the negative log likelihood; the intercept is free. Few answers, many features: without ridge it would learn them by
 * heart.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  ridge: number,
): LogisticFit {
  const standard = standardOf(rows)
  const inputs = rows.map((row) => [1, ...standardised(row, standard)])
  const width = inputs[0]?.length ?? 1
  let weights = Array.from({ length: width }, () => 0)
  for (let step = 0; step < STEPS; step += 1) {
    const { gradient, curvature } = derivatives(inputs, outcomes, weights, ridge)
    const change = solve(curvature, gradient)
    // Newton overshoots where the data are nearly separable; ridge bounds the weights, this bounds a step.
    const scale = Math.min(1, 4 / Math.max(1e-9, ...change.map(Math.abs)))
    weights = weights.map((weight, index) => weight - scale * (change[index] ?? 0))
    if (Math.max(...change.map(Math.abs)) < SMALL_STEP) break
  }
  const [intercept = 0, ...rest] = weights
  return { standard, intercept, weights: rest }
}

export function logisticScore({ standard, intercept, weights }: LogisticFit, row: readonly number[]): number {
  const inputs = standardised(row, standard)
  return sigmoid(weights.reduce((sum, weight, index) => sum + weight * (inputs[index] ?? 0), intercept))
}

function derivatives(
  inputs: readonly (readonly number[])[],
  outcomes: readonly number[],
  weights: readonly number[],
  ridge: number,
) {
  const penalty = (index: number) => (index === 0 ? 1e-6 : ridge)
  const gradient = weights.map((weight, index) => penalty(index) * weight)
  const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? penalty(row) : 0)))
  for (const [at, input] of inputs.entries()) {
    const score = sigmoid(input.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0))
    const error = score - (outcomes[at] ?? 0)
    const slope = score * (1 - score)
    for (const [row, value] of input.entries()) {
      gradient[row] = (gradient[row] ?? 0) + error * value
      const line = curvature[row] ?? []
      for (const [column, other] of input.entries()) line[column] = (line[column] ?? 0) + slope * value * other
    }
  }
  return { gradient, curvature }
}

/** Gaussian elimination with pivoting; the matrix is positive definite through ridge. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0])
  const size = rows.length
  for (let at = 0; at < size; at += 1) {
    const pivot = rows.slice(at).reduce((best, row) => (Math.abs(row[at] ?? 0) > Math.abs(best[at] ?? 0) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(at, 0, pivot)
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  }
  const solution = Array.from({ length: size }, () => 0)
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? []
    const known = solution.reduce((sum, value, index) => (index > at ? sum + value * (row[index] ?? 0) : sum), 0)
    solution[at] = ((row[size] ?? 0) - known) / (row[at] ?? 1)
  }
  return solution
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
