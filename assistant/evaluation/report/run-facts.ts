import { isDeepStrictEqual } from 'node:util'
import type { EvaluationRun } from '../../../contract/evaluation.ts'
import { USUAL_SETTINGS } from '../../answers/settings/usual-settings.ts'

type Facts = Pick<
  EvaluationRun,
  'setName' | 'model' | 'embedder' | 'settings' | 'begun' | 'startedAt' | 'done' | 'of' | 'drawnFrom'
>

/** How a run was made, for its report. */
export function runFacts({
  setName,
  model,
  embedder,
  settings,
  begun,
  startedAt,
  done,
  of,
  drawnFrom,
}: Facts): readonly (readonly [string, string])[] {
  return [
    ['Set', `${setName}, ${done} of ${of} questions answered`],
    ...(settings.answerableOnly ? [['Questions', 'only those that have an answer'] as const] : []),
    ...(settings.sample === null ? [] : [['Sample', sampleWords(of, drawnFrom, settings.seed)] as const]),
    ['Model', model ? `${model.id}, ${model.sha256.slice(0, 12)}` : 'none'],
    ['Embedder', embedder ?? 'none, search by words alone'],
    ['Seed', String(settings.seed)],
    ['Asked', askedWords({ settings, begun })],
    ['Begun', startedAt],
  ]
}

function askedWords({ settings, begun }: Pick<Facts, 'settings' | 'begun'>): string {
  const off = [
    ...(settings.passages === 'off' ? ['without documents'] : []),
    ...(settings.rules === 'off' ? ['without rules'] : []),
    ...(settings.cards === 'off' ? ['without cards'] : []),
    ...(settings.cards === 'always' ? ['cards also where the model is sure'] : []),
    ...(settings.strategy === undefined ? [] : [`strategy ${settings.strategy}`]),
    ...(settings.options === 'hidden' ? ['options hidden'] : []),
    ...(begun && !isDeepStrictEqual(begun.answers, USUAL_SETTINGS)
      ? ['answers made as an optimisation found best']
      : []),
  ]
  return off.length === 0 ? 'as in Ask' : off.join(', ')
}

function sampleWords(drawn: number, from: number | undefined, seed: number): string {
  return `${drawn} drawn${from === undefined ? '' : ` of ${from}`}, seed ${seed}`
}
