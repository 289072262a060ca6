import type { AnswerSignals, Confidence } from '../../contract/answers/confidence.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { FEATURES_VERSION, signalFeatures } from './answer-signals.ts'
import type { Calibration } from './calibrate.ts'
import { bandOf, scoreOf } from './fit-score.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

const PREFIX = 'calibration '

/** The calibrations of the models, by the hash of their files: another file is another model. */
export interface Calibrations {
  /** Null where the model was not calibrated, or by an older program that measured other signals. */
  of(sha256: string): Calibration | null
  list(): readonly Calibration[]
  keep(calibration: Calibration): void
  /** Throws `NOT_FOUND`. */
  forget(sha256: string): void
}

/** Over the settings of the application's store: one line a model. */
export function createCalibrations(settings: () => JsonSettings): Calibrations {
  const read = (value: unknown): Calibration | null => {
    const stored = value as Calibration | undefined
    return stored?.featuresVersion === FEATURES_VERSION ? stored : null
  }
  return {
    of: (sha256) => read(settings().get(PREFIX + sha256)),
    list: () =>
      Object.entries(settings().all()).flatMap(([key, value]) => (key.startsWith(PREFIX) ? (read(value) ?? []) : [])),
    keep: (calibration) => settings().set(PREFIX + calibration.summary.model.sha256, calibration),
    forget(sha256) {
      if (settings().get(PREFIX + sha256) === undefined)
        throw new Failure('NOT_FOUND', message('failures.models.notCalibrated'))
      settings().remove(PREFIX + sha256)
    },
  }
}

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
