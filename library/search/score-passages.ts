import type { Meant } from './meant-documents.ts'

/** What is known of one candidate, each list on its own scale. */
export type Candidate = {
  readonly id: number
  /** BM25. */
  readonly words: number
  /** Cosine similarity with what is asked; null: no vectors. */
  readonly meaning: number | null
  /** What it gains from its document, already weighed; see `documentWeights`. */
  readonly document: number
}

export type Scored = { readonly id: number; readonly score: number }

/** What a list or a document counts, words counting 1. */
export type FusionWeights = {
  readonly meaning: number
  /** A document that an introduction names by all its names ("Consider the Ashton lease; …"). */
  readonly introduced: number
  /** One that is named in what is asked. */
  readonly mentioned: number
  /** With an introduction, the document of the nearest passage. */
  readonly near: number
}

/**
 * A document that an introduction names goes before all others, since both lists together give 1.5. One that is only mentioned may not be
 * the one that answers: at 1 instead of .5, hit@10 on covid_qa fell from .849 to .836.
 *
 * Chosen without a set and measured on it (`bench/measure-fusion.ts`, five sets), weights gain nothing over these, and on no
 * set these fall behind the best of BM25, the dense list and plain fusion.
 */
export const FUSION_WEIGHTS: FusionWeights = { meaning: 0.5, introduced: 2, mentioned: 0.5, near: 1 }

/**
 * score = words + meaning + document. BM25 scores are shares of the best one, and meaning lies between that of the farthest candidate (0)
 * and of the nearest (1), so that neither depends on the scale of its list. What names a document is kept out of both:
 * it tells nothing within that document.
 */
export function scorePassages(
  candidates: readonly Candidate[],
  { meaning: weight }: Pick<FusionWeights, 'meaning'> = FUSION_WEIGHTS,
): readonly Scored[] {
  const bestWords = Math.max(Number.EPSILON, ...candidates.map(({ words }) => words))
  const meanings = candidates.flatMap(({ meaning }) => meaning ?? [])
  const [farthest, nearest] = [Math.min(...meanings), Math.max(...meanings)]
  const spread = (meaning: number) => (nearest > farthest ? (meaning - farthest) / (nearest - farthest) : 0)
  return candidates
    .map(({ id, words, document, meaning }) => ({
      id,
      score: words / bestWords + (meaning === null ? 0 : weight * spread(meaning)) + document,
    }))
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
}

/** A passage near to a question, and the number of its document. */
type NearDocument = { readonly document: number; readonly similarity: number }

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
