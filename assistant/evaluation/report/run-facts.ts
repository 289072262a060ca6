import type { EvaluationRun } from '../../../contract/evaluation/evaluation.ts'
import { runWords } from '../../../contract/evaluation/setting-words.ts'

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
    ...(settings.sample === null ? [] : [['Sample', sampleWords(of, drawnFrom, settings.seed)] as const]),
    ['Model', model ? `${model.id}, ${model.sha256.slice(0, 12)}` : 'none'],
    ['Embedder', embedder ?? 'none, search by words alone'],
    ['Seed', String(settings.seed)],
    ['Asked', runWords({ settings: { ...settings, sample: null }, begun })],
    ['Begun', startedAt],
  ]
}

function sampleWords(drawn: number, from: number | undefined, seed: number): string {
  return `${drawn} drawn${from === undefined ? '' : ` of ${from}`}, seed ${seed}`
}
