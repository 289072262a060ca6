import type { Near, VectorsIndex } from '../index/vectors-index.ts'
import type { AskedThing, RowFilter, WordScores, WordsIndex } from '../index/words-index.ts'
import { type Meant, meantDocuments } from './meant-documents.ts'
import { type Candidate, documentWeights, FUSION_WEIGHTS, type Scored, scorePassages } from './score-passages.ts'
import { modalityOf } from '../../text/modal-words.ts'
import { isException, isNegation, isRefusal } from '../../text/negation.ts'
import { thingsNamed } from '../../text/same-things.ts'

/** What is searched. Documents are numbered; `names` are the words of a document's title and head. */
export type SearchedIndex = {
  readonly passages: Pick<WordsIndex, 'search'>
  readonly vectors: VectorsIndex | null
  /** Documents whose text or title has a word, those that have it most often first. */
  readonly documentsWith: (word: string, limit: number) => readonly number[]
  readonly documentOf: (id: number) => number
  readonly allNames: () => Iterable<readonly [number, ReadonlySet<string>]>
  readonly documentCount: number
}

export type EmbedQuery = (text: string) => Promise<Float32Array>

const CANDIDATES = 100
const CANDIDATES_WITHIN = 50

/** Documents whose share comes to this much of the best are believed to be meant. */
const BELIEVED_SHARE = 0.5

/** `similarity` can be compared with that of another library, which scores cannot; null: no vectors. */
export type Ranked = Scored & { readonly similarity: number | null }

/**
 * Ranks passages for a question: what it names chooses documents, the words left ask for the passage, by words and by meaning (see
 * `scorePassages`). `within` limits it to some documents. Without vectors, by words alone.
 */
export async function searchPassages(
  question: string,
  index: SearchedIndex,
  embed: EmbedQuery | null,
  within: readonly number[] | undefined,
): Promise<readonly Ranked[]> {
  return fuse(await gather(question, index, embed, within))
}

/** A candidate before it is weighed. */
type GatheredPassage = Omit<Candidate, 'document'> & {
  readonly documentNumber: number
  readonly similarity: number | null
}

/** What both lists and the names of a question give. */
export type Gathered = {
  readonly passages: readonly GatheredPassage[]
  readonly meant: Meant
  /** The nearest to the whole question, best first. */
  readonly near: readonly Near[]
}

/** The ranking of what was gathered. */
export function fuse({ passages, meant, near }: Gathered, weights = FUSION_WEIGHTS): readonly Ranked[] {
  const ofDocument = documentWeights(meant, near, weights)
  const similarities = new Map(passages.map(({ id, similarity }) => [id, similarity]))
  const candidates = passages.map((one): Candidate => ({ ...one, document: ofDocument.get(one.documentNumber) ?? 0 }))
  return scorePassages(candidates, weights).map((one) => ({ ...one, similarity: similarities.get(one.id) ?? null }))
}

/** Collects the candidates for a question. */
export async function gather(
  question: string,
  index: SearchedIndex,
  embed: EmbedQuery | null,
  within: readonly number[] | undefined,
): Promise<Gathered> {
  const textsWith = async (word: string, limit: number) => new Set(index.documentsWith(word, limit))
  const meant = await meantDocuments(question, { ...index, textsWith })
  const query = index.vectors && embed ? await queryOf(question, meant.asked, embed) : null
  const scores = index.passages.search(meant.asked, thingsAsked(meant.asked))
  const { ids, near } = await findCandidates(meant.shares, { scores, query }, index, within)
  const words = scores.best(ids.length, { ids })
  const [whole, asked] = await Promise.all([
    similaritiesOf(query?.whole, ids, index),
    query?.asked === query?.whole ? null : similaritiesOf(query?.asked, ids, index),
  ])
  const passages = ids.map((id): GatheredPassage => {
    const [toWhole, toAsked] = [whole.get(id) ?? 0, (asked ?? whole).get(id) ?? 0]
    return {
      id,
      words: words.get(id) ?? 0,
      meaning: query && toAsked,
      // Half of it without the names, which a passage of another library may not have beside it.
      similarity: query && (toWhole + toAsked) / 2,
      documentNumber: index.documentOf(id),
    }
  })
  return { passages, meant, near }
}

function thingsAsked(asked: string): readonly AskedThing[] {
  return thingsNamed(asked).map(({ start, end, others }) => ({
    asked: asked.slice(start, end),
    others: others.map((words) => words.join(' ')),
  }))
}

/** The vectors of the question and of what it asks, which may be the same. */
type Query = { readonly whole: Float32Array; readonly asked: Float32Array }

async function queryOf(question: string, asked: string, embed: EmbedQuery): Promise<Query> {
  if (asked === question) {
    const whole = await embed(question)
    return { whole, asked: whole }
  }
  const [whole, other] = await Promise.all([embed(question), embed(asked)])
  return { whole, asked: other }
}

/** `ids`: rows that any of the lists holds. */
type Found = { readonly ids: readonly number[]; readonly near: readonly Near[] }

