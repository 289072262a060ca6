import type { EmbedQuery, Ranked, SearchedIndex } from './search-passages.ts'

const LIST = 100
/** The constant of reciprocal rank fusion as it is commonly used. */
const K = 60

/** Reciprocal rank fusion of the full-text and the dense list: what most programs do, kept to be measured against. */
export async function plainFusion(
  question: string,
  index: SearchedIndex,
  embed: EmbedQuery | null,
): Promise<readonly Ranked[]> {
  const words = index.passages.search(question, LIST)
  const near = index.vectors && embed ? await index.vectors.search(await embed(question), LIST) : []
  const scores = new Map<number, number>()
  for (const list of [[...words.keys()], near.map(({ id }) => id)])
    for (const [rank, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (K + rank + 1))
  return [...scores]
    .map(([id, score]) => ({ id, score, similarity: null }))
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
}
