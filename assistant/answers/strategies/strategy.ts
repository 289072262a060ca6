import type { AnswerEvent, CompleteAskInput } from '../../../contract/answers/answer.ts'
import type { AnswerSettings } from '../../../contract/evaluation/optimisation.ts'
import type { StrategyName } from '../../../contract/answers/strategy.ts'
import type { Drafting, Writer } from '../draft/draft-parts.ts'
import type { Part, Reading } from '../draft/plan-parts.ts'

/** A way to an answer. */
export type Strategy = {
  /** Comes to the answer from what is to be read, its sentences checked as they come. */
  readonly write: (
    input: CompleteAskInput,
    writer: Writer,
    parts: readonly Part[],
    drafting: Drafting,
    signal: AbortSignal,
  ) => AsyncGenerator<AnswerEvent, void, void>
  /** What is to be read of the passages; absent: what the settings say. */
  readonly reading?: (settings: AnswerSettings) => Reading
}

/** Strategies beside the usual ones; one of a usual one's name takes its place. */
export type FurtherStrategies = Readonly<Partial<Record<StrategyName, Strategy>>>
