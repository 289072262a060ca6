import type { AnswerState } from '../../contract/answers/answer.ts'
import type { AnswerSignals } from '../../contract/answers/confidence.ts'

export type Doubted = {
  readonly state: AnswerState
  readonly signals: AnswerSignals | null
  /** Calibrated on other questions; null: not calibrated. */
  readonly score: number | null
}

/** Nothing was found or written: not wrong, but no help; about as likely to be mended elsewhere as an even chance. */
const NOTHING_WRITTEN = 0.5
/** Something in it is not confirmed, or not answered. */
const NOT_WHOLE: ReadonlySet<AnswerState> = new Set<AnswerState>(['answered-in-part', 'uncertain'])

/**
 * How much speaks against an answer, 0 to 1, to say which go elsewhere first. By the calibrated score where there is one; else by the
 * signals, with weights that were set before anything was measured and are no fit.
 */
export function doubtOf({ state, signals, score }: Doubted): number {
  if (state === 'not-found' || state === 'not-written') return NOTHING_WRITTEN
  if (score !== null) return 1 - score
  if (!signals) return NOT_WHOLE.has(state) ? 0.5 : 0
  const { margin, unsupported, absent, borneOut, ruleAgreement, pastMistake, unknownWords } = signals
  const doubt =
    (NOT_WHOLE.has(state) ? 0.25 : 0) +
    0.25 * (1 - (margin ?? 0.5)) +
    0.15 * absent +
    0.1 * unsupported +
    0.1 * (1 - borneOut) +
    0.05 * unknownWords +
    0.05 * (1 - (ruleAgreement ?? 1)) +
    0.05 * (pastMistake ?? 0)
  return Math.min(1, doubt)
}
