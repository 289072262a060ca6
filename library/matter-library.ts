import type { Embedder } from '../models/embedder.ts'
import type { MatterStore } from '../store/matter/matter-store.ts'
import type { Passage } from '../store/matter/passages.ts'
import { createMatterIndex, type MatterIndex } from './index/matter-index.ts'
import {
  type EmbedQuery,
  foldDuplicates,
  type Folded,
  plainFusion,
  type Ranked,
  type SearchedIndex,
  searchPassages,
} from './search/search-passages.ts'
import { namedDocuments } from './search/named-documents.ts'
import { unknownWords } from './search/question-words.ts'

export type LibraryHit = {
  readonly passage: Passage
  readonly documentId: string
  readonly score: number
  /** About the cosine similarity with the question; null where words alone were searched. */
  readonly similarity: number | null
  readonly text: string
  /** Ids of other documents with nearly the same passage, which was left out for this one. */
  readonly alsoIn?: readonly string[]
}

export type LibraryQuery = {
  readonly question: string
  readonly limit: number
  /** Only in these documents; undefined means all. */
  readonly documentIds?: readonly string[] | undefined
}

export type NamedIn = { readonly documentId: string; readonly words: ReadonlySet<string> }

export type LibraryResult = {
  readonly hits: readonly LibraryHit[]
  /** False when words alone were searched, or not every passage has its vector yet. */
  readonly usedVectors: boolean
}

/**
 * The searchable side of a matter: an index in memory, made from the store when it is opened and kept level with it, so
 * that no plain text or vector touches the disk. It can always be made anew from the store.
 */
export interface MatterLibrary extends AsyncDisposable {
  search(query: LibraryQuery): Promise<LibraryResult>
  /** The documents that a question names, with the words that name each; see `namedDocuments`. */
  namedDocuments(question: string): Promise<readonly NamedIn[]>
  /** Those of the words that no document of the matter has, or none of these documents. */
  unknownWords(words: readonly string[], documentIds?: LibraryQuery['documentIds']): Promise<readonly string[]>
  /** By plain rank fusion, as a measure for `search`. */
  searchPlainly(query: Pick<LibraryQuery, 'question' | 'limit'>): Promise<readonly LibraryHit[]>
  /** Takes a document's present text in, in place of what was there of it, with the vectors that are stored. */
  take(documentId: string): Promise<void>
  drop(documentId: string): Promise<void>
  /** Takes the vectors in that were stored since, for a document that is there already. */
  takeVectors(documentId: string): Promise<void>
  /** The revision whose vectors it searches with, or null. */
  readonly revision: string | null
  /** The vectors that are stored of this embedder from now on, or none. */
  useEmbedder(embedder: Embedder | null): Promise<void>
  /** Rows that the index still holds of a document. */
  countRows(documentId: string): number
}

/** Near-duplicates are folded among so many times the passages that are asked for. */
const LOOKED_AT = 3

/** Fills the index from the store: 0.9 s of processor time for 10,000 passages on a busy computer. */
export async function openMatterLibrary(store: MatterStore, embedder: Embedder | null): Promise<MatterLibrary> {
  const index = createMatterIndex(store)
  await index.add(store.documents.list(null).filter(({ textVersionId }) => textVersionId !== null))
  const library = createLibrary(store, index)
  await library.useEmbedder(embedder)
  return library
}

function createLibrary(store: MatterStore, index: MatterIndex): MatterLibrary {
  const now = { embedder: null as Embedder | null, last: Promise.resolve() as Promise<unknown> }

  /** Changes come one after the other; searches go on beside them. */
  function change(work: () => void | Promise<void>): Promise<void> {
    const turn = now.last.then(work)
    now.last = turn.catch(() => {})
    return turn
  }
  const revision = () => now.embedder?.info.revision ?? null
  const searched = () => searchedIndex(index, revision())

  return {
    get revision() {
      return revision()
    },
    search: (query) => search(query, store, index, now.embedder),
    namedDocuments: (question) => namedIn(question, store, index),
    unknownWords: async (words, documentIds) => unknownWords(words, index, numbersOf(documentIds, index)),
    async searchPlainly({ question, limit }) {
      const scored = await plainFusion(question, searched(), now.embedder && embedQuery(now.embedder))
      return bestFirst(scored, index)
        .slice(0, limit)
        .flatMap((one) => hitOf(one, store, index))
    },
    take: (documentId) =>
      change(async () => {
        index.remove(documentId)
        const document = store.documents.get(documentId, revision())
        if (document.textVersionId === null) return
        await index.add([document])
        if (now.embedder) await index.addVectors(now.embedder.info.revision, document)
      }),
    drop: (documentId) => change(() => index.remove(documentId)),
    takeVectors: (documentId) =>
      change(async () => {
        const { embedder } = now
        if (embedder) await index.addVectors(embedder.info.revision, store.documents.get(documentId, revision()))
      }),
    useEmbedder: (embedder) =>
      change(async () => {
        now.embedder = embedder
        await index.useVectors(embedder ? embedder.info : null)
      }),
    countRows: (documentId) => index.entry(documentId)?.rows.size ?? 0,
    async [Symbol.asyncDispose]() {
      await now.last
      index[Symbol.dispose]()
    },
  }
}

