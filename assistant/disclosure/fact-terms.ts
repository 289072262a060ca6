import type { FormRelation } from '../../contract/knowledge/fact.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import type { IsOrdinaryWord } from '../../disclosure/pseudonyms/search-terms.ts'
import type { StoredFact } from '../../store/matter/stored-facts.ts'
import { isName, nameType } from './name-terms.ts'

/**
 * Who is spoken of in the confirmed facts: what stands in a place for names and is none of the pack's own words. `john_smith` is
 * written as a name again.
 */
export function factTerms(
  facts: readonly StoredFact[],
  relations: readonly FormRelation[],
  isOrdinaryWord: IsOrdinaryWord,
): readonly KnownTerm[] {
  const placesOf = new Map(relations.map(({ relation, places }) => [relation, places]))
  return facts
    .filter(({ state }) => state === 'confirmed')
    .flatMap(({ relation, args }) =>
      (placesOf.get(relation) ?? []).flatMap((place, index) => {
        const arg = args[index]
        if (place.kind !== 'name' || !place.open || arg === undefined) return []
        if (place.choices.some(({ name }) => name === arg)) return []
        const text = arg.replaceAll('"', '').replaceAll('_', ' ').trim()
        return isName(text, isOrdinaryWord) ? [{ text, type: nameType(text) }] : []
      }),
    )
}
