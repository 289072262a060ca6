import type { AnswerEvent, Approach } from '../../../contract/answer.ts'
import type { StrategyName } from '../../../contract/strategy.ts'
import type { AnswerProgress } from '../keep-answer.ts'

/** Puts on record what a strategy prepared, or that another one is followed, and tells it. */
export function toldApproach(
  progress: Pick<AnswerProgress, 'strategy' | 'approach'>,
  strategy: StrategyName,
  prepared: Partial<Pick<Approach, 'quotes' | 'recalled' | 'examples'>> = {},
): AnswerEvent {
  progress.strategy = strategy
  progress.approach = { ...progress.approach, ...prepared }
  return { type: 'approach', strategy, ...progress.approach }
}
