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

const NOT_POSSIBLE: Readonly<Partial<Record<StrategyName, string>>> = {
  extract: 'nothing to quote',
  'recall-then-answer': 'nothing was recalled',
  'few-shot': 'no example near enough',
}

const BY: Readonly<Record<Approach['by'], string>> = { usual: '', measured: ', as measured', user: ', as asked' }

/** `quoted first, as measured`; `written: no example near enough`. */
export function strategyWords({ strategy, approach }: Pick<Answer, 'strategy' | 'approach'>): string {
  const words = HOW_WORDS[strategy]
  if (approach === null) return words
  const why = approach.wanted === strategy ? undefined : NOT_POSSIBLE[approach.wanted]
  return why === undefined ? `${words}${BY[approach.by]}` : `${words}: ${why}`
}
