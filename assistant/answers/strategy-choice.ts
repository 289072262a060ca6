import type { Approach, CompleteAskInput } from '../../contract/answers/answer.ts'
import {
  MeasuredStrategies,
  type MeasuredStrategy,
  type StrategyName,
  type UsualStrategy,
} from '../../contract/answers/strategy.ts'
import type { LanguageModelInfo } from '../../models/language-model.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { questionKind, type QuestionKind } from './draft/question-kind.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The letters that they are called by are single ones, A to J. */
export const OPTIONS_AT_MOST = 10

export type ChosenStrategy = { readonly strategy: StrategyName; readonly by: Approach['by'] }

/**
 * The one asked for; else a closed list is chosen from; else what was measured best for such questions with this model; else it is
 * led by quotes, or written by a model whose own sentences were measured to be confirmed by their sources. On 60 questions of PubMedQA with their abstracts choosing was no worse than writing one of the labels (0.5B 21 and 18
 * right, 1.5B 33 and 33, always yes 33), and it alone tells how clearly: with the 1.5B "yes" had the higher share where it was right
 * (AUROC 0.69), with the 0.5B not (0.51). Throws `WRONG_USE`.
 */
export function strategyFor(
  {
    strategy,
    question,
    options = [],
    closedBook = false,
  }: Pick<CompleteAskInput, 'strategy' | 'question' | 'options'> & Partial<Pick<CompleteAskInput, 'closedBook'>>,
  measured: MeasuredStrategies,
  /** Absent: no model writes. */
  model: Pick<LanguageModelInfo, 'paraphrases'> | null,
): ChosenStrategy {
  if (strategy === 'options' || (strategy === undefined && options.length > 0)) {
    if (!isClosedList(options)) throw new Failure('WRONG_USE', message('failures.answers.optionCount'))
    return { strategy: 'options', by: strategy === undefined ? 'usual' : 'user' }
  }
  if (strategy !== undefined) return { strategy, by: 'user' }
  return bestFor(question, measured) ?? { strategy: closedBook ? 'direct' : usualStrategy(model), by: 'usual' }
}

function isClosedList(options: readonly string[]): boolean {
  return options.length >= 2 && options.length <= OPTIONS_AT_MOST && new Set(options).size === options.length
}

/** Null also where nothing was better than what the model writes itself: that says nothing of quotes. */
function bestFor(question: string, measured: MeasuredStrategies): ChosenStrategy | null {
  const best = measured[questionKind(question)]
  return best && best.strategy !== 'direct' ? { strategy: best.strategy, by: 'measured' } : null
}

export function usualStrategy(model: Pick<LanguageModelInfo, 'paraphrases'> | null): UsualStrategy {
  return model !== null && !model.paraphrases ? 'quotes' : 'direct'
}

/** What was measured best for each kind of question; kept for each model file, by its hash. Empty until then. */
export function measuredStrategies(settings: JsonSettings, sha256: string): MeasuredStrategies {
  // Another version may have kept a strategy that is unknown here.
  return MeasuredStrategies.safeParse(settings.get(keyOf(sha256))).data ?? {}
}

export function keepStrategy(
  settings: JsonSettings,
  sha256: string,
  kind: QuestionKind,
  measured: MeasuredStrategy,
): void {
  settings.set(keyOf(sha256), { ...measuredStrategies(settings, sha256), [kind]: measured })
}

function keyOf(sha256: string): string {
  return `strategy ${sha256}`
}
