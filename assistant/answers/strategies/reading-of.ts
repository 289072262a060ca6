import type { AnswerSettings } from '../../../contract/optimisation.ts'
import type { StrategyName } from '../../../contract/strategy.ts'
import type { Reading } from '../parts/plan-parts.ts'

/** Sentences to be pointed at are half as many: a small model that chose among twenty took headings. */
export function readingOf(strategy: StrategyName, settings: AnswerSettings): Reading {
  return strategy === 'extract' ? { ...settings, readCharacters: settings.readCharacters / 2 } : settings
}
