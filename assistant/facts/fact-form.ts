import type { FormPlace, FormRelation } from '../../contract/fact.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from '../rules/knowledge.ts'

/** What facts can be entered for; where any name may be written, the names in use are offered. */
export async function factForm({ view, of }: Knowledge, matter: OpenMatter): Promise<FormRelation[]> {
  const { packs, facts } = await of(matter)
  const { relations } = await view(packs)
  const used = namesInUse(relations, facts.facts)
  return relations.map((relation) => ({ ...relation, places: relation.places.map((place) => offering(place, used)) }))
}

type Used = ReadonlyMap<string, ReadonlySet<string>>

function namesInUse(
  relations: readonly FormRelation[],
  facts: readonly { readonly relation: string; readonly args: readonly string[] }[],
): Used {
  const placesOf = new Map(relations.map(({ relation, places }) => [relation, places]))
  const used = new Map<string, Set<string>>()
  for (const { relation, args } of facts)
    for (const [index, place] of (placesOf.get(relation) ?? []).entries()) {
      const name = args[index]
      if (place.kind !== 'name' || name === undefined) continue
      used.set(place.type, (used.get(place.type) ?? new Set()).add(name))
    }
  return used
}

function offering(place: FormPlace, used: Used): FormPlace {
  if (place.kind !== 'name' || !place.open) return place
  const known = new Set(place.choices.map(({ name }) => name))
  const others = [...(used.get(place.type) ?? [])].filter((name) => !known.has(name)).toSorted()
  return { ...place, choices: [...place.choices, ...others.map((name) => ({ name, label: name.replaceAll('"', '') }))] }
}
