import type { Answer } from '../../../contract/answers/answer.ts'
import type { MeasuredStrategies, StrategyName, UsualStrategy } from '../../../contract/answers/strategy.ts'
import { hasText, t, texts } from '../../../wording/translate.ts'

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
  if (options.length < OPTIONS_AT_LEAST) return t('ask.how.problems.few')
  if (options.length > OPTIONS_AT_MOST) return t('ask.how.problems.many', { count: options.length })
  return new Set(options).size < options.length ? t('ask.how.problems.twice') : ''
}

/** Why a question cannot be answered in this way yet; null: it can. */
export function whyUnready({ strategy, list }: HowToAnswer): string | null {
  return strategy === 'options' ? listProblem(list) || null : null
}

/** As the assistant is asked. */
export function askedFor({ strategy, list }: HowToAnswer): { strategy?: StrategyName; options?: string[] } {
  if (strategy === null) return {}
  return strategy === 'options' ? { strategy, options: [...optionsIn(list)] } : { strategy }
}

/** The ways of answering, as one chooses them. */
export function howWords(): Readonly<Record<StrategyName, string>> {
  return texts('ask.how.names')
}

/** How is answered where the user says nothing: `quoted, as usual`; `quoted first, measured best`. */
export function unaskedWords({ fact, several }: MeasuredStrategies, usual: UsualStrategy): string {
  if (!fact && !several) return t('ask.how.asUsual', { how: howWords()[usual] })
  const ways = new Set([fact, several].map((one) => howWords()[one?.strategy ?? usual]))
  if (ways.size > 1) return t('ask.how.byKind')
  const how = [...ways].join()
  return fact && several ? t('ask.how.measuredBest', { how }) : t('ask.how.asUsual', { how })
}

/** What that means and why it is so; null: the user says nothing. */
export function meaningWords(
  strategy: StrategyName | null,
  measured: MeasuredStrategies,
  usual: UsualStrategy,
): readonly string[] {
  if (strategy !== null) return [texts('ask.how.meanings')[strategy]]
  if (!measured.fact && !measured.several) return [texts('ask.how.meanings')[usual], t('ask.how.nothingBetter')]
  return (['fact', 'several'] as const).map((kind) => {
    const { strategy: best, source } = measured[kind] ?? { strategy: usual, source: t('ask.how.notMeasured') }
    return t(`ask.how.${kind}`, { how: howWords()[best], source })
  })
}

/** `quoted first, as measured`; `written: no example near enough`. */
export function strategyWords({ strategy, approach }: Pick<Answer, 'strategy' | 'approach'>): string {
  const how = howWords()[strategy]
  if (approach === null) return how
  const { wanted, by } = approach
  // Not every question or model allows every way.
  if (wanted === strategy || !hasText('ask.how.notPossible', wanted)) return t(`ask.how.done.${by}`, { how })
  return t(`ask.how.notPossible.${wanted}`, { how })
}
