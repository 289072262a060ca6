import { GateThreshold } from '../../contract/card.ts'
import type { JsonSettings } from '../../store/json-settings.ts'

/** The paper's, for its own fine-tuned students: a beginning, until the model file was measured. */
const UNCALIBRATED: GateThreshold = { threshold: 0.68, source: 'NesyCD, for its own models; not measured for this one' }

/** From how sure on a model gets no card; kept for each model file, by its hash. */
export function gateThreshold(settings: JsonSettings, sha256: string): GateThreshold {
  const kept = settings.get(keyOf(sha256))
  return kept === undefined ? UNCALIBRATED : GateThreshold.parse(kept)
}

/** `source`: what it was measured on, and how. */
export function keepGateThreshold(settings: JsonSettings, sha256: string, threshold: GateThreshold): void {
  settings.set(keyOf(sha256), threshold)
}

function keyOf(sha256: string): string {
  return `gate ${sha256}`
}
