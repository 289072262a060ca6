import type { EvaluationRun, Outcome } from '../../contract/evaluation.ts'
import { formatTime } from '../wording/format-time.ts'

/** What is told of a run beside its number: what was left out of it. */
export function settingsWords({ settings }: Pick<EvaluationRun, 'settings'>): string {
  const { passages, rules, cards, options, sample } = settings
  const parts = [
    passages === 'off' ? 'without documents' : '',
    rules === 'off' ? 'without rules' : '',
    cards === 'off' ? 'without cards' : '',
    cards === 'always' ? 'cards also where the model is sure' : '',
    options === 'hidden' ? 'options hidden' : '',
    sample === null ? '' : `${sample} drawn`,
  ]
  return parts.filter(Boolean).join(', ') || 'as in Ask'
}

export function originWords({ model, startedAt, settings, state, failure }: EvaluationRun): string {
  const how = state === 'stopped' ? 'stopped, ' : state === 'failed' ? `failed: ${failure} ` : ''
  return `${how}${model?.id ?? 'no model yet'}, ${formatTime(startedAt)}, seed ${settings.seed}`
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  right: 'right',
  wrong: 'wrong',
  'right-refusal': 'rightly refused',
  'wrong-refusal': 'refused, though answerable',
  'should-refuse': 'answered, though nothing answers it',
  unjudged: 'not judged: no known answer',
}
