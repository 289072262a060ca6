import type { PassageSource } from '../../contract/answer.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { Reranker } from '../../models/reranker.ts'
import { isModelFailure } from '../reading/embed-passages.ts'
import { askedFor } from './prune/asked-for.ts'

export type RerankOptions = {
  /** As it stands alone. */
  readonly question: string
  /** The documents that it names. */
  readonly named: readonly NamedIn[]
  /** Best first. */
  readonly passages: readonly PassageSource[]
  /** Null: the order stays. */
  readonly reranker: Reranker | null
}

export type Reranked = {
  /** With the scores that order them, 0 to 1; as they were where the reranker was not asked. */
  readonly passages: readonly PassageSource[]
  /**
   * How well the best of them answers what is asked, as the reranker says: natural-log odds, before anything is scaled. It tells
   * questions that the documents answer from others. Null where it was not asked.
   */
  readonly best: number | null
}

/**
 * Puts the passages that were found in the order in which they answer what is asked: half by the search, half by the reranker, each
 * between its worst and its best. Only what is left of the question without its names is put to the reranker; where nothing is left
 * out the order stays, since with whole questions it loses (`bench/measure-cross-encoder.ts`). Without a reranker, and where it fails, it stays too.
 */
export async function rerankPassages(
  { question, named, passages, reranker }: RerankOptions,
  signal: AbortSignal,
): Promise<Reranked> {
  const asIs: Reranked = { passages, best: null }
  const asked = askedFor(question, new Set(named.flatMap(({ words }) => [...words])))
  if (!reranker || asked === question || passages.length < 2) return asIs
  const texts = passages.map(({ text }) => text)
  try {
    const scores = await reranker.score(asked, texts, signal)
    return { passages: reordered(passages, scores, named), best: Math.max(...scores) }
  } catch (error) {
    if (signal.aborted || !isModelFailure(error)) throw error
    return asIs
  }
}

/** Of each document that is named beside others as many places as before, and the same ones: their passages take turns. */
function reordered(
  passages: readonly PassageSource[],
  scores: readonly number[],
  named: readonly NamedIn[],
): readonly PassageSource[] {
  const bySearch = scaled(passages.map(({ score }) => score))
  const byReranker = scaled(scores)
  const mixed = passages
    .map((passage, at) => ({ ...passage, score: ((bySearch[at] ?? 0) + (byReranker[at] ?? 0)) / 2 }))
    .toSorted((one, other) => other.score - one.score)
  if (named.length < 2) return mixed
  const queues = Map.groupBy(mixed, ({ documentId }) => documentId)
  return passages.flatMap(({ documentId }) => queues.get(documentId)?.shift() ?? [])
}

/** Between the least (0) and the greatest (1); all 1 where they are the same. */
function scaled(values: readonly number[]): readonly number[] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  return values.map((value) => (greatest > least ? (value - least) / (greatest - least) : 1))
}
