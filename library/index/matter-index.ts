import { connect } from '@lancedb/lancedb'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { documentTitle, titleWords } from '../search/document-title.ts'
import { wordsOf } from '../search/naming-words.ts'
import { documentHead } from '../split/index-text.ts'
import { createIndexEntries, type IndexEntry, type IndexRow } from './index-entries.ts'
import { createVectorSets, type VectorsKind } from './vector-sets.ts'
import type { VectorsTable } from './vectors-table.ts'
import { createWordsTable, type WordsRow, type WordsTable } from './words-table.ts'

/** The tables of one matter, in memory, and which of their rows belong to what. Calls that change it come one at a time. */
export interface MatterIndex extends AsyncDisposable {
  readonly passages: WordsTable
  readonly documents: WordsTable
  readonly documentCount: number
  /** False while there are rows that are in no full-text index at all. */
  readonly isIndexed: boolean
  /** The vectors of a revision; null while there are none. */
  vectorsOf(revision: string | null): VectorsTable | null
  row(id: number): IndexRow | undefined
  entry(documentId: string): IndexEntry | undefined
  numbered(document: number): IndexEntry | undefined
  names(document: number): ReadonlySet<string>
  allNames(): Iterable<readonly [number, ReadonlySet<string>]>
  /** Puts documents in that are not there yet. */
  add(documents: readonly DocumentRow[]): Promise<void>
  remove(documentId: string): Promise<void>
  /** Begins a new set of vectors, those of one revision, with what the store has of it; null drops them. */
  useVectors(kind: VectorsKind | null): Promise<void>
  addVectors(revision: string, document: DocumentRow): Promise<void>
  merge(): Promise<void>
}

const ROWS_PER_STEP = 2000

export async function createMatterIndex(store: MatterStore): Promise<MatterIndex> {
  const database = await connect('memory://')
  const passages = await createWordsTable(database, 'passages')
  const documents = await createWordsTable(database, 'documents')
  const entries = createIndexEntries()
  const vectors = createVectorSets(database, store, entries.of)
  return {
    passages,
    documents,
    get documentCount() {
      return entries.count
    },
    get isIndexed() {
      return entries.count === 0 || passages.isIndexed
    },
    vectorsOf: vectors.of,
    row: entries.row,
    entry: entries.of,
    numbered: entries.numbered,
    names: (document) => entries.numbered(document)?.names ?? new Set(),
    *allNames() {
      for (const { number, names } of entries.all()) yield [number, names]
    },
    async add(all) {
      for (const batch of inSteps(all, ({ passages: count }) => count)) {
        const made = batch.map((document) => rowsOf(store, document, entries.add))
        await passages.add(made.flatMap((rows) => rows.passages))
        await documents.add(made.map((rows) => rows.document))
      }
    },
    async remove(documentId) {
      const entry = entries.remove(documentId)
      if (!entry) return
      for (const table of [passages, documents, vectors.current]) await table?.removeDocument(entry.number)
    },
    useVectors: vectors.use,
    addVectors: vectors.add,
    async merge() {
      await Promise.all([passages, documents, vectors.current].map((table) => table?.optimise()))
    },
    async [Symbol.asyncDispose]() {
      database.close()
    },
  }
}

function rowsOf(
  store: MatterStore,
  document: DocumentRow,
  add: (documentId: string, names: ReadonlySet<string>, passageIds: readonly number[]) => IndexEntry,
): { readonly passages: readonly WordsRow[]; readonly document: WordsRow } {
  const list = store.passages.list(document.textVersionId ?? 0)
  const { number, rows } = add(
    document.documentId,
    namesOf(store, document),
    list.map(({ id }) => id),
  )
  return {
    passages: list.map(({ id, indexText }) => ({ id: rows.get(id) ?? 0, document: number, text: indexText })),
    document: {
      id: number,
      document: number,
      text: `${documentTitle(document.document)}\n${store.pages.wholeText(document.textVersionId ?? 0)}`,
    },
  }
}

function namesOf(store: MatterStore, { document, textVersionId }: DocumentRow): ReadonlySet<string> {
  const head = documentHead(store.pages.slice(textVersionId ?? 0, 0, 400))
  return new Set([...titleWords(document), ...wordsOf(head)])
}

/** Groups of about `ROWS_PER_STEP` by size, so that no single call holds the engine up. */
function* inSteps<T>(items: readonly T[], sizeOf: (item: T) => number): Generator<readonly T[]> {
  let group: T[] = []
  let size = 0
  for (const item of items) {
    group.push(item)
    size += sizeOf(item)
    if (size < ROWS_PER_STEP) continue
    yield group
    group = []
    size = 0
  }
  if (group.length > 0) yield group
}
