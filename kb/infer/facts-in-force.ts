import type { Fact } from '../program/fact.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { type Conflict, valueAt } from './row.ts'
import { recordRelation } from './recorded-relation.ts'
import type { RecordedRelation } from './recorded-relation.ts'

/** The facts that count on one day, by relation; each relation is worked out when first asked for and then kept. */
export type FactsInForce = {
  readonly asOf: number
  relation(name: string): RecordedRelation
  /** All names of this type that facts in force mention, in alphabetical order. */
  individuals(type: string): readonly string[]
  /** Of all relations, which works out all of them. */
  conflicts(): readonly Conflict[]
  with(change: FactChange): FactsInForce
  /** The relations whose facts a change adds to or takes from. */
  changedBy(change: FactChange): readonly string[]
}

/** `remove`: ids. */
export type FactChange = { readonly add: readonly Fact[]; readonly remove: ReadonlySet<string> }

export function createFactsInForce(vocabulary: Vocabulary, facts: readonly Fact[], asOf: number): FactsInForce {
  return factsInForce(vocabulary, byRelation(facts), asOf, new Map())
}

function factsInForce(
  vocabulary: Vocabulary,
  facts: ReadonlyMap<string, readonly Fact[]>,
  asOf: number,
  recorded: Map<string, RecordedRelation>,
): FactsInForce {
  const individuals = new Map<string, readonly string[]>()
  const relation = (name: string): RecordedRelation => {
    const known = recorded.get(name)
    if (known !== undefined) return known
    const declared = vocabulary.relations.get(name)
    if (declared === undefined)
      throw new Error(`facts are asked for the relation "${name}", which the vocabulary lacks`)
    const created = recordRelation(declared, facts.get(name) ?? [], asOf)
    recorded.set(name, created)
    return created
  }
  const self: FactsInForce = {
    asOf,
    relation,
    individuals(type) {
      const known = individuals.get(type) ?? namesOfType(type, vocabulary, facts, relation)
      individuals.set(type, known)
      return known
    },
    conflicts: () => [...vocabulary.relations.keys()].flatMap((name) => relation(name).conflicts()),
    with(change) {
      const changed = changeFacts(facts, change)
      const kept = [...recorded].filter(([name]) => changed.get(name) === facts.get(name))
      return factsInForce(vocabulary, changed, asOf, new Map(kept))
    },
    changedBy(change) {
      const changed = changeFacts(facts, change)
      return [...changed.keys()].filter((name) => changed.get(name) !== facts.get(name))
    },
  }
  return self
}

function byRelation(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.relation)
    if (group === undefined) groups.set(fact.relation, [fact])
    else group.push(fact)
  }
  return groups
}

function changeFacts(
  facts: ReadonlyMap<string, readonly Fact[]>,
  change: FactChange,
): ReadonlyMap<string, readonly Fact[]> {
  const changed = new Map(facts)
  if (change.remove.size > 0)
    for (const [name, group] of facts)
      if (group.some((fact) => change.remove.has(fact.id)))
        changed.set(
          name,
          group.filter((fact) => !change.remove.has(fact.id)),
        )
  for (const fact of change.add) changed.set(fact.relation, [...(changed.get(fact.relation) ?? []), fact])
  return changed
}

function namesOfType(
  type: string,
  vocabulary: Vocabulary,
  facts: ReadonlyMap<string, readonly Fact[]>,
  relation: (name: string) => RecordedRelation,
): readonly string[] {
  const names = new Set<string>()
  for (const declared of vocabulary.relations.values()) {
    const places = declared.places.flatMap((place, index) =>
      place.kind === 'name' && place.type === type ? [index] : [],
    )
    if (places.length === 0 || !facts.has(declared.name)) continue
    for (const { values } of relation(declared.name).facts)
      for (const place of places) {
        const value = valueAt(values, place)
        if (value.kind === 'name') names.add(value.name)
      }
  }
  return [...names].toSorted((left, right) => (left < right ? -1 : 1))
}
