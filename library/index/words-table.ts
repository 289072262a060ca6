import { type Connection, Index, MatchQuery, type Table } from '@lancedb/lancedb'
import { Field, Int32, Schema, Utf8 } from 'apache-arrow'
import { fullTextIndex } from './full-text.ts'

export type WordsRow = { readonly id: number; readonly document: number; readonly text: string }

/** BM25 scores by row id, best first. */
export type WordScores = ReadonlyMap<number, number>

export type RowFilter = {
  readonly documents?: readonly number[] | undefined
  readonly ids?: readonly number[] | undefined
}

export interface WordsTable {
  add(rows: readonly WordsRow[]): Promise<void>
  removeDocument(document: number): Promise<void>
  /** Throws what LanceDB throws; words of no row give an empty map. */
  search(question: string, limit: number, filter?: RowFilter): Promise<WordScores>
  count(): Promise<number>
  /** False before the first `optimise` with rows: until then stop words and word stems are not known. */
  readonly isIndexed: boolean
  /** Merges small pieces and brings the index up to date; rows are found before as well, more slowly. */
  optimise(): Promise<void>
}

/**
 * What merging replaced is kept this long, for searches under way. LanceDB's own seven days would be for ever here: memory
 * grew from 0.2 to 1.2 GB within 734 additions.
 */
const KEPT_MS = 10_000

const SCHEMA = new Schema([
  new Field('id', new Int32(), false),
  new Field('document', new Int32(), false),
  new Field('text', new Utf8(), false),
])

/** A full-text index over rows of text: BM25, k1 1.2, b 0.75. */
export async function createWordsTable(database: Connection, name: string): Promise<WordsTable> {
  const table = await database.createEmptyTable(name, SCHEMA)
  let hasIndex = false
  return {
    async add(rows) {
      if (rows.length > 0) await table.add(rows.map((row) => ({ ...row })))
    },
    removeDocument: async (document) => void (await table.delete(`document = ${document}`)),
    search: (question, limit, filter) => search(table, question, limit, filter),
    count: () => table.countRows(),
    get isIndexed() {
      return hasIndex
    },
    async optimise() {
      // An index over no rows cannot be trained.
      if ((await table.countRows()) === 0) return
      if (hasIndex) await table.optimize(cleaningUp())
      else {
        await table.createIndex('text', { config: fullTextIndex() })
        await indexFilters(table)
      }
      hasIndex = true
    },
  }
}

async function search(table: Table, question: string, limit: number, filter: RowFilter = {}): Promise<WordScores> {
  if (findsNothing(limit, filter)) return new Map()
  const query = table.query().fullTextSearch(new MatchQuery(question, 'text')).select(['id', '_score']).limit(limit)
  const where = whereClause(filter)
  const found = await (where === null ? query : query.where(where)).toArrow()
  // By column: an object a row took longer than the search where a common word is counted in thousands of documents.
  const [ids, scores] = [found.getChild('id')?.toArray() ?? [], found.getChild('_score')?.toArray() ?? []]
  return new Map(Array.from(ids as Int32Array, (id, at) => [id, scores[at] as number]))
}

/** LanceDB panics when it is asked for nothing. */
export function findsNothing(limit: number, { documents, ids }: RowFilter): boolean {
  return limit === 0 || documents?.length === 0 || ids?.length === 0
}

export function whereClause({ documents, ids }: RowFilter): string | null {
  const clauses = [
    ...(documents ? [`document IN (${documents.join(',')})`] : []),
    ...(ids ? [`id IN (${ids.join(',')})`] : []),
  ]
  return clauses.length > 0 ? clauses.join(' AND ') : null
}

/**
 * Makes the rows of a filter found without reading the whole table: the vectors of 250 ids among 100,000 took 20 ms, and
 * take 3. Later merges keep it level.
 */
export async function indexFilters(table: Table): Promise<void> {
  for (const column of ['id', 'document']) await table.createIndex(column, { config: Index.btree() })
}

/** How a table is to be merged. */
export function cleaningUp(): { cleanupOlderThan: Date } {
  return { cleanupOlderThan: new Date(Date.now() - KEPT_MS) }
}
