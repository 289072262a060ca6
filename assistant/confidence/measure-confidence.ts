import type { Band, ConfidenceMeasures } from '../../contract/answers/confidence.ts'
import { auroc, calibrationError, reliabilityBins, type Scored } from '../statistics/score-measures.ts'
import { bootstrapInterval, shareOf } from '../statistics/estimates.ts'

export type Banded = Scored & { readonly band: Band }

/** Fewer right or wrong answers than these tell nothing of scores. */
export const FEWEST_OF_EITHER = 5
export const FEWEST_ANSWERS = 20

export function canMeasure(answers: readonly { readonly isRight: boolean }[]): boolean {
  const right = answers.filter(({ isRight }) => isRight).length
  return answers.length >= FEWEST_ANSWERS && Math.min(right, answers.length - right) >= FEWEST_OF_EITHER
}

/** How well scores and bands tell right answers from wrong ones; null where there are too few of either. */
export function measureConfidence(
  how: ConfidenceMeasures['how'],
  answers: readonly Banded[],
): ConfidenceMeasures | null {
  const area = auroc(answers)
  if (area === null || !canMeasure(answers)) return null
  const high = answers.filter(({ band }) => band === 'high')
  return {
    how,
    answers: answers.length,
    right: answers.filter(({ isRight }) => isRight).length,
    auroc: area,
    aurocInterval: bootstrapInterval(answers, auroc),
    ece: calibrationError(answers),
    eceInterval: bootstrapInterval(answers, (drawn) => calibrationError(drawn)),
    confidentWrong: shareOf(answers, ({ band, isRight }) => band === 'high' && !isRight),
    wrongInHigh: shareOf(high, ({ isRight }) => !isRight),
    highBand: shareOf(answers, ({ band }) => band === 'high'),
    bins: [...reliabilityBins(answers)],
  }
}
