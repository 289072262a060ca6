import { MeasuredStrategies, type MeasuredStrategy } from '../../../contract/strategy.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'
import type { QuestionKind } from '../parts/question-kind.ts'

/** What was measured best for each kind of question; kept for each model file, by its hash. Empty until then. */
export function measuredStrategies(settings: JsonSettings, sha256: string): MeasuredStrategies {
  // Another version may have kept a strategy that is unknown here.
  return MeasuredStrategies.safeParse(settings.get(keyOf(sha256))).data ?? {}
}

export function keepStrategy(
  settings: JsonSettings,
  sha256: string,
  kind: QuestionKind,
  measured: MeasuredStrategy,
): void {
  settings.set(keyOf(sha256), { ...measuredStrategies(settings, sha256), [kind]: measured })
}

function keyOf(sha256: string): string {
  return `strategy ${sha256}`
}
