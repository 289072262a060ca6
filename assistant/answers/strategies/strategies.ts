import type { StrategyName } from '../../../contract/strategy.ts'
import { chooseOption } from '../options/choose-option.ts'
import { tallyOrDraft } from '../tally/tally-or-draft.ts'
import { extract } from './extract.ts'
import { fewShot } from './few-shot.ts'
import { quotes } from './quotes.ts'
import { recallThenAnswer } from './recall-then-answer.ts'
import type { Strategy } from './strategy.ts'

export const STRATEGIES: Readonly<Record<StrategyName, Strategy>> = {
  quotes,
  direct: tallyOrDraft,
  extract,
  'recall-then-answer': recallThenAnswer,
  'few-shot': fewShot,
  options: chooseOption,
}
