import type { Band, BandLimits } from '../../contract/answers/confidence.ts'
import { mean } from '../statistics/estimates.ts'

export type Example = { readonly features: readonly number[]; readonly isRight: boolean }

/** How scores can be fitted, simplest first. */
export type Method =
  | { readonly method: 'constant' }
  | { readonly method: 'logistic' | 'isotonic'; readonly ridge: number; readonly features: number }

/**
 * How many of the features a fit weighs: the margin alone, the checks with it, or all. On 60 answers of the 0.5B the margin
 * told right from wrong (AUROC .61) and the other twelve only blurred it.
 */
const WEIGHED = [1, 4, Number.POSITIVE_INFINITY]

export const METHODS: readonly Method[] = [
  { method: 'constant' },
  ...WEIGHED.flatMap((features): readonly Method[] => [
    { method: 'logistic', ridge: 30, features },
    { method: 'logistic', ridge: 10, features },
    { method: 'logistic', ridge: 3, features },
    { method: 'isotonic', ridge: 10, features },
  ]),
]

export type ScoreFit =
  | { readonly method: 'constant'; readonly value: number }
  | { readonly method: 'logistic'; readonly logistic: LogisticFit }
  | { readonly method: 'isotonic'; readonly logistic: LogisticFit; readonly steps: IsotonicFit }

/** What gives an answer its score, the probability that it is right, learnt from answers that are known to be right or wrong. */
export function fitScore(method: Method, examples: readonly Example[]): ScoreFit {
  const outcomes = examples.map(({ isRight }) => (isRight ? 1 : 0))
  if (method.method === 'constant') return { method: 'constant', value: smoothedShare(outcomes) }
  const rows = examples.map(({ features }) => features.slice(0, method.features))
  const logistic = fitLogistic(rows, outcomes, method.ridge)
  if (method.method === 'logistic') return { method: 'logistic', logistic }
  const scores = rows.map((row) => logisticScore(logistic, row))
  return { method: 'isotonic', logistic, steps: fitIsotonic(scores, outcomes) }
}

export function scoreOf(fit: ScoreFit, features: readonly number[]): number {
  if (fit.method === 'constant') return fit.value
  const score = logisticScore(fit.logistic, features)
  return fit.method === 'logistic' ? score : isotonicValue(fit.steps, score)
}

/** No score is high where no limit was found for it. */
export function bandOf(score: number, { medium, high }: BandLimits): Band {
  if (high !== null && score >= high) return 'high'
  return score >= medium ? 'medium' : 'low'
}

function smoothedShare(outcomes: readonly number[]): number {
  return (outcomes.reduce((sum, outcome) => sum + outcome, 0) + 1) / (outcomes.length + 2)
}

type IsotonicFit = readonly { readonly from: number; readonly value: number }[]

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

type LogisticFit = {
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

type Standard = { readonly means: readonly number[]; readonly deviations: readonly number[] }

/** Mean and standard deviation of each column; a column that never changes has the deviation 1, so that it weighs nothing. */
function standardOf(rows: readonly (readonly number[])[]): Standard {
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
function standardised(row: readonly number[], { means, deviations }: Standard): readonly number[] {
  return means.map((middle, index) => {
    const far = ((row[index] ?? 0) - middle) / (deviations[index] ?? 1)
    return Math.max(-3, Math.min(3, far))
  })
}
