import type { GateThreshold } from '../contract/card.ts'

/** Which answers of a model get a card, and how that is known. */
export function gateWords({ threshold, source }: GateThreshold): string {
  return `Cards below a margin of ${threshold.toFixed(2)}: ${source}.`
}
