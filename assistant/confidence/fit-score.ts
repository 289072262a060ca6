import { fitIsotonic, type IsotonicFit, isotonicValue } from './fit-isotonic.ts'
import { fitLogistic, type LogisticFit, logisticScore } from './fit-logistic.ts'

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

function smoothedShare(outcomes: readonly number[]): number {
  return (outcomes.reduce((sum, outcome) => sum + outcome, 0) + 1) / (outcomes.length + 2)
}
