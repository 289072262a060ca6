import type { Fact } from '../../contract/knowledge/fact.ts'
import type { StoredFact } from '../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { FactView } from './kernel/kernel-methods.ts'
import type { Knowledge } from './knowledge.ts'

/** The facts of a matter with what they mean to its packs; where these cannot be used, the facts stand as they were written. */
export async function factRows({ kernel, view, of }: Knowledge, matter: OpenMatter, asOf: string): Promise<Fact[]> {
  const on = await of(matter)
  const { problems } = await view(on.packs)
  const views =
    problems.length > 0
      ? on.facts.facts.map(({ id }) =>
          unread(id, `The packs of this matter do not pass the gate: ${problems[0]?.message}`),
        )
      : await kernel.call('viewFacts', on, { asOf })
  const byId = new Map(views.map((one) => [one.id, one]))
  return matter.store.facts
    .list()
    .map((fact) => toFact(fact, byId.get(fact.id) ?? unread(fact.id, 'It was just entered.'), matter))
}

export function toFact(
  fact: StoredFact,
  { sentence, conflicts, supersededBy, unusable }: FactView,
  matter: OpenMatter,
): Fact {
  const { id, relation, args, holds, at, validFrom, validTo, state, decidedBy, decidedAt } = fact
  return {
    id,
    relation,
    args: [...args],
    holds,
    at,
    validFrom,
    validTo,
    sentence: sentence ?? asWritten(fact),
    source: sourceOf(fact, matter),
    state,
    decidedBy,
    decidedAt,
    conflicts,
    supersededBy,
    unusable,
  }
}

function unread(id: string, unusable: string): FactView {
  return { id, sentence: null, conflicts: [], supersededBy: null, unusable }
}

function asWritten({ relation, args, holds }: StoredFact): string {
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.join(', ')})`
}

function sourceOf({ place, enteredBy, decidedBy }: StoredFact, { store }: OpenMatter): Fact['source'] {
  if (!place) return { kind: 'user', by: enteredBy ?? decidedBy ?? '' }
  const document = store.documents.find(place.documentId, null)?.document ?? ''
  return { kind: 'passage', ...place, document }
}
