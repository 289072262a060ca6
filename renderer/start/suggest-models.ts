import { MODEL_PURPOSES } from '../../contract/model-purpose.ts'
import type { ModelRow } from '../../contract/model.ts'

const SUGGESTED = 2

/** The models to begin with: those that write and fit, for daily work first; then the largest, which answers better. */
export function suggestModels(models: readonly ModelRow[]): readonly ModelRow[] {
  const writing = models.filter(({ kind, purpose }) => kind === 'language' && purpose !== null)
  const fitting = writing.filter(({ fit }) => fit.verdict === 'yes')
  const candidates = fitting.length > 0 ? fitting : writing.filter(({ fit }) => fit.verdict === 'slow')
  return candidates
    .toSorted((one, other) => place(one) - place(other) || other.fit.needBytes - one.fit.needBytes)
    .slice(0, SUGGESTED)
}

function place({ purpose }: ModelRow): number {
  return purpose === null ? MODEL_PURPOSES.length : MODEL_PURPOSES.indexOf(purpose)
}
