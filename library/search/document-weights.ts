import type { Meant } from './meant-documents.ts'
import { FUSION_WEIGHTS, type FusionWeights } from './score-passages.ts'

/** A passage near to a question, and the number of its document. */
export type NearDocument = { readonly document: number; readonly similarity: number }

/**
 * What a passage gains from its document: by the names of the question and, where it begins with where to look, by how near the
 * document's nearest passage is to the whole question. The names of a title are embedded with each passage, so that this
 * finds "BCG" for "Boston Consulting Group". `near` is best first; documents that are neither named nor near are absent.
 */
export function documentWeights(
  { shares, isIntroduced }: Pick<Meant, 'shares' | 'isIntroduced'>,
  near: readonly NearDocument[],
  { introduced, mentioned, near: nearWeight }: FusionWeights = FUSION_WEIGHTS,
): ReadonlyMap<number, number> {
  const weight = isIntroduced ? introduced : mentioned
  const weights = new Map([...shares].map(([document, share]) => [document, weight * share]))
  if (!isIntroduced) return weights
  const [farthest, nearest] = [near.at(-1)?.similarity ?? 0, near[0]?.similarity ?? 0]
  const nearestOf = new Map(near.toReversed().map(({ document, similarity }) => [document, similarity]))
  for (const [document, similarity] of nearest > farthest ? nearestOf : [])
    weights.set(document, (weights.get(document) ?? 0) + (nearWeight * (similarity - farthest)) / (nearest - farthest))
  return weights
}
