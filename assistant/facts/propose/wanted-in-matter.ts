import { AssistantError } from '../../home/assistant-error.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { packsOf } from '../../rules/matter-packs.ts'
import { type WantedRelation, wantedRelations } from './wanted-relation.ts'

type WantedOptions = { readonly matter: OpenMatter; readonly knowledge: Knowledge }

/** What to look for in a matter: the relations of its packs that no rule concludes. Throws `WRONG_USE` where it uses none. */
export async function wantedInMatter({ matter, knowledge }: WantedOptions): Promise<readonly WantedRelation[]> {
  const { packs, facts } = await knowledge.of(matter)
  if (packsOf(matter.store.settings).length === 0)
    throw new AssistantError(
      'WRONG_USE',
      `"${matter.name}" uses no knowledge pack, so there are no words to look for. To choose one: consilium packs use`,
    )
  const { relations, questions, problems } = await knowledge.view(packs)
  const [problem] = problems
  if (problem)
    throw new AssistantError(
      'WRONG_USE',
      `The packs of "${matter.name}" do not pass the gate: ${problem.message} ${problem.fix}`,
    )
  const individuals = new Map<string, Set<string>>()
  for (const { relation, args, state } of facts.facts) {
    const places = relations.find((form) => form.relation === relation)?.places ?? []
    if (state === 'rejected') continue
    for (const [index, place] of places.entries()) {
      const name = args[index]
      if (place.kind !== 'name' || !place.open || name === undefined) continue
      individuals.set(place.type, (individuals.get(place.type) ?? new Set()).add(name))
    }
  }
  return wantedRelations(relations, questions, individuals)
}
