import type { LibraryHit } from '../../library/matter-library.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { Answer } from '../../contract/answer.ts'

/** Only the best hits lead on: what the others refer to is seldom what was asked for. */
const REFERRING_HITS = 3

/**
 * The passages that the best hits refer to ("subject to clause 7.3") and that are not among the hits, in the order in which they
 * are referred to; at most `limit`.
 */
export function linkedPassages(
  { passages, crossReferences }: MatterStore<Answer>,
  hits: readonly LibraryHit[],
  limit: number,
): readonly LibraryHit[] {
  const seen = new Set(hits.map(({ passage }) => passage.id))
  const found: LibraryHit[] = []
  for (const { passage, documentId, score, similarity } of hits.slice(0, REFERRING_HITS)) {
    for (const { targetStart } of crossReferences.between(passage.textVersionId, passage.start, passage.end)) {
      const target = passages.at(passage.textVersionId, targetStart)
      if (!target || seen.has(target.id) || found.length >= limit) continue
      seen.add(target.id)
      found.push({ passage: target, documentId, score, similarity, text: target.text })
    }
  }
  return found
}
