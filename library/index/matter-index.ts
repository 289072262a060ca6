import { setImmediate } from 'node:timers/promises'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { documentTitle, titleWords } from '../search/document-title.ts'
import { wordsOf } from '../search/question-words.ts'
import { documentHead } from '../split/passage.ts'
import { createIndexEntries, type IndexEntry, type IndexRow } from './index-entries.ts'
import { createVectorSets, type VectorsKind } from './vector-sets.ts'
import type { VectorsIndex } from './vectors-index.ts'
import { createWordsIndex, type WordsIndex } from './words-index.ts'
import type { SearchedPassage } from '../../store/matter/passages.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import { READING } from './read-words.ts'

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

const PASSAGES_PER_PART = 500
/** Taken in at once; then whatever else waits has its turn. */
const PASSAGES_PER_STEP = PASSAGES_PER_PART

export function createMatterIndex(store: MatterStore): MatterIndex {
  const passages = createWordsIndex()
  // A text that two documents share was given the title of one of them.
  const titles = createWordsIndex()
  const entries = createIndexEntries()
  const vectors = createVectorSets(store, entries)

  const readTexts = createTextsReading(store, passages)

  /** Gives how many passages each part took in. */
  function* addDocument(document: DocumentRow): Generator<number> {
    const { opening, parts } = yield* readTexts(document.textVersionId ?? 0)
    const names = new Set([...titleWords(document.document), ...wordsOf(documentHead(opening))])
    const entry = entries.add(
      document.documentId,
      names,
      parts.flatMap(({ passageIds }) => passageIds),
    )
    titles.add([{ id: entry.number, document: entry.number, text: documentTitle(document.document) }])
    for (const { passageIds, words } of parts) {
      const ids = passageIds.map((id) => entry.rows.get(id) ?? 0)
      passages.addRead(ids, entry.number, words)
      yield ids.length
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

/** What the index takes in of a text. */
type ReadText = {
  /** How it begins, but for its blanks. */
  readonly opening: string
  readonly parts: readonly ReadPart[]
}

type ReadPart = { readonly passageIds: readonly number[]; readonly words: Uint8Array }

/** More than the head of a document. */
const OPENING = 400
const FORM = String(READING)

/**
 * Reads a text for the index, or takes what was kept of an earlier reading: finding the words of 100,000 passages takes three seconds.
 * Gives how many passages each part had that was read.
 */
function createTextsReading(store: MatterStore, words: Pick<WordsIndex, 'read'>) {
  function* readAnew(textVersionId: number): Generator<number, ReadText> {
    const all = store.passages.searched(textVersionId)
    const opening = openingOf(all) ?? store.pages.slice(textVersionId, 0, OPENING)
    const parts: ReadPart[] = []
    for (let at = 0; at < all.length; at += PASSAGES_PER_PART) {
      const part = all.slice(at, at + PASSAGES_PER_PART)
      const passageIds = part.map(({ id }) => id)
      parts.push({ passageIds, words: words.read(part.map(({ indexText }) => indexText)) })
      yield part.length
    }
    const text = { opening, parts }
    keep(store, textVersionId, text)
    return text
  }

  return function* (textVersionId: number): Generator<number, ReadText> {
    const [opening, ...parts] = store.indexParts.of(textVersionId, 'words', FORM)
    if (!opening) return yield* readAnew(textVersionId)
    return { opening: new TextDecoder().decode(opening), parts: parts.map(fromBytes) }
  }
}

/** Where nothing can be written it is read again the next time. */
function keep({ indexParts }: MatterStore, textVersionId: number, { opening, parts }: ReadText): void {
  try {
    indexParts.keep(textVersionId, 'words', FORM, [new TextEncoder().encode(opening), ...parts.map(toBytes)])
  } catch (error) {
    if (!cannotWrite(error)) throw error
  }
}

/** How many passages, their ids, and their words. */
function toBytes({ passageIds, words }: ReadPart): Uint8Array {
  const bytes = new Uint8Array(ID_BYTES * (passageIds.length + 1) + words.length)
  const view = new DataView(bytes.buffer)
  for (const [at, number] of [passageIds.length, ...passageIds].entries()) view.setFloat64(ID_BYTES * at, number)
  bytes.set(words, ID_BYTES * (passageIds.length + 1))
  return bytes
}

const ID_BYTES = Float64Array.BYTES_PER_ELEMENT

function fromBytes(bytes: Uint8Array): ReadPart {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getFloat64(0)
  const passageIds = Array.from({ length: count }, (_, at) => view.getFloat64(ID_BYTES * (at + 1)))
  return { passageIds, words: bytes.subarray(ID_BYTES * (count + 1)) }
}

/** From passages that are read anyway; null where they do not tell. */
function openingOf(passages: readonly SearchedPassage[]): string | null {
  let opening = ''
  for (const { start, text } of passages) {
    if (start >= OPENING) break
    if (text === null) return null
    opening = opening.padEnd(start) + text
  }
  return opening.slice(0, OPENING)
}
