import type { CalibrationSummary } from '../../contract/confidence.ts'
import type { EvaluationRun, RunRow } from '../../contract/evaluation.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../assistant-error.ts'
import { calibrate } from '../confidence/calibrate.ts'
import { knownAnswers } from './known-answers.ts'

/** Calibrates the model of a run on its answers, in the place of an earlier calibration. Throws `WRONG_USE` where they are too few. */
export function calibrateOn(
  { model, setName, settings }: Pick<EvaluationRun, 'model' | 'setName' | 'settings'>,
  rows: readonly RunRow[],
  { calibrations, now, events }: Pick<Assistant, 'calibrations' | 'now' | 'events'>,
): CalibrationSummary {
  if (settings.passages === 'off')
    throw new AssistantError(
      'WRONG_USE',
      'Answers without documents say nothing of answers with them. Calibrate on a run with documents.',
    )
  const answers = knownAnswers(rows)
  const calibration = model && calibrate(answers, { model, set: setName, at: now().toISOString() })
  if (!calibration) {
    const right = answers.filter(({ isRight }) => isRight).length
    throw new AssistantError(
      'WRONG_USE',
      `Calibrating takes at least 20 answers, of them 5 right and 5 wrong ones; this run has ${answers.length}, ${right} right and ${answers.length - right} wrong. Nothing was changed; run a larger set.`,
    )
  }
  calibrations.keep(calibration)
  events.tell({ type: 'evaluations-changed', matter: null })
  return calibration.summary
}