/** Looks everywhere, then once more inside the documents that seem to be meant: a large matter crowds them out of the lists. */
async function findCandidates(
  shares: Meant['shares'],
  { scores, query }: { readonly scores: WordScores; readonly query: Query | null },
  index: SearchedIndex,
  within: readonly number[] | undefined,
): Promise<Found> {
  const nearest = async (
    vector: Float32Array | undefined,
    limit: number,
    filter: RowFilter,
  ): Promise<readonly Near[]> => (vector && index.vectors ? index.vectors.search(vector, limit, filter) : [])
  const everywhere: RowFilter = { documents: within }
  const inside: RowFilter = { documents: believed(shares, within) }
  const words = scores.best(CANDIDATES, everywhere)
  const wordsInside = scores.best(CANDIDATES_WITHIN, inside)
  const [near, nearAsked, nearInside] = await Promise.all([
    nearest(query?.whole, CANDIDATES, everywhere),
    query?.asked === query?.whole ? [] : nearest(query?.asked, CANDIDATES, everywhere),
    nearest(query?.asked, CANDIDATES_WITHIN, inside),
  ])
  const ids = [...words.keys(), ...wordsInside.keys(), ...[...near, ...nearAsked, ...nearInside].map(({ id }) => id)]
  return { ids: [...new Set(ids)], near }
}

function believed(shares: Meant['shares'], within: readonly number[] | undefined): readonly number[] {
  const best = Math.max(0, ...shares.values())
  const numbers = [...shares].filter(([, share]) => share >= BELIEVED_SHARE * best).map(([document]) => document)
  return within ? numbers.filter((document) => within.includes(document)) : numbers
}

async function similaritiesOf(
  vector: Float32Array | undefined,
  ids: readonly number[],
  index: SearchedIndex,
): Promise<ReadonlyMap<number, number>> {
  const near = vector && index.vectors ? await index.vectors.search(vector, ids.length, { ids }) : []
  return new Map(near.map(({ id, similarity }) => [id, similarity]))
}

const LIST = 100

/** The constant of reciprocal rank fusion as it is commonly used. */
const K = 60

/** Reciprocal rank fusion of the full-text and the dense list: what most programs do, kept to be measured against. */
export async function plainFusion(
  question: string,
  index: SearchedIndex,
  embed: EmbedQuery | null,
): Promise<readonly Ranked[]> {
  const words = index.passages.search(question).best(LIST)
  const near = index.vectors && embed ? await index.vectors.search(await embed(question), LIST) : []
  const scores = new Map<number, number>()
  for (const list of [[...words.keys()], near.map(({ id }) => id)])
    for (const [rank, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (K + rank + 1))
  return [...scores]
    .map(([id, score]) => ({ id, score, similarity: null }))
    .toSorted((one, other) => other.score - one.score || one.id - other.id)
}

/** How alike two texts must be to count as one: by length, and by the sequences of three words that they share. */
const ALIKE = 0.9
/** `folded`: what was left out for it. */
export type Folded<T> = { readonly item: T; readonly folded: readonly T[] }

/**
 * Leaves out what is nearly the same text as something before it, until `limit` are left, and tells for what. Two texts with
 * other numbers, or of which one has a "not" or a "may" that the other lacks, are never folded: an amended clause differs from the old
 * one in a date, an amount or such a word.
 */
export function foldDuplicates<T extends { readonly text: string }>(
  ranked: Iterable<T>,
  limit: number,
): readonly Folded<T>[] {
  const kept: { readonly item: T; readonly folded: T[]; readonly print: Print }[] = []
  for (const item of ranked) {
    const print = printOf(item.text)
    const same = kept.find((other) => isSame(other.print, print))
    if (same) same.folded.push(item)
    else if (kept.length < limit) kept.push({ item, folded: [], print })
  }
  return kept.map(({ item, folded }) => ({ item, folded }))
}

type Print = { readonly length: number; readonly telling: string; readonly triples: ReadonlySet<string> }

function printOf(text: string): Print {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const triples = words.slice(0, Math.max(1, words.length - 2)).map((_, at) => words.slice(at, at + 3).join(' '))
  return {
    length: text.length,
    telling: words.filter((word) => /\p{N}/u.test(word) || isTurning(word)).join(' '),
    triples: new Set(triples),
  }
}

function isSame(one: Print, other: Print): boolean {
  if (Math.min(one.length, other.length) < ALIKE * Math.max(one.length, other.length)) return false
  if (one.telling !== other.telling) return false
  const shared = [...one.triples].filter((triple) => other.triples.has(triple)).length
  return shared >= ALIKE * (one.triples.size + other.triples.size - shared)
}

/** One of these more or less, and a text says something else. Of "don't" a "t" is left. */
function isTurning(word: string): boolean {
  const isModal = modalityOf(word) !== null || word === 'will' || word === 'would'
  return isModal || isNegation(word) || isException(word) || isRefusal(word) || word === 't' || word === 'only'
}
