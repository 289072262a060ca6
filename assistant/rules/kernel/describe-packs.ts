import type { FormPlace, FormRelation } from '../../../contract/fact.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import type { Program } from '../../../kb/program/program.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { unitsFor } from '../../../kb/units/units-for.ts'
import type { GoalView, PackView } from './kernel-methods.ts'
import { viewRules } from './view-rules.ts'

/** The relation of the day of the question, which is built in. */
const TODAY = 'today'

/** What can be known of packs without a single fact; with problems, only the problems and the heads of the packs. */
export function describePacks(compiled: CompiledPacks): PackView {
  const { program, problems, packs } = compiled
  if (!program) return { packs, problems: [...problems], relations: [], words: [], goals: [], rules: [] }
  return {
    packs,
    problems: [...problems],
    relations: inputRelations(program).map((relation) => formRelation(relation, program.vocabulary)),
    words: [...program.vocabulary.relations.values()].map((relation) => {
      const { relation: name, say, places } = formRelation(relation, program.vocabulary)
      return { relation: name, say, places }
    }),
    goals: [...program.vocabulary.relations.values()].filter(({ asks }) => asks.length > 0).map(goalView),
    rules: viewRules(compiled, program),
  }
}

/** Relations that no rule concludes. */
function inputRelations({ vocabulary, rulesFor }: Program): readonly Relation[] {
  return [...vocabulary.relations.values()].filter(({ name }) => name !== TODAY && !rulesFor.get(name)?.length)
}

export function formRelation(relation: Relation, vocabulary: Vocabulary): FormRelation {
  const { name, pack, group, say, places, unique, latest, absent } = relation
  return {
    relation: name,
    pack,
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

function goalView({ name, pack, asks }: Relation): GoalView {
  return { relation: name, pack, asks }
}
