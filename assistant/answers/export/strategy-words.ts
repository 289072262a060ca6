import type { Answer, Approach } from '../../../contract/answer.ts'
import type { StrategyName } from '../../../contract/strategy.ts'

const STRATEGIES: Readonly<Record<StrategyName, string>> = {
  quotes: 'chosen by the model, quoted word for word',
  direct: 'written from the passages',
  extract: 'quoted first, then concluded from the quotes',
  'recall-then-answer': 'general knowledge recalled first, then written from the passages',
  'few-shot': 'written from the passages, by examples',
  options: 'chosen from a list',
}

/** What the model chose or wrote was not kept. */
const NEAREST = 'nothing written, nearest sentences quoted word for word'

const NOT_POSSIBLE: Readonly<Partial<Record<StrategyName, string>>> = {
  extract: 'there was nothing to quote from',
  'recall-then-answer': 'nothing was recalled',
  'few-shot': 'no example was near enough',
}

const BY: Readonly<Record<Approach['by'], string>> = {
  usual: '',
  measured: ', as measured for this model',
  user: ', as asked',
}

/** How an answer came about, and why so: `quoted first, then concluded from the quotes, as measured for this model`. */
export function strategyWords({ strategy, approach, state }: Pick<Answer, 'strategy' | 'approach' | 'state'>): string {
  if (state === 'not-written') return NEAREST
  const words = STRATEGIES[strategy]
  if (approach === null) return words
  const why = approach.wanted === strategy ? undefined : NOT_POSSIBLE[approach.wanted]
  return why === undefined ? `${words}${BY[approach.by]}` : `${words}, for ${why}`
}

/** What a strategy put before the model, a line each. */
export function approachLines({ quotes, recalled, examples }: Approach): readonly string[] {
  return [
    ...quotes.map(({ source, quote }) => `Quoted: “${quote.replace(/\s+/g, ' ').trim()}” [${source}]`),
    ...(recalled === '' ? [] : [`Recalled by the model, from no source: ${recalled}`]),
    ...examples.map(({ question, answer, from }) => `Example, from ${from}, no source: ${question} ${answer}`),
  ]
}
