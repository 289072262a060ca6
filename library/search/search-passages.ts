import type { Near, VectorsTable } from '../index/vectors-table.ts'
import type { RowFilter, WordScores, WordsTable } from '../index/words-table.ts'
import { namingWords, withoutWords } from './naming-words.ts'
import { type Candidate, type Scored, scorePassages } from './score-passages.ts'

/** What is searched. Documents are numbered; `names` are the words of a document's title and head. */
export type SearchedIndex = {
  readonly passages: WordsTable
  /** One row a document, with its whole text; ids are the document's number. */
  readonly documents: WordsTable
  readonly vectors: VectorsTable | null
  readonly documentOf: (id: number) => number
  readonly names: (document: number) => ReadonlySet<string>
  readonly passageCount: (document: number) => number
  readonly documentCount: number
}

export type EmbedQuery = (text: string) => Promise<Float32Array>

const CANDIDATES = 100
const CANDIDATES_WITHIN = 50
/** Documents whose score reaches this share of the best are believed to be meant. */
const BELIEVED_SHARE = 0.8
/** So many of the nearest passages are looked at when judging whether the dense list agrees. */
const AGREEMENT_AT = 10

/**
 * Ranks passages for a question by words and by meaning (see `scorePassages`). `within` limits it to some documents.
 * Without vectors, by words alone.
 */
export async function searchPassages(
  question: string,
  index: SearchedIndex,
  embed: EmbedQuery | null,
  within: readonly number[] | undefined,
): Promise<readonly Scored[]> {
  const query = index.vectors && embed ? await embed(question) : null
  const { ids, documents, naming, agreement } = await findCandidates(question, query, index, within)
  const [scores, meanings] = await Promise.all([
    index.passages.search(question, ids.length, { ids }),
    query && embed ? meaningOf(question, query, ids, naming, index, embed) : null,
  ])
  const candidates = ids.map(
    (id): Candidate => ({
      id,
      words: scores.get(id) ?? 0,
      document: documents.get(index.documentOf(id)) ?? 0,
      meaning: meanings ? (meanings.get(id) ?? 0) : null,
    }),
  )
  return scorePassages(candidates, agreement)
}

type Candidates = {
  /** Rows that any of the lists holds. */
  readonly ids: readonly number[]
  /** Scores of whole documents. */
  readonly documents: WordScores
  /** The words of the question that name the documents which seem to be meant. */
  readonly naming: ReadonlySet<string>
  /** How far the dense list agrees with the words about which documents are meant, 0 to 1. */
  readonly agreement: number
}

/** Looks everywhere, then once more inside the documents that seem to be meant: a large matter crowds them out of the lists. */
async function findCandidates(
  question: string,
  query: Float32Array | null,
  index: SearchedIndex,
  within: readonly number[] | undefined,
): Promise<Candidates> {
  const nearest = async (limit: number, filter: RowFilter): Promise<readonly Near[]> =>
    query && index.vectors ? index.vectors.search(query, limit, filter) : []
  const filter: RowFilter = { documents: within }
  const [words, documents, near] = await Promise.all([
    index.passages.search(question, CANDIDATES, filter),
    index.documents.search(question, CANDIDATES_WITHIN, filter),
    nearest(CANDIDATES, filter),
  ])
  const believed = believedDocuments(documents)
  const isTelling = believed.length > 0 && believed.length < index.documentCount
  const inside: RowFilter = { documents: isTelling ? believed : [] }
  const [wordsInside, nearInside, naming] = await Promise.all([
    index.passages.search(question, CANDIDATES_WITHIN, inside),
    nearest(CANDIDATES_WITHIN, inside),
    namingWords(question, believed.map(index.names), index.documents, index.documentCount),
  ])
  return {
    ids: [...new Set([...words.keys(), ...wordsInside.keys(), ...[...near, ...nearInside].map(({ id }) => id)])],
    documents,
    naming,
    agreement: isTelling ? agreementWith(believed, near, index) : 1,
  }
}

function believedDocuments(scores: WordScores): readonly number[] {
  const best = Math.max(0, ...scores.values())
  return [...scores].filter(([, score]) => score >= BELIEVED_SHARE * best).map(([document]) => document)
}

function agreementWith(believed: readonly number[], near: readonly Near[], index: SearchedIndex): number {
  const inBelieved = believed.reduce((sum, document) => sum + index.passageCount(document), 0)
  const top = near.slice(0, Math.min(AGREEMENT_AT, inBelieved))
  return top.length === 0 ? 1 : top.filter(({ document }) => believed.includes(document)).length / top.length
}

/** cos(question, passage) + cos(question without naming words, passage), for each id; one search does for the sum. */
async function meaningOf(
  question: string,
  query: Float32Array,
  ids: readonly number[],
  naming: ReadonlySet<string>,
  index: SearchedIndex,
  embed: EmbedQuery,
): Promise<ReadonlyMap<number, number>> {
  const rest = withoutWords(question, naming)
  const other = naming.size > 0 && rest !== '' ? await embed(rest) : query
  const sum = query.map((value, at) => value + (other[at] ?? 0))
  const length = Math.hypot(...sum)
  const near = (await index.vectors?.search(sum, ids.length, { ids })) ?? []
  return new Map(near.map(({ id, similarity }) => [id, similarity * length]))
}
