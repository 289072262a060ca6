import type { ReferencePassage } from '../index/reference-tables.ts'
import type { DocumentScore, ReferenceReader, RowId, RowScore } from '../index/reference-reader.ts'
import { type Candidate, scorePassages } from '../search/score-passages.ts'

export type ReferenceHit = {
  readonly passage: ReferencePassage
  readonly text: string
  readonly score: number
  /** Cosine similarity with the question; null where words alone were searched. */
  readonly similarity: number | null
}

const CANDIDATES = 50
/** Documents whose score reaches this share of the best are believed to be meant. */
const BELIEVED_SHARE = 0.8
const AGREEMENT_AT = 10

/**
 * Ranks passages as `searchPassages` does for a matter, with fewer reads, for each may be a journey to an object store:
 * one round for the lists, one for what is missing of the candidates, one for the texts. Without a vector, by words alone.
 */
export async function searchReference(
  reader: ReferenceReader,
  question: string,
  vector: Float32Array | null,
  limit: number,
): Promise<readonly ReferenceHit[]> {
  const [words, documents, near] = await Promise.all([
    reader.byWords(question, CANDIDATES),
    reader.documentsByWords(question, CANDIDATES),
    vector ? reader.byMeaning(vector, CANDIDATES) : [],
  ])
  const rows = [...new Map([...words, ...near].map((one) => [one.row, one.document])).entries()]
  const similarities = vector ? await similaritiesOf(reader, vector, words, near) : null
  const scores = new Map(words.map(({ row, score }) => [row, score]))
  const candidates = rows.map(
    ([row, document], id): Candidate => ({
      id,
      words: scores.get(row) ?? 0,
      document: documents.get(document)?.score ?? 0,
      // The matter's own counts the question twice, once without the words that name a document.
      meaning: similarities ? 2 * (similarities.get(row) ?? 0) : null,
    }),
  )
  const ranked = scorePassages(candidates, agreementOf(documents, near)).slice(0, limit)
  const found = ranked.flatMap(({ id, score }) => (rows[id] ? [{ row: rows[id][0], score }] : []))
  const passages = await reader.passages(found.map(({ row }) => row))
  return found.flatMap(({ row, score }) => {
    const passage = passages.get(row)
    return passage ? [{ passage, text: textOf(passage), score, similarity: similarities?.get(row) ?? null }] : []
  })
}

async function similaritiesOf(
  reader: ReferenceReader,
  vector: Float32Array,
  words: readonly RowScore[],
  near: readonly RowScore[],
): Promise<ReadonlyMap<RowId, number>> {
  const known = new Map(near.map(({ row, score }) => [row, score]))
  const vectors = await reader.vectors(words.flatMap(({ row }) => (known.has(row) ? [] : [row])))
  for (const [row, other] of vectors) known.set(row, cosine(vector, other))
  return known
}

function cosine(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
  return product / Math.max(Number.EPSILON, Math.hypot(...one) * Math.hypot(...other))
}

/** How far the nearest passages lie in the documents that the words point to; 1 where the words point to none. */
function agreementOf(documents: ReadonlyMap<number, DocumentScore>, near: readonly RowScore[]): number {
  const best = Math.max(0, ...[...documents.values()].map(({ score }) => score))
  const believed = new Map([...documents].filter(([, { score }]) => score >= BELIEVED_SHARE * best))
  const inBelieved = [...believed.values()].reduce((sum, { passages }) => sum + passages, 0)
  const top = near.slice(0, Math.min(AGREEMENT_AT, inBelieved))
  return top.length === 0 ? 1 : top.filter(({ document }) => believed.has(document)).length / top.length
}

function textOf({ indexText, start, end }: ReferencePassage): string {
  return indexText.slice(indexText.length - (end - start))
}
