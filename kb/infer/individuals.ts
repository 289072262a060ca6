import type { Fact } from '../program/fact.ts'
import type { Condition, Program, Rule, Term } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { NameValue, Value } from '../values/value.ts'
import type { FactsInForce } from './facts-in-force.ts'
import { valueAt } from './row.ts'

/** Whom an open name type may mean: those whom facts, rules or a question name. */
export type Individuals = {
  of(type: string): readonly string[]
  /** Those a question names. Returns whether one of them is new. */
  add(relation: string, terms: readonly Term[]): boolean
  /** Whether they are the same by other facts, which differ in these relations only. */
  staySame(relations: readonly string[], changed: FactsInForce): boolean
}

export function createIndividuals(program: Program, facts: FactsInForce): Individuals {
  const asked = new Map<string, Set<string>>()
  let inRules: ReadonlyMap<string, ReadonlySet<string>> | null = null
  const known = new Map<string, readonly string[]>()
  const collect = (type: string): readonly string[] => {
    inRules ??= namesInRules(program)
    const names = new Set([...facts.individuals(type), ...(inRules.get(type) ?? []), ...(asked.get(type) ?? [])])
    return [...names].toSorted((left, right) => (left < right ? -1 : 1))
  }
  return {
    of(type) {
      const names = known.get(type) ?? collect(type)
      known.set(type, names)
      return names
    },
    add(relation, terms) {
      const before = sizeOf(asked)
      addNames(program, relation, terms, asked)
      if (sizeOf(asked) === before) return false
      known.clear()
      return true
    },
    staySame(relations, changed) {
      return relations.every((name) => {
        const places = openPlaces(program.vocabulary, name)
        return places.every(([place, type]) => {
          const before = namesAt(place, facts.relation(name).facts)
          const after = namesAt(place, changed.relation(name).facts)
          const gone = [...before].filter((one) => !after.has(one))
          const all = new Set(this.of(type))
          return [...after].every((one) => all.has(one)) && gone.every((one) => changed.individuals(type).includes(one))
        })
      })
    },
  }
}

/** The places of a relation that hold names of open types. */
function openPlaces({ relations, names }: Vocabulary, relation: string): readonly (readonly [number, string])[] {
  const places = relations.get(relation)?.places ?? []
  return places.flatMap((place, index) =>
    place.kind === 'name' && names.get(place.type)?.open === true ? [[index, place.type] as const] : [],
  )
}

function namesAt(place: number, facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(
    facts.map(({ values }) => valueAt(values, place)).flatMap((one) => (one.kind === 'name' ? one.name : [])),
  )
}

function sizeOf(names: ReadonlyMap<string, ReadonlySet<string>>): number {
  return [...names.values()].reduce((sum, set) => sum + set.size, 0)
}

function namesInRules(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const rule of program.rules)
    for (const { relation, terms } of [rule.then, ...atomsOf(rule)]) addNames(program, relation, terms, names)
  return names
}

function atomsOf(rule: Rule): readonly (Condition & { readonly kind: 'atom' })[] {
  const conditions = [
    ...rule.conditions,
    ...rule.exceptions,
    ...(rule.sum?.items.flatMap((item) => item.oneOf.flatMap((part) => part.when)) ?? []),
    ...rule.aggregates.flatMap((aggregate) => aggregate.of),
  ]
  return conditions.filter((condition) => condition.kind === 'atom')
}

function addNames(program: Program, relation: string, terms: readonly Term[], names: Map<string, Set<string>>): void {
  const places = program.vocabulary.relations.get(relation)?.places ?? []
  for (const [index, term] of terms.entries()) {
    const place = places[index]
    if (term.kind !== 'constant' || term.value.kind !== 'name' || place?.kind !== 'name') continue
    if (program.vocabulary.names.get(place.type)?.open !== true) continue
    const known = names.get(place.type)
    if (known === undefined) names.set(place.type, new Set([term.value.name]))
    else known.add(term.value.name)
  }
}

/**
 * Whoever nobody recorded, for name types that are open. Where an input is to be asked for, some individual that no fact
 * names may have it: a claim may have a claimant though none is recorded. One stand-in is enough for all of them, since
 * nothing tells them apart; it occurs in possible rows only and is never answered. No name of a pack can be equal to it.
 */
export const OTHER: NameValue = { kind: 'name', name: '\u0000another' }

export function isOther(value: Value): boolean {
  return value.kind === 'name' && value.name === OTHER.name
}
