import type { Answer, Approach } from '../../../contract/answers/answer.ts'
import type { MeasuredStrategies, StrategyName, UsualStrategy } from '../../../contract/answers/strategy.ts'

/** What the user says of how to answer; null: as it was measured for the model. `list`: the options, one a line. */
export type HowToAnswer = { readonly strategy: StrategyName | null; readonly list: string }

export const AS_MEASURED: HowToAnswer = { strategy: null, list: '' }

const OPTIONS_AT_LEAST = 2
const OPTIONS_AT_MOST = 10

function optionsIn(list: string): readonly string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Why one cannot choose from this list; empty where one can. */
export function listProblem(list: string): string {
  const options = optionsIn(list)
  if (options.length < OPTIONS_AT_LEAST) return 'Write two options at least, each on a line of its own.'
  if (options.length > OPTIONS_AT_MOST) return `Ten options at most; these are ${options.length}.`
  return new Set(options).size < options.length ? 'One option is listed twice.' : ''
}

/** Whether a question cannot be answered in this way yet. */
export function isUnready({ strategy, list }: HowToAnswer): boolean {
  return strategy === 'options' && listProblem(list) !== ''
}

/** As the assistant is asked. */
export function askedFor({ strategy, list }: HowToAnswer): { strategy?: StrategyName; options?: string[] } {
  if (strategy === null) return {}
  return strategy === 'options' ? { strategy, options: [...optionsIn(list)] } : { strategy }
}

/** As one chooses them. */
export const HOW_WORDS: Readonly<Record<StrategyName, string>> = {
  quotes: 'quoted',
  direct: 'written',
  extract: 'quoted first',
  'recall-then-answer': 'recalled first',
  'few-shot': 'by examples',
  options: 'chosen from a list',
}

/** What each of them does, for whoever chooses; a list says so itself. */
const MEANINGS: Readonly<Record<StrategyName, string>> = {
  quotes: 'The model chooses the sentences and rows that answer; they are quoted word for word.',
  direct: 'The model writes from the sentences that it read, each sentence with its source.',
  extract: 'The model points at up to three sentences, which are quoted word for word, and concludes from them.',
  'recall-then-answer': 'The model first writes down general knowledge, which counts as no source.',
  'few-shot': 'The model is shown one or two answered questions like yours, which count as no source.',
  options: 'The model chooses from your list.',
}
const KINDS = { fact: 'Questions for one thing', several: 'Questions for several things' } as const

/** How is answered where the user says nothing: `quoted, as usual`; `quoted first, measured best`. */
export function unaskedWords({ fact, several }: MeasuredStrategies, usual: UsualStrategy): string {
  if (!fact && !several) return `${HOW_WORDS[usual]}, as usual`
  const ways = new Set([fact, several].map((one) => HOW_WORDS[one?.strategy ?? usual]))
  if (ways.size > 1) return 'by the kind of question'
  return `${[...ways].join()}, ${fact && several ? 'measured best' : 'as usual'}`
}

/** What that means and why it is so; null: the user says nothing. */
export function meaningWords(
  strategy: StrategyName | null,
  measured: MeasuredStrategies,
  usual: UsualStrategy,
): readonly string[] {
  if (strategy !== null) return [MEANINGS[strategy]]
  if (!measured.fact && !measured.several)
    return [MEANINGS[usual], 'Nothing else was measured to be better for this model.']
  return (['fact', 'several'] as const).map((kind) => {
    const { strategy: best, source } = measured[kind] ?? { strategy: usual, source: 'nothing was measured' }
    return `${KINDS[kind]}: ${HOW_WORDS[best]} (${source}).`
  })
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
