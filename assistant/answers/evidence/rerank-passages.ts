import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import type { Reranker } from '../../../models/reranker.ts'
import { areIn } from '../../../text/languages.ts'
import { isModelFailure } from '../../reading/embed-passages.ts'
import { coreQuestion } from '../draft/rephrase-question.ts'

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
 * Puts the passages that were found in the order in which they answer what is asked. The reranker's scores, between its worst (0) and
 * its best (1), are added to those of the search, and so count as much as its list of words; documents that are named stay first. (Half
 * by half, each between its worst and its best, gained a third of that in `bench/measure-cross-encoder.ts`.) Only what is left of the question without its
 * names is put to it: of whole questions it takes the names for what is asked, and loses. Without a reranker, and where it fails, the order stays.
 */
export async function rerankPassages(
  { question, named, passages, reranker }: RerankOptions,
  signal: AbortSignal,
): Promise<Reranked> {
  const scores = await scored({ question, named, reranker }, passages, signal)
  return scores === null
    ? { passages, best: null }
    : { passages: reordered(passages, scores, named), best: Math.max(...scores) }
}

/** Null where the reranker cannot be asked, or fails. */
async function scored(
  { question, named, reranker }: Omit<RerankOptions, 'passages'>,
  texts: readonly { readonly text: string }[],
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  const asked = coreQuestion(question, new Set(named.flatMap(({ words }) => [...words])))
  const isAllNames = asked === question && named.length > 0
  const all = texts.map(({ text }) => text)
  return isAllNames ? null : scoresOf(asked, all, reranker, signal)
}

/**
 * Log odds that each text answers what is asked; null without a reranker, where it fails, of no texts, and of a question or texts in a
 * language that it was not made for.
 */
export async function scoresOf(
  asked: string,
  texts: readonly string[],
  reranker: Reranker | null,
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  if (!reranker || texts.length === 0 || !areIn(reranker.info.languages, asked, texts)) return null
  try {
    return await reranker.score(asked, texts, signal)
  } catch (error) {
    if (signal.aborted || !isModelFailure(error)) throw error
    return null
  }
}

/** Of each document that is named beside others as many places as before, and the same ones: their passages take turns. */
function reordered(
  passages: readonly PassageSource[],
  scores: readonly number[],
  named: readonly NamedIn[],
): readonly PassageSource[] {
  const [least, greatest] = [Math.min(...scores), Math.max(...scores)]
  const spread = (score: number) => (greatest > least ? (score - least) / (greatest - least) : 0)
  const mixed = passages
    .map((passage, at) => ({ ...passage, score: passage.score + spread(scores[at] ?? least) }))
    .toSorted((one, other) => other.score - one.score)
  if (named.length < 2) return mixed
  const queues = Map.groupBy(mixed, ({ documentId }) => documentId)
  return passages.flatMap(({ documentId }) => queues.get(documentId)?.shift() ?? [])
}
