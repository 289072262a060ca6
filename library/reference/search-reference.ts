import type { ReferencePassage } from '../index/reference-tables.ts'
import type { ReferenceReader, RowId, RowScore } from '../index/reference-reader.ts'
import { titleWords } from '../search/document-title.ts'
import { type Candidate, documentWeights, scorePassages } from '../search/score-passages.ts'
import { type Meant, meantDocuments } from '../search/meant-documents.ts'

export type ReferenceHit = {
  readonly passage: ReferencePassage
  readonly text: string
  readonly score: number
  /** Cosine similarity with the question; null where words alone were searched. */
  readonly similarity: number | null
}

const CANDIDATES = 50

/**
 * Ranks passages as `searchPassages` does for a matter, with fewer reads, for each may be a journey to an object store: one round for the
 * lists, one for what is missing of the candidates, one for the texts. Documents are named by their titles, and the
 * vector is that of the whole question. Without a vector, by words alone.
 */
export async function searchReference(
  reader: ReferenceReader,
  question: string,
  vector: Float32Array | null,
  limit: number,
): Promise<readonly ReferenceHit[]> {
  const [words, titles, near] = await Promise.all([
    reader.byWords(question, CANDIDATES),
    titlesFor(reader, question),
    vector ? reader.byMeaning(vector, CANDIDATES) : [],
  ])
  const rows = [...new Map([...words, ...near].map((one) => [one.row, one.document])).entries()]
  const [meant, similarities] = await Promise.all([
    meantByTitle(reader, question, titles),
    vector ? similaritiesOf(reader, vector, words, near) : null,
  ])
  const scores = new Map(words.map(({ row, score }) => [row, score]))
  const weights = documentWeights(
    meant,
    near.map(({ document, score }) => ({ document, similarity: score })),
  )
  const candidates = rows.map(
    ([row, document], id): Candidate => ({
      id,
      words: scores.get(row) ?? 0,
      meaning: similarities ? (similarities.get(row) ?? 0) : null,
      document: weights.get(document) ?? 0,
    }),
  )
  const ranked = scorePassages(candidates).slice(0, limit)
  const found = ranked.flatMap(({ id, score }) => (rows[id] ? [{ row: rows[id][0], score }] : []))
  const passages = await reader.passages(found.map(({ row }) => row))
  return found.flatMap(({ row, score }) => {
    const passage = passages.get(row)
    return passage ? [{ passage, text: textOf(passage), score, similarity: similarities?.get(row) ?? null }] : []
  })
}

type Titles = ReadonlyMap<number, ReadonlySet<string>>

async function titlesFor(reader: ReferenceReader, question: string): Promise<Titles> {
  const paths = await reader.documentsByWords(question, CANDIDATES)
  return new Map([...paths].map(([document, path]) => [document, new Set(titleWords(path))]))
}

function meantByTitle(reader: ReferenceReader, question: string, titles: Titles): Promise<Meant> {
  return meantDocuments(question, {
    documentCount: reader.edition.documents,
    allNames: () => titles,
    textsWith: async (word, limit) => new Set((await reader.documentsByWords(word, limit)).keys()),
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

function textOf({ indexText, start, end }: ReferencePassage): string {
  return indexText.slice(indexText.length - (end - start))
}
