import type { CompleteAskInput, StrategyName } from '../../../contract/answer.ts'
import { AssistantError } from '../../assistant-error.ts'
import { chooseOption } from '../options/choose-option.ts'
import { LETTERS } from '../options/option-turns.ts'
import { tallyOrDraft } from '../tally/tally-or-draft.ts'

/** Comes to an answer from what is to be read, its sentences checked as they come. */
type Strategy = typeof tallyOrDraft

export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = { direct: tallyOrDraft, options: chooseOption }

/**
 * The one asked for; else a closed list is chosen from, and everything else is written. On 60 questions of PubMedQA with their
 * abstracts choosing was no worse than writing one of the labels (0.5B 21 and 18 right, 1.5B 33 and 33, always yes 33), and it
 * alone tells how clearly: with the 1.5B "yes" had the higher share where it was right (AUROC 0.69), with the 0.5B not (0.51).
 */
export function strategyFor({ strategy, options = [] }: Pick<CompleteAskInput, 'strategy' | 'options'>): StrategyName {
  const name = strategy ?? (options.length > 0 ? 'options' : 'direct')
  const isList = options.length >= 2 && options.length <= LETTERS.length && new Set(options).size === options.length
  if (name === 'options' && !isList)
    throw new AssistantError('WRONG_USE', 'To choose needs a list of two to ten different options.')
  return name
}
