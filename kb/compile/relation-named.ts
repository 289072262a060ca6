import type { Relation, Vocabulary } from '../program/vocabulary.ts'
import { didYouMean } from './did-you-mean.ts'
import type { PlaceProblem } from './value-in-place.ts'

/** The relation, if it exists and has so many places. `everywhere` has the words of packs that are not used here. */
export function relationNamed(
  name: string,
  count: number,
  vocabulary: Vocabulary,
  everywhere: Vocabulary = vocabulary,
): { readonly relation: Relation } | { readonly problem: PlaceProblem } {
  const relation = vocabulary.relations.get(name)
  if (!relation) {
    const elsewhere = everywhere.relations.get(name)?.pack
    const fix =
      elsewhere === undefined
        ? didYouMean(name, vocabulary.relations.keys(), 'Declare it under "vocabulary", with the types of its places.')
        : `Add "${elsewhere}" to "uses" of this pack.`
    return { problem: { code: 'UNKNOWN_RELATION', message: `There is no relation "${name.slice(0, 200)}".`, fix } }
  }
  if (relation.places.length === count) return { relation }
  const { places } = relation
  const shape = places.map((place) => (place.kind === 'name' ? place.type : place.kind)).join(', ')
  return {
    problem: {
      code: 'ARITY',
      message: `${name} takes ${places.length} ${places.length === 1 ? 'value' : 'values'}, not ${count}.`,
      fix: `Write ${name}(${shape}).`,
    },
  }
}
