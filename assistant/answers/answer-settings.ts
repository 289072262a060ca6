import { AnswerSettings } from '../../contract/evaluation/optimisation.ts'
import { USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import type { JsonSettings } from '../../store/stored-json.ts'

const AT_MOST = { 2: 'one or two short sentences', 4: 'one to four short sentences' } as const
const POINTS_AT_MOST = { 2: 'in two sentences at most', 4: 'in four sentences at most' } as const

/**
 * Says nothing of refusing: told that they may, small models refuse what the sources do answer (the 1.5B 5 of 13) or mix
 * refusal and answer (the 0.5B). Whether the documents say it is decided apart (`answerability.ts`).
 */
export function instructionsFor({
  instructions,
  sentences,
}: Pick<AnswerSettings, 'instructions' | 'sentences'>): string {
  if (instructions === 'short')
    return `Answer from the sources only, in ${AT_MOST[sentences]}, each ending with the mark of its source, like [S1].`
  const how =
    instructions === 'points'
      ? `Write one short sentence for each thing that was asked for, ${POINTS_AT_MOST[sentences]}, in the words of the sources.`
      : `Write ${AT_MOST[sentences]} with every name, date, number and condition that was asked for, in the words of the sources.`
  return [
    'You answer questions about documents. Use only the sources.',
    how,
    'End each sentence with the mark of its source, like [S1].',
  ].join(' ')
}

/** How answers of a model file are made: as an optimisation found best for it, else as usual. */
export function settingsFor(stored: JsonSettings, sha256: string | null): AnswerSettings {
  return (sha256 === null ? null : keptSettings(stored, sha256)) ?? USUAL_SETTINGS
}

/** Null where nothing was optimised, or another version kept something that is unknown here. */
export function keptSettings(stored: JsonSettings, sha256: string): AnswerSettings | null {
  return AnswerSettings.safeParse(stored.get(keyOf(sha256))).data ?? null
}

/** Null: as usual again. */
export function keepSettings(stored: JsonSettings, sha256: string, settings: AnswerSettings | null): void {
  if (settings === null) stored.remove(keyOf(sha256))
  else stored.set(keyOf(sha256), settings)
}

function keyOf(sha256: string): string {
  return `answer settings ${sha256}`
}
