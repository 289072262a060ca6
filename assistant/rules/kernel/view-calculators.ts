import type { FormPlace, FormRelation } from '../../../contract/knowledge/fact.ts'
import type { Calculator } from '../../../contract/knowledge/rule.ts'
import type { PackHead } from '../../../kb/compile/compiled-packs.ts'
import { TODAY } from '../../../kb/infer/today.ts'
import type { Atom, Condition, Program, Rule, Term } from '../../../kb/program/rule.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { unitsFor } from '../../../kb/units/convert.ts'
import { writeTerm } from './statement-text.ts'

type Input = Calculator['inputs'][number]

/** Relations that are offered as calculators (or the one of a name), each with the inputs that it rests on. */
export function viewCalculators(
  program: Program,
  packs: readonly PackHead[],
  only: string | null = null,
): readonly Calculator[] {
  const all = [...program.vocabulary.relations.values()]
  return all.flatMap((relation) => {
    if (only !== null && relation.name !== only) return []
    const { name, pack, group, calculator: title, unique } = relation
    if (title === null) return []
    const result = relation.places.find((_, at) => !unique?.includes(at))
    return {
      name,
      title,
      pack,
      group,
      ...ofPack(packs.find(({ id }) => id === pack)),
      source: program.rulesFor.get(name)?.[0]?.source ?? null,
      jurisdictions: jurisdictionsOf(program.rulesFor.get(name) ?? []),
      unit: result?.kind === 'number' ? result.unit : null,
      inputs: inputsOf(relation, program),
    }
  })
}

function ofPack(head: PackHead | undefined): Pick<Calculator, 'field' | 'reviewed'> {
  return { field: head?.field ?? null, reviewed: head?.reviewed ?? false }
}

/** None where a rule of them is of no certain law. */
function jurisdictionsOf(rules: readonly Rule[]): string[] {
  const all = [...new Set(rules.map(({ jurisdiction }) => jurisdiction))]
  return all.flatMap((place) => (all.includes(null) ? [] : (place ?? [])))
}

/**
 * What a relation rests on that facts state, in the order in which its rules ask for it. Whoever it is about goes by the name
 * of the type: what is asked for is a name of a list, a number or a day, or else a yes or no.
 */
export function inputsOf(relation: Relation, program: Program): Input[] {
  const inputs = new Map<string, Input>()
  const seen = new Set<string>()
  const visit = ({ relation: name, terms }: Atom) => {
    const found = program.vocabulary.relations.get(name)
    const rules = program.rulesFor.get(name) ?? []
    if (!found || name === TODAY) return
    if (rules.length === 0) return keep(found, terms)
    if (seen.has(name)) return
    seen.add(name)
    for (const rule of rules) for (const atom of atomsIn(rule)) visit(atom)
  }
  const keep = (found: Relation, terms: readonly Term[]) => {
    const { unique } = found
    // Of what has one value for its key the value is asked for: sex=female, not female=yes and male=no.
    const args = found.places.map((place, at) =>
      argumentFor(place, unique?.includes(at) === false ? undefined : terms[at], program),
    )
    inputs.set(JSON.stringify([found.name, args]), {
      ...formRelation(found, program.vocabulary),
      key: keyFor(found, args, terms),
      args,
    })
  }
  visit({ relation: relation.name, terms: [] })
  return [...inputs.values()]
}

function* atomsIn({ conditions, sum, aggregates, exceptions }: Rule): Generator<Atom> {
  const all: readonly Condition[] = [
    ...conditions,
    ...(sum?.items ?? []).flatMap(({ oneOf }) => oneOf.flatMap(({ when }) => when)),
    ...aggregates.flatMap(({ of }) => of),
    ...exceptions,
  ]
  for (const condition of all) if (condition.kind === 'atom') yield condition
}

/** Null: it is asked for. */
function argumentFor(place: Place, term: Term | undefined, { vocabulary }: Program): string | null {
  if (term?.kind === 'constant') return writeTerm(term, place)
  if (place.kind !== 'name') return null
  return vocabulary.names.get(place.type)?.open ? place.type : null
}

/** `hypertension` for has(patient, hypertension), else the name of the relation. */
function keyFor({ name }: Relation, args: readonly (string | null)[], terms: readonly Term[]): string {
  if (args.includes(null)) return name
  const constant = terms.findLastIndex(({ kind }) => kind === 'constant')
  return args[constant] ?? name
}

/** A relation as a form shows it. */
export function formRelation(relation: Relation, vocabulary: Vocabulary): FormRelation {
  const { name, pack, label, group, say, places, unique, latest, absent } = relation
  return {
    relation: name,
    pack,
    label,
    group,
    say,
    places: places.map((place) => formPlace(place, vocabulary)),
    unique: unique && [...unique],
    latest,
    absent,
  }
}

function formPlace(place: Place, vocabulary: Vocabulary): FormPlace {
  if (place.kind === 'date') return { kind: 'date' }
  if (place.kind === 'name') {
    const { open = true, labels = new Map<string, string>() } = vocabulary.names.get(place.type) ?? {}
    const choices = [...labels].map(([choice, label]) => ({ name: choice, label }))
    return { kind: 'name', type: place.type, open, choices }
  }
  const { unit, substance, from, to } = place
  const units = unit === null ? [] : unitsFor(unit, substance)
  return { kind: 'number', unit, units: [...units], from: from && from.toString(), to: to && to.toString() }
}
