import type { EvaluationRun, Outcome } from '../../contract/evaluation.ts'
import { formatTime } from '../wording/format-time.ts'

export function originWords({ model, startedAt, settings, state, failure }: EvaluationRun): string {
  const how = state === 'stopped' ? 'stopped, ' : state === 'failed' ? `failed: ${failure} ` : ''
  return `${how}${model?.id ?? 'no model yet'}, ${formatTime(startedAt)}, seed ${settings.seed}`
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  right: 'right',
  half: 'half right: part of what was asked is missing',
  wrong: 'wrong',
  'right-refusal': 'rightly refused',
  'wrong-refusal': 'refused, though answerable',
  'should-refuse': 'answered, though nothing answers it',
  unjudged: 'not judged: no known answer',
}
