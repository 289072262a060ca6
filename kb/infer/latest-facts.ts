import type { Fact } from '../program/fact.ts'
import type { Relation } from '../program/vocabulary.ts'
import { keyOfPlaces, rowKey } from './row-key.ts'

/**
 * Of several dated statements for one key those of the latest day not after `asOf`; undated ones only where nothing is
 * dated. A later "not known" takes the place of an earlier value: the sound reading, since the value may have changed.
 */
export function latestFacts(relation: Relation, facts: readonly Fact[], asOf: number): LatestFacts {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.at !== null && fact.at > asOf) continue
    const key = relation.unique === null ? rowKey(fact.values) : keyOfPlaces(fact.values, relation.unique)
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [fact])
    else same.push(fact)
  }
  const inForce: Fact[] = []
  const superseded = new Map<string, readonly Fact[]>()
  for (const [key, same] of byKey) {
    const latest = same.reduce((day, fact) => Math.max(day, fact.at ?? -Infinity), -Infinity)
    const old = same.filter((fact) => (fact.at ?? -Infinity) !== latest)
    if (old.length > 0) superseded.set(key, old)
    for (const fact of same) if ((fact.at ?? -Infinity) === latest) inForce.push(fact)
  }
  return { inForce, superseded }
}

export type LatestFacts = {
  readonly inForce: Fact[]
  readonly superseded: ReadonlyMap<string, readonly Fact[]>
}