async function namedIn(question: string, store: MatterStore, index: MatterIndex): Promise<readonly NamedIn[]> {
  const textOf = (document: number, atMost: number) => {
    const { documentId } = index.numbered(document) ?? {}
    const version = documentId === undefined ? null : store.documents.find(documentId, null)?.textVersionId
    return store.pages.slice(version ?? 0, 0, atMost)
  }
  const { documentsWith, documentCount, names: namesOf } = index
  const named = namedDocuments(question, { documentsWith, documentCount, namesOf, textOf })
  return named.flatMap(({ document, words }) => {
    const documentId = index.numbered(document)?.documentId
    return documentId === undefined ? [] : [{ documentId, words }]
  })
}

async function search(
  { question, limit, documentIds }: LibraryQuery,
  store: MatterStore,
  index: MatterIndex,
  embedder: Embedder | null,
): Promise<LibraryResult> {
  const within = numbersOf(documentIds, index)
  const { scored, usedEmbedder } = await searchByBoth(question, index, embedder, within)
  const hits = bestFirst(scored, index)
    .slice(0, limit * LOOKED_AT)
    .flatMap((one) => hitOf(one, store, index))
  const isComplete = embedder !== null && store.vectors.count(embedder.info.revision).missing === 0
  return { hits: foldDuplicates(hits, limit).map(withOthers), usedVectors: usedEmbedder && isComplete }
}

/** Undefined: all. */
function numbersOf(documentIds: LibraryQuery['documentIds'], index: MatterIndex): readonly number[] | undefined {
  return documentIds?.flatMap((id) => index.entry(id)?.number ?? [])
}

function withOthers({ item, folded }: Folded<LibraryHit>): LibraryHit {
  const others = new Set(folded.map(({ documentId }) => documentId))
  others.delete(item.documentId)
  return others.size === 0 ? item : { ...item, alsoIn: [...others] }
}

/**
 * By words and meaning; by words alone where there is no embedder, where it fails, or where its vectors are replaced while
 * they are being searched: passages are found all the same.
 */
async function searchByBoth(
  question: string,
  index: MatterIndex,
  embedder: Embedder | null,
  within: readonly number[] | undefined,
): Promise<{ readonly scored: readonly Ranked[]; readonly usedEmbedder: boolean }> {
  const revision = embedder?.info.revision ?? null
  const searched = searchedIndex(index, revision)
  if (embedder && searched.vectors) {
    const asked = { hasFailed: false }
    const embed: EmbedQuery = (text) =>
      embedQuery(embedder)(text).catch((cause: unknown) => {
        asked.hasFailed = true
        throw cause
      })
    try {
      return { scored: await searchPassages(question, searched, embed, within), usedEmbedder: true }
    } catch (error) {
      if (!asked.hasFailed && index.vectorsOf(revision) === searched.vectors) throw error
    }
  }
  const byWords = { ...searched, vectors: null }
  return { scored: await searchPassages(question, byWords, null, within), usedEmbedder: false }
}

function embedQuery(embedder: Embedder): EmbedQuery {
  return async (text) => (await embedder.embed([text], 'query'))[0] ?? new Float32Array()
}

function searchedIndex(index: MatterIndex, revision: string | null): SearchedIndex {
  const { passages, documentsWith, row, allNames, documentCount } = index
  return {
    passages,
    documentsWith,
    vectors: index.vectorsOf(revision),
    allNames,
    documentCount,
    documentOf: (id) => row(id)?.document ?? 0,
  }
}

/**
 * Equal scores in the order in which the store has the passages. The numbers of rows tell when a document was put into this index, and
 * the one of two equal passages that stands for both would change when the matter is opened again.
 */
function bestFirst(scored: readonly Ranked[], index: MatterIndex): readonly Ranked[] {
  const passageOf = ({ id }: Ranked) => index.row(id)?.passageId ?? 0
  const documentOf = ({ id }: Ranked) => index.row(id)?.documentId ?? ''
  return scored.toSorted(
    (one, other) =>
      other.score - one.score || passageOf(one) - passageOf(other) || (documentOf(one) < documentOf(other) ? -1 : 1),
  )
}

/** None for a row of a document that was removed while the search was under way. */
function hitOf({ id, score, similarity }: Ranked, store: MatterStore, index: MatterIndex): readonly LibraryHit[] {
  const row = index.row(id)
  if (!row) return []
  const passage = store.passages.get(row.passageId)
  return [{ passage, documentId: row.documentId, score, similarity, text: passage.text }]
}
