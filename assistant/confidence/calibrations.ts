import { NotFoundError } from '../../store/store-errors.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import type { Calibration } from './calibrate.ts'
import { FEATURES_VERSION } from './signal-features.ts'

const PREFIX = 'calibration '

/** The calibrations of the models, by the hash of their files: another file is another model. */
export interface Calibrations {
  /** Null where the model was not calibrated, or by an older program that measured other signals. */
  of(sha256: string): Calibration | null
  list(): readonly Calibration[]
  keep(calibration: Calibration): void
  /** Throws `NotFoundError`. */
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
      if (settings().get(PREFIX + sha256) === undefined) throw new NotFoundError('That model is not calibrated.')
      settings().remove(PREFIX + sha256)
    },
  }
}
