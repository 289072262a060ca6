import type { ModelRow } from '../../contract/model.ts'

const SUGGESTED = 2

/** The models to begin with: those that write and fit, largest first, since a larger one that fits answers better. */
export function suggestModels(models: readonly ModelRow[]): readonly ModelRow[] {
  const writing = models.filter(({ kind }) => kind === 'language')
  const fitting = writing.filter(({ fit }) => fit.verdict === 'yes')
  const candidates = fitting.length > 0 ? fitting : writing.filter(({ fit }) => fit.verdict === 'slow')
  return candidates.toSorted((one, other) => other.fit.needBytes - one.fit.needBytes).slice(0, SUGGESTED)
}
