import type { Calibrated } from '../../contract/answers/confidence.ts'
import type { EvaluationRun, RunRow } from '../../contract/evaluation/evaluation.ts'
import type { EvaluationRuns } from '../../store/evaluation-rows.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { calibrateGate } from './calibrate-gate.ts'
import { keepGateThreshold } from '../cards/gate-threshold.ts'
import { calibrate } from '../confidence/calibrate.ts'
import { gateAnswers } from './gate-answers.ts'
import { knownAnswers } from './known-answers.ts'

export type CalibratingRun = {
  readonly run: Pick<EvaluationRun, 'set' | 'model' | 'setName' | 'settings'>
  readonly rows: readonly RunRow[]
  /** Where the run is kept, with others on the same questions. */
  readonly runs: EvaluationRuns
}

const ONLY_THE_SURE =
  'The threshold for cards stays as it was: in this run the unsure answers got a card, and the others alone say nothing of it. Ask the same questions with cards off, and calibrate on that run.'
const TOO_FEW =
  'The threshold for cards stays as it was: that takes 20 answers without a card, of them 5 right and 5 wrong ones.'

/**
 * Calibrates the model of a run on its answers, and the gate of its cards, in the place of what was there. The gate stays as it was,
 * which `gateLeft` says, where too few were written without a card, or only the sure ones. Throws `WRONG_USE` where the answers are too
 * few.
 */
export function calibrateOn(
  { run, rows, runs }: CalibratingRun,
  { calibrations, session, now, events }: Pick<Assistant, 'calibrations' | 'session' | 'now' | 'events'>,
): Calibrated {
  const { model, setName: set, settings } = run
  if (settings.passages === 'off')
    throw new AssistantError(
      'WRONG_USE',
      'Answers without documents say nothing of answers with them. Calibrate on a run with documents.',
    )
  const answers = knownAnswers(rows)
  const from = { set, at: now().toISOString() }
  const calibration = model && calibrate(answers, { model, ...from })
  if (!calibration) {
    const right = answers.filter(({ isRight }) => isRight).length
    throw new AssistantError(
      'WRONG_USE',
      `Calibrating takes at least 20 answers, of them 5 right and 5 wrong ones; this run has ${answers.length}, ${right} right and ${answers.length - right} wrong. Nothing was changed; run a larger set.`,
    )
  }
  calibrations.keep(calibration)
  const withoutCard = gateAnswers(run, rows, runs)
  const gate = withoutCard && calibrateGate(withoutCard, from)
  if (gate) keepGateThreshold(session.store().app.settings, model.sha256, gate)
  events.tell({ type: 'evaluations-changed', matter: null })
  return { ...calibration.summary, gateLeft: gate ? null : withoutCard === null ? ONLY_THE_SURE : TOO_FEW }
}
