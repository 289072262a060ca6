import type { Answer, Approach } from '../../contract/answer.ts'
import type { StrategyName } from '../../contract/strategy.ts'

/** As one chooses them. */
export const HOW_WORDS: Readonly<Record<StrategyName, string>> = {
  direct: 'written',
  extract: 'quoted first',
  'recall-then-answer': 'recalled first',
  'few-shot': 'by examples',
  options: 'chosen from a list',
}

const NOT_POSSIBLE: Readonly<Record<StrategyName, string>> = {
  direct: '',
  extract: 'nothing to quote',
  'recall-then-answer': 'nothing was recalled',
  'few-shot': 'no example near enough',
  options: '',
}

const BY: Readonly<Record<Approach['by'], string>> = { usual: '', measured: ', as measured', user: ', as asked' }

/** `quoted first, as measured`; `written: no example near enough`. */
export function strategyWords({ strategy, approach }: Pick<Answer, 'strategy' | 'approach'>): string {
  const words = HOW_WORDS[strategy]
  if (approach === null) return words
  return approach.wanted === strategy ? `${words}${BY[approach.by]}` : `${words}: ${NOT_POSSIBLE[approach.wanted]}`
}
