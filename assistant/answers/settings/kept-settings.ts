import { AnswerSettings } from '../../../contract/optimisation.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'
import { USUAL_SETTINGS } from '../../../contract/usual-settings.ts'

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
