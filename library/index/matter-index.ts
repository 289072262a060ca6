import { setImmediate } from 'node:timers/promises'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { SearchedPassage } from '../../store/matter/passages.ts'
import { documentTitle, titleWords } from '../search/document-title.ts'
import { wordsOf } from '../search/question-words.ts'
import { documentHead } from '../split/passage.ts'
import { createIndexEntries, type IndexEntry, type IndexRow } from './index-entries.ts'
import { createVectorSets, type VectorsKind } from './vector-sets.ts'
import type { VectorsIndex } from './vectors-index.ts'
import { createWordsIndex, type WordsIndex } from './words-index.ts'

/** The passages of one matter, in memory, and what belongs to which document. Calls that change it come one at a time. */
export interface MatterIndex extends Disposable {
  readonly passages: WordsIndex
  readonly documentCount: number
  /** Documents whose text or title has any of the words, by number, those that have them most often first. */
  documentsWith(words: string, limit: number): readonly number[]
  /** The vectors of a revision; null while there are none. */
  vectorsOf(revision: string | null): VectorsIndex | null
  row(id: number): IndexRow | undefined
  entry(documentId: string): IndexEntry | undefined
  numbered(document: number): IndexEntry | undefined
  names(document: number): ReadonlySet<string>
  allNames(): Iterable<readonly [number, ReadonlySet<string>]>
  /** Puts documents in that are not there yet; a long one is found in parts until it is in. */
  add(documents: readonly DocumentRow[]): Promise<void>
  remove(documentId: string): void
  /** Begins a new set of vectors, those of one revision, with what the store has of it; null drops them. */
  useVectors(kind: VectorsKind | null): Promise<void>
  addVectors(revision: string, document: DocumentRow): Promise<void>
}

/** Taken in at once; then whatever else waits has its turn. */
const PASSAGES_PER_STEP = 500

export function createMatterIndex(store: MatterStore): MatterIndex {
  const passages = createWordsIndex()
  // A text that two documents share was given the title of one of them.
  const titles = createWordsIndex()
  const entries = createIndexEntries()
  const vectors = createVectorSets(store, entries.of)

  /** Gives how many passages each part took in. */
  function* addDocument(document: DocumentRow): Generator<number> {
    const all = store.passages.searched(document.textVersionId ?? 0)
    const ids = all.map(({ id }) => id)
    const { number, rows } = entries.add(document.documentId, namesOf(store, document, all), ids)
    titles.add([{ id: number, document: number, text: documentTitle(document.document) }])
    for (let at = 0; at < all.length; at += PASSAGES_PER_STEP) {
      const part = all.slice(at, at + PASSAGES_PER_STEP)
      passages.add(part.map(({ id, indexText }) => ({ id: rows.get(id) ?? 0, document: number, text: indexText })))
      yield part.length
    }
  }

  return {
    passages,
    get documentCount() {
      return entries.count
    },
    documentsWith(words, limit) {
      const inTexts = passages.documentsWith(words, limit)
      return [...new Set([...inTexts, ...titles.documentsWith(words, limit)])].slice(0, limit)
    },
    vectorsOf: vectors.of,
    row: entries.row,
    entry: entries.of,
    numbered: entries.numbered,
    names: (document) => entries.numbered(document)?.names ?? new Set(),
    *allNames() {
      for (const { number, names } of entries.all()) yield [number, names]
    },
    async add(documents) {
      let added = 0
      for (const document of documents)
        for (const count of addDocument(document)) {
          added += count
          if (added < PASSAGES_PER_STEP) continue
          added = 0
          await setImmediate()
        }
    },
    remove(documentId) {
      const entry = entries.remove(documentId)
      if (!entry) return
      for (const part of [passages, titles, vectors.current]) part?.removeDocument(entry.number)
    },
    useVectors: vectors.use,
    addVectors: vectors.add,
    [Symbol.dispose]() {
      for (const part of [passages, titles, vectors]) part[Symbol.dispose]()
    },
  }
}

function namesOf(
  store: MatterStore,
  { document, textVersionId }: DocumentRow,
  passages: readonly SearchedPassage[],
): ReadonlySet<string> {
  const opening = openingOf(passages) ?? store.pages.slice(textVersionId ?? 0, 0, OPENING)
  return new Set([...titleWords(document), ...wordsOf(documentHead(opening))])
}

/** More than the head of a document. */
const OPENING = 400

/**
 * How a text begins, but for its blanks, from passages that are read anyway; null where that does not tell. Reading its pages took a
 * third as long again when a matter was unlocked.
 */
function openingOf(passages: readonly SearchedPassage[]): string | null {
  let opening = ''
  for (const { start, text } of passages) {
    if (start >= OPENING) break
    if (text === null) return null
    opening = opening.padEnd(start) + text
  }
  return opening.slice(0, OPENING)
}
