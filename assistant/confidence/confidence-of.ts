import type { AnswerSignals, Confidence } from '../../contract/confidence.ts'
import type { Calibration } from './calibrate.ts'
import { scoreOf } from './fit-score.ts'
import { bandOf } from './high-limit.ts'
import { signalFeatures } from './signal-features.ts'

export const NOT_CALIBRATED: Confidence = {
  score: null,
  band: null,
  calibrated: false,
  like: null,
  limits: null,
  answers: 0,
}

/**
 * How sure an answer is, by what became of others with such signals. Nothing is known of one whose margin was not measured (a
 * choice among options, or one that was stopped): the answers of the calibration were written, and measured.
 */
export function confidenceOf(signals: AnswerSignals, calibration: Calibration | null): Confidence {
  if (!calibration) return NOT_CALIBRATED
  const { fit, bands, summary } = calibration
  if (signals.margin === null) return { ...NOT_CALIBRATED, calibrated: true, answers: summary.answers }
  const score = scoreOf(fit, signalFeatures(signals))
  const band = bandOf(score, summary.limits)
  return { score, band, calibrated: true, like: bands[band], limits: summary.limits, answers: summary.answers }
}
