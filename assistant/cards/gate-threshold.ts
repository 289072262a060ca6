import { GateThreshold } from '../../contract/knowledge/card.ts'
import type { JsonSettings } from '../../store/stored-json.ts'

/** The paper's, for its own fine-tuned students: a beginning, until the model file was measured. */
export const BEGINNING: GateThreshold = {
  threshold: 0.68,
  source: 'NesyCD, for its own models; not measured for this one',
  measured: null,
}

/** From how sure on a model gets no card; kept for each model file, by its hash. */
export function gateThreshold(settings: JsonSettings, sha256: string): GateThreshold {
  return GateThreshold.safeParse(settings.get(keyOf(sha256))).data ?? BEGINNING
}

/** In the place of an earlier one. */
export function keepGateThreshold(settings: JsonSettings, sha256: string, threshold: GateThreshold): void {
  settings.set(keyOf(sha256), threshold)
}

/** From now on the one to begin with. */
export function forgetGateThreshold(settings: JsonSettings, sha256: string): void {
  settings.remove(keyOf(sha256))
}

function keyOf(sha256: string): string {
  return `gate ${sha256}`
}
