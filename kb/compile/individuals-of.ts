import type { Atom } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { Value } from '../values/value.ts'

/** The individuals of an atom or fact: patients, contracts. Names of closed lists are no individuals. */
export function individualsOf(
  relation: string,
  values: readonly (Value | null)[],
  vocabulary: Vocabulary,
): readonly string[] {
  const places = vocabulary.relations.get(relation)?.places ?? []
  return values.flatMap((value, index) => {
    const place = places[index]
    return value?.kind === 'name' && place?.kind === 'name' && vocabulary.names.get(place.type)?.open
      ? [value.name]
      : []
  })
}

export function individualsOfAtom({ relation, terms }: Atom, vocabulary: Vocabulary): readonly string[] {
  return individualsOf(
    relation,
    terms.map((term) => (term.kind === 'constant' ? term.value : null)),
    vocabulary,
  )
}
