import type { RunRow } from '../../contract/evaluation/evaluation.ts'

/**
 * How good one answer is, from -1 to 1; what an optimisation makes larger is the mean. An answer that should be there: the
 * mean of gold recall and key facts, less one when it is wrong, so that saying nothing (0) is better than something wrong. A refusal
 * of what nothing answers is 1, an answer to it -1. Null where the set does not know the answer.
 */
export function answerScore({ outcome, goldRecall, keyFacts }: Pick<RunRow, 'outcome' | 'goldRecall' | 'keyFacts'>) {
  if (outcome === 'unjudged') return null
  if (outcome === 'right-refusal') return 1
  if (outcome === 'should-refuse') return -1
  return (goldRecall + (keyFacts ?? goldRecall)) / 2 - (outcome === 'wrong' ? 1 : 0)
}
