import type { Fact } from '../program/fact.ts'
import type { Relation } from '../program/vocabulary.ts'
import { keyOfPlaces, rowKey } from './row-key.ts'

/**
 * Of several dated statements for one key those of the latest day not after `asOf`. A later "not known" takes the place of an
 * earlier value: the sound reading, since the value may have changed. An undated value may be newer than the latest or older:
 * it stays beside it, so that where they differ they contradict each other, which a person decides.
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
    const day = same.reduce((latest, fact) => Math.max(latest, fact.at ?? -Infinity), -Infinity)
    const latest = same.filter((fact) => (fact.at ?? -Infinity) === day)
    const counts = (fact: Fact) => latest.includes(fact) || (fact.at === null && mayContradict(fact, latest))
    const old = same.filter((fact) => !counts(fact))
    if (old.length > 0) superseded.set(key, old)
    inForce.push(...same.filter(counts))
  }
  return { inForce, superseded }
}

/** A value beside a value, a yes beside a no of the same statement. Beside a "not known" it would pass for known. */
function mayContradict(undated: Fact, latest: readonly Fact[]): boolean {
  return latest.some(
    ({ holds, values }) => holds === 'yes' || (holds === 'no' && rowKey(values) === rowKey(undated.values)),
  )
}

export type LatestFacts = {
  readonly inForce: Fact[]
  readonly superseded: ReadonlyMap<string, readonly Fact[]>
}
