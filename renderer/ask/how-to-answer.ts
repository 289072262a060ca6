import type { StrategyName } from '../../contract/strategy.ts'

/** What the user says of how to answer; null: as it was measured for the model. `list`: the options, one a line. */
export type HowToAnswer = { readonly strategy: StrategyName | null; readonly list: string }

export const AS_MEASURED: HowToAnswer = { strategy: null, list: '' }

const OPTIONS_AT_LEAST = 2
const OPTIONS_AT_MOST = 10

export function optionsIn(list: string): readonly string[] {
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
