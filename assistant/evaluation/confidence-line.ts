import type { Share } from '../../contract/answers/confidence.ts'
import type { RunSummary } from '../../contract/evaluation/evaluation.ts'
import type { KeptRun } from './folder-run.ts'

/** `confidence` of the line that `eval` prints (`docs/measuring.md`), with how it was measured, n and intervals beside it. */
export function confidenceLine({
  summary: { confidence },
  calibration,
  gate,
  gateLeft,
  notCalibrated,
}: Pick<KeptRun, 'summary' | 'calibration' | 'gate' | 'gateLeft' | 'notCalibrated'>) {
  const kept = calibration && { method: calibration.method, limits: calibration.limits, answers: calibration.answers }
  if (!confidence)
    return {
      auroc: null,
      ece: null,
      confidentWrong: null,
      highBandShare: null,
      why: 'too few answers: it takes 20, of them 5 right and 5 wrong ones',
      calibration: kept,
      gate,
      gateLeft,
      notCalibrated,
    }
  const { auroc, aurocInterval, ece, eceInterval, confidentWrong, wrongInHigh, highBand, how, answers, right } =
    confidence
  return {
    auroc,
    aurocInterval,
    ece,
    eceInterval,
    confidentWrong: valueOf(confidentWrong),
    highBandShare: valueOf(highBand),
    confidentWrongOf: confidentWrong,
    wrongInHigh,
    highBand,
    how,
    answers,
    right,
    highReached: highBand.count > 0,
    calibration: kept,
    gate,
    gateLeft,
    notCalibrated,
  }
}

/** The shares of a run, each with what it was counted from and its interval. */
export function shareLines({ right, half, wrong, wrongGreen, refused, rightRefusals, quotes, byType }: RunSummary) {
  return { right, half, wrong, wrongGreen, refused, rightRefusals, quotesAtOffsets: quotes, byType }
}

function valueOf({ count, of }: Share): number | null {
  return of === 0 ? null : count / of
}
