import { type Connection, connect } from '@lancedb/lancedb'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { documentTitle } from '../search/document-title.ts'
import { wordsOf } from '../search/naming-words.ts'
import { documentHead } from '../split/index-text.ts'
import { createVectorsTable, type VectorsRow, type VectorsTable } from './vectors-table.ts'
import { createWordsTable, type WordsTable } from './words-table.ts'

export type IndexRow = { readonly passageId: number; readonly documentId: string; readonly document: number }

type Entry = {
  readonly number: number
  readonly names: ReadonlySet<string>
  readonly rows: ReadonlyMap<number, number>
}

/** The tables of one matter, in memory, and which of their rows belong to what. Calls that change it come one at a time. */
export interface MatterIndex extends AsyncDisposable {
  readonly passages: WordsTable
  readonly documents: WordsTable
  readonly vectors: VectorsTable | null
  readonly documentCount: number
  row(id: number): IndexRow | undefined
  entry(documentId: string): Entry | undefined
  names(document: number): ReadonlySet<string>
  passageCount(document: number): number
  /** Puts documents in that are not there yet. */
  add(documents: readonly DocumentRow[]): Promise<void>
  remove(documentId: string): Promise<void>
  /** Begins a new set of vectors, those of one revision, with what the store has of it; null drops them. */
  useVectors(embedder: { readonly revision: string; readonly dimensions: number } | null): Promise<void>
  addVectors(revision: string, document: DocumentRow): Promise<void>
  merge(): Promise<void>
}

const ROWS_PER_STEP = 2000

export async function createMatterIndex(store: MatterStore): Promise<MatterIndex> {
  const database = await connect('memory://')
  const passages = await createWordsTable(database, 'passages')
  const documents = await createWordsTable(database, 'documents')
  const rows = new Map<number, IndexRow>()
  const entries = new Map<string, Entry>()
  const byNumber = new Map<number, Entry>()
  const vectors = createVectorSets(database, store, (documentId) => entries.get(documentId))
  let lastRow = 0
  let lastDocument = 0

  async function addBatch(batch: readonly DocumentRow[]): Promise<void> {
    const words = batch.flatMap((document) => {
      const number = ++lastDocument
      const list = store.passages.list(document.textVersionId ?? 0)
      const ids = new Map(list.map(({ id }) => [id, ++lastRow]))
      const entry = { number, names: namesOf(store, document), rows: ids }
      entries.set(document.documentId, entry)
      byNumber.set(number, entry)
      for (const [passageId, row] of ids)
        rows.set(row, { passageId, documentId: document.documentId, document: number })
      return list.map(({ id, indexText }) => ({ id: ids.get(id) ?? 0, document: number, text: indexText }))
    })
    await passages.add(words)
    await documents.add(
      batch.map((document) => documentRow(store, document, entries.get(document.documentId)?.number ?? 0)),
    )
  }

  return {
    passages,
    documents,
    get vectors() {
      return vectors.current
    },
    get documentCount() {
      return entries.size
    },
    row: (id) => rows.get(id),
    entry: (documentId) => entries.get(documentId),
    names: (document) => byNumber.get(document)?.names ?? new Set(),
    passageCount: (document) => byNumber.get(document)?.rows.size ?? 0,
    async add(all) {
      for (const batch of inSteps(all, ({ passages: count }) => count)) await addBatch(batch)
    },
    async remove(documentId) {
      const entry = entries.get(documentId)
      if (!entry) return
      entries.delete(documentId)
      byNumber.delete(entry.number)
      for (const row of entry.rows.values()) rows.delete(row)
      for (const table of [passages, documents, vectors.current]) await table?.removeDocument(entry.number)
    },
    useVectors: vectors.use,
    addVectors: vectors.add,
    async merge() {
      for (const table of [passages, documents, vectors.current]) await table?.optimise()
    },
    async [Symbol.asyncDispose]() {
      database.close()
    },
  }
}

/** The present set of vectors. Another embedder's begin in a table of their own: vectors of two models never mix. */
function createVectorSets(
  database: Connection,
  store: MatterStore,
  entryOf: (documentId: string) => Entry | undefined,
) {
  const sets = { current: null as VectorsTable | null, made: 0 }
  return {
    get current() {
      return sets.current
    },
    async use(embedder: { readonly revision: string; readonly dimensions: number } | null): Promise<void> {
      const old = sets.current ? `vectors-${sets.made}` : null
      sets.current = null
      if (old !== null) await database.dropTable(old)
      if (!embedder) return
      sets.made += 1
      const table = await createVectorsTable(database, `vectors-${sets.made}`, embedder.dimensions)
      let waiting: VectorsRow[] = []
      for (const { passageId, documentId, vector } of store.vectors.published(embedder.revision)) {
        const entry = entryOf(documentId)
        const id = entry?.rows.get(passageId)
        if (entry && id !== undefined) waiting.push({ id, document: entry.number, vector })
        if (waiting.length < ROWS_PER_STEP) continue
        await table.add(waiting)
        waiting = []
      }
      await table.add(waiting)
      sets.current = table
    },
    async add(revision: string, { documentId, textVersionId }: DocumentRow): Promise<void> {
      const entry = entryOf(documentId)
      if (!entry || !sets.current || textVersionId === null) return
      const found = store.vectors.ofTextVersion(revision, textVersionId)
      const fresh = found.flatMap(({ passageId, vector }) => {
        const id = entry.rows.get(passageId)
        return id === undefined ? [] : [{ id, document: entry.number, vector }]
      })
      await sets.current.removeDocument(entry.number)
      await sets.current.add(fresh)
    },
  }
}

function namesOf(store: MatterStore, { document, textVersionId }: DocumentRow): ReadonlySet<string> {
  const title = documentTitle(document)
  const head = documentHead(store.pages.slice(textVersionId ?? 0, 0, 400))
  return new Set(wordsOf(`${title} ${title.replaceAll(' ', '')} ${head}`))
}

function documentRow(store: MatterStore, { document, textVersionId }: DocumentRow, number: number) {
  return {
    id: number,
    document: number,
    text: `${documentTitle(document)}\n${store.pages.wholeText(textVersionId ?? 0)}`,
  }
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
