import type { Atom } from '../../../kb/program/rule.ts'
import type { Place, Relation, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { anyOf } from './ask-kernel.ts'

/** Whom it is about goes by the name of the type, as in the inputs: then what is missing is asked for, though nothing is known. */
export function calculatorGoal(relation: Relation, vocabulary: Vocabulary): Atom {
  const { relation: name, terms } = anyOf(relation)
  const about = (place: Place | undefined, at: number) =>
    place?.kind === 'name' && relation.unique?.includes(at) && vocabulary.names.get(place.type)?.open
      ? place.type
      : null
  return {
    relation: name,
    terms: terms.map((term, at) => {
      const individual = about(relation.places[at], at)
      return individual === null ? term : { kind: 'constant', value: { kind: 'name', name: individual } }
    }),
  }
}
