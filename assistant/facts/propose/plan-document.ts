import type { Passage } from '../../../store/matter/passages.ts'
import type { OpenMatter } from '../../open-matters.ts'
import type { Finding } from './candidate.ts'
import { findCandidates } from './find-candidates.ts'
import type { WantedRelation } from './wanted-relation.ts'

/** What is to be decided in one passage. */
export type PassagePlan = { readonly passage: Passage; readonly findings: readonly Finding[] }

/** The best passages of a document for each relation, beside those with its own words. */
const HITS = 3
/** A model takes seconds for each: of what a document could say of a relation the likeliest are looked at. */
const MOST_FINDINGS = { single: 4, several: 16 }

/** Where a document could say something of the relations: by its search, and by what stands in its passages. In reading order. */
export async function planDocument(
  { library, store }: OpenMatter,
  { documentId, textVersionId }: { readonly documentId: string; readonly textVersionId: number },
  relations: readonly WantedRelation[],
  signal: AbortSignal,
): Promise<readonly PassagePlan[]> {
  const passages = store.passages.list(textVersionId)
  const found = new Map<number, Finding[]>(passages.map(({ id }) => [id, []]))
  for (const relation of relations) {
    signal.throwIfAborted()
    const { hits } = await library.search({ question: relation.query, limit: HITS, documentIds: [documentId] })
    const ranks = new Map(hits.map(({ passage }, rank) => [passage.id, rank]))
    const all = passages.flatMap((passage) =>
      findCandidates(relation, { ...passage, rank: ranks.get(passage.id) ?? null }).map((finding) => ({
        passage,
        finding,
      })),
    )
    for (const { passage, finding } of likeliest(all, relation)) found.get(passage.id)?.push(finding)
  }
  return passages.map((passage) => ({ passage, findings: found.get(passage.id) ?? [] }))
}

type Placed = { readonly passage: Passage; readonly finding: Finding }

function likeliest(all: readonly Placed[], { isSingle }: WantedRelation): readonly Placed[] {
  const most = isSingle ? MOST_FINDINGS.single : MOST_FINDINGS.several
  return all.toSorted((one, other) => other.finding.weight - one.finding.weight).slice(0, most)
}
