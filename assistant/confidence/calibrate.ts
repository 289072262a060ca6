import type {
  AnswerSignals,
  Band,
  BandLimits,
  CalibrationSummary,
  ConfidenceMeasures,
  Share,
} from '../../contract/answers/confidence.ts'
import { shareOf } from '../statistics/estimates.ts'
import type { Scored } from '../statistics/score-measures.ts'
import { seededRandom } from '../statistics/seeded-random.ts'
import { FEATURES_VERSION, signalFeatures } from './answer-signals.ts'
import { bandOf, type Example, fitScore, type Method, METHODS, type ScoreFit, scoreOf } from './fit-score.ts'
import { canMeasure, measureConfidence } from './measure-confidence.ts'

/** An answer that is known to be right or wrong. `question`: what tells one question from another, as a hash. */
export type KnownAnswer = { readonly question: string; readonly signals: AnswerSignals; readonly isRight: boolean }

export type Calibration = {
  readonly featuresVersion: number
  readonly summary: CalibrationSummary
  readonly fit: ScoreFit
  /** What became of the answers in each band, by fits and by limits that did not see them. */
  readonly bands: Readonly<Record<Band, Share>>
  /** The questions that it saw. */
  readonly questions: readonly string[]
}

type CrossMeasured = {
  readonly method: Method
  readonly measures: ConfidenceMeasures
  /** In the order of the answers. */
  readonly scored: readonly (Scored & { readonly band: Band })[]
}

/** What calibrating on these answers would be worth, by cross-validation; null where there are too few. */
export function crossMeasure(answers: readonly KnownAnswer[]): CrossMeasured | null {
  if (!canMeasure(answers)) return null
  const examples = answers.map(exampleOf)
  const folds = drawFolds(examples)
  const { method, scores } = chooseMethod(examples, folds)
  const scored = answers.map(({ isRight }, index) => ({ score: scores[index] ?? 0.5, isRight }))
  // Where all answers together reach no band "high", none is shown, whatever some folds would set.
  const limits = limitsFrom(scored)
  const bands = limits.high === null ? scored.map(({ score }) => bandOf(score, limits)) : bandsOutOfFold(scored, folds)
  const banded = scored.map((one, index) => ({ ...one, band: bands[index] ?? ('low' as const) }))
  const measures = measureConfidence('cross-validated', banded)
  return measures && { method, measures, scored: banded }
}

/**
 * Learns from known answers how sure a model's answers are. The method is chosen, the bands are set and all is measured by
 * cross-validation; the fit itself sees all answers. Null where there are too few.
 */
export function calibrate(
  answers: readonly KnownAnswer[],
  from: Pick<CalibrationSummary, 'model' | 'set' | 'at'>,
): Calibration | null {
  const crossed = crossMeasure(answers)
  if (!crossed) return null
  const { method, scored } = crossed
  const inBand = (band: Band) =>
    shareOf(
      scored.filter((one) => one.band === band),
      ({ isRight }) => isRight,
    )
  const bands = { low: inBand('low'), medium: inBand('medium'), high: inBand('high') }
  const { medium, high } = limitsFrom(scored)
  // A band that no answer reached by limits set without it has shown nothing, and is not shown.
  const limits = { medium, high: bands.high.of === 0 ? null : high }
  const right = answers.filter(({ isRight }) => isRight).length
  return {
    featuresVersion: FEATURES_VERSION,
    summary: { ...from, answers: answers.length, right, method: method.method, limits, measures: crossed.measures },
    fit: fitScore(method, answers.map(exampleOf)),
    bands,
    questions: answers.map(({ question }) => question),
  }
}

function exampleOf({ signals, isRight }: KnownAnswer): Example {
  return { features: signalFeatures(signals), isRight }
}

export const FOLDS = 10

type CrossValidated = {
  readonly method: Method
  /** In the order of the examples, each by a fit that did not see it. */
  readonly scores: readonly number[]
}

/** The method with the lowest cross-validated log loss; of equally good ones the simplest. */
export function chooseMethod(examples: readonly Example[], folds: readonly number[]): CrossValidated {
  const tried = METHODS.map((method) => ({ method, scores: outOfFold(method, examples, folds) }))
  const lossOf = ({ scores }: CrossValidated) => logLoss(scores, examples)
  return tried.reduce((best, one) => (lossOf(one) < lossOf(best) - 1e-9 ? one : best))
}

/** The fold of each example, drawn so that right and wrong ones are spread evenly. */
export function drawFolds(examples: readonly { readonly isRight: boolean }[], seed = 0): readonly number[] {
  const random = seededRandom(seed)
  const keyed = examples.map(({ isRight }, index) => ({ index, isRight, key: random() }))
  const spread = keyed.toSorted((one, other) => Number(one.isRight) - Number(other.isRight) || one.key - other.key)
  const folds = Array.from({ length: examples.length }, () => 0)
  for (const [rank, { index }] of spread.entries()) folds[index] = rank % FOLDS
  return folds
}

/**
 * Without features a fit is one number. Left out fold by fold it would be lower just where the right answers are, and rank
 * them below the wrong ones (AUROC .43 on 60 answers of the 0.5B that no feature told apart): so it is one number for all.
 */
function outOfFold(method: Method, examples: readonly Example[], folds: readonly number[]): readonly number[] {
  if (method.method === 'constant') {
    const fit = fitScore(method, examples)
    return examples.map(({ features }) => scoreOf(fit, features))
  }
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitScore(
      method,
      examples.filter((__, index) => folds[index] !== fold),
    ),
  )
  return examples.map(({ features }, index) => {
    const fit = fits[folds[index] ?? 0]
    return fit ? scoreOf(fit, features) : 0.5
  })
}

/** Natural-log loss an answer. */
export function logLoss(scores: readonly number[], examples: readonly { readonly isRight: boolean }[]): number {
  const losses = examples.map(({ isRight }, index) => {
    const score = Math.max(1e-3, Math.min(1 - 1e-3, scores[index] ?? 0.5))
    return -Math.log(isRight ? score : 1 - score)
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length)
}

/** "High" may be wrong this often (issue 7), counted on at least so many answers: none of five says nothing. */
const WRONG_AT_MOST = 0.05
const FEWEST = 20

/** From here on an answer is more likely right than wrong. */
const MEDIUM = 0.5

/** The lowest score from which on at most 5 % of the answers are wrong; null where no score is high enough. */
export function highLimit(scored: readonly Scored[]): number | null {
  const falling = scored.toSorted((one, other) => other.score - one.score)
  let limit: number | null = null
  let wrong = 0
  for (const [index, { score, isRight }] of falling.entries()) {
    if (!isRight) wrong += 1
    // Equal scores are in the band together or not at all.
    const isEnd = falling[index + 1]?.score !== score
    if (isEnd && index + 1 >= FEWEST && wrong / (index + 1) <= WRONG_AT_MOST && score >= MEDIUM) limit = score
  }
  return limit
}

function limitsFrom(scored: readonly Scored[]): BandLimits {
  return { medium: MEDIUM, high: highLimit(scored) }
}

/**
 * The band of each answer by limits that were set on the other folds. A limit that is set on the same answers that it is
 * measured on looks better than it is.
 */
function bandsOutOfFold(scored: readonly Scored[], folds: readonly number[]): readonly Band[] {
  const limits = Array.from({ length: FOLDS }, (_, fold) =>
    limitsFrom(scored.filter((__, index) => folds[index] !== fold)),
  )
  return scored.map(({ score }, index) => bandOf(score, limits[folds[index] ?? 0] ?? { medium: MEDIUM, high: null }))
}
