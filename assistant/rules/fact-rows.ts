import type { Fact } from '../../contract/knowledge/fact.ts'
import type { StoredFact } from '../../store/matter/stored-facts.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { FactsViewed, FactView } from './kernel/kernel-methods.ts'
import type { Knowledge } from './knowledge.ts'
import { message, type Message } from '../../wording/message.ts'

/** The facts of a matter with what they mean to its packs; where these cannot be used, the facts stand as they were written. */
export async function factRows(knowledge: Knowledge, matter: OpenMatter, asOf: string): Promise<Fact[]> {
  const viewOf = await factViews(knowledge, matter, { asOf, only: null })
  return matter.store.facts.list().map((fact) => toFact(fact, viewOf(fact.id), matter))
}

/** One of them; null where it was removed meanwhile. */
export async function factRow(
  knowledge: Knowledge,
  matter: OpenMatter,
  id: string,
  asOf: string,
): Promise<Fact | null> {
  const viewOf = await factViews(knowledge, matter, { asOf, only: id })
  const stored = matter.store.facts.find(id)
  return stored && toFact(stored, viewOf(id), matter)
}

async function factViews(
  { kernel, view, of }: Knowledge,
  matter: OpenMatter,
  viewed: FactsViewed,
): Promise<(id: string) => FactView> {
  const on = await of(matter)
  const { problems } = await view(on.packs)
  const [problem] = problems
  if (problem) return (id) => unread(id, message('gate.packsDoNotPass', { problem: problem.message }))
  const views = await kernel.call('viewFacts', on, viewed)
  const byId = new Map(views.map((one) => [one.id, one]))
  return (id) => byId.get(id) ?? unread(id, message('gate.justEntered'))
}

export function toFact(
  fact: StoredFact,
  { sentence, converted, conflicts, supersededBy, unusable }: FactView,
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
    ...(converted === null ? {} : { converted }),
    source: sourceOf(fact, matter),
    state,
    decidedBy,
    decidedAt,
    conflicts,
    supersededBy,
    unusable,
  }
}

function unread(id: string, unusable: Message): FactView {
  return { id, sentence: null, converted: null, conflicts: [], supersededBy: null, unusable }
}

function asWritten({ relation, args, holds }: StoredFact): string {
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.join(', ')})`
}

function sourceOf({ place, enteredBy, decidedBy }: StoredFact, { store }: OpenMatter): Fact['source'] {
  if (!place) return { kind: 'user', by: enteredBy ?? decidedBy ?? '' }
  const document = store.documents.find(place.documentId, null)?.document ?? ''
  return { kind: 'passage', ...place, document }
}
