import type { AnswerSignals, Band, CalibrationSummary, ConfidenceMeasures, Share } from '../../contract/confidence.ts'
import type { Scored } from '../statistics/auroc.ts'
import { shareOf } from '../statistics/share-of.ts'
import { chooseMethod, drawFolds } from './cross-validate.ts'
import { type Example, fitScore, type Method, type ScoreFit } from './fit-score.ts'
import { bandOf, bandsOutOfFold, limitsFrom } from './high-limit.ts'
import { canMeasure, measureConfidence } from './measure-confidence.ts'
import { FEATURES_VERSION, signalFeatures } from './signal-features.ts'

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

export type CrossMeasured = {
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
