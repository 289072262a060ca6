import type { Fact } from '../program/fact.ts'

/** In one fixed order, whatever the order in which the facts were recorded. */
export function idsOf(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => fact.id).toSorted()
}
