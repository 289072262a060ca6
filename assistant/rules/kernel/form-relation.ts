import type { FormPlace, FormRelation } from '../../../contract/fact.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { unitsFor } from '../../../kb/units/convert.ts'

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
