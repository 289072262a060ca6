import { type Connection, Index, type Table, type VectorQuery } from '@lancedb/lancedb'
import {
  Table as ArrowTable,
  Field,
  FixedSizeList,
  Float32,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
} from 'apache-arrow'
import { cleaningUp, findsNothing, indexFilters, type RowFilter, whereClause } from './words-table.ts'

export type VectorsRow = { readonly id: number; readonly document: number; readonly vector: Float32Array }

export type Near = { readonly id: number; readonly document: number; readonly similarity: number }

export interface VectorsTable {
  readonly dimensions: number
  add(rows: readonly VectorsRow[]): Promise<void>
  removeDocument(document: number): Promise<void>
  /** The nearest by cosine similarity, best first. */
  search(vector: Float32Array, limit: number, filter?: RowFilter): Promise<readonly Near[]>
  count(): Promise<number>
  /** Merges small pieces; above `INDEX_FROM` rows also builds the index. Rows are found before as well, by a full scan. */
  optimise(): Promise<void>
}

/** A scan of 20,000 vectors of 384 takes about 10 ms, of 100,000 about 50 ms (`architecture.md`). */
export const INDEX_FROM = 20_000
/** At 316 partitions and 20 probes recall@10 was 1.0 at 100,000 vectors. */
export const PROBES = 20
/** The index is made anew once there are so many times the rows it was made with. */
export const REMAKE_AT = 1.5

export async function createVectorsTable(
  database: Connection,
  name: string,
  dimensions: number,
): Promise<VectorsTable> {
  const schema = schemaFor(dimensions)
  const table = await database.createEmptyTable(name, schema)
  let indexed = 0
  let hasFilters = false
  return {
    dimensions,
    async add(rows) {
      if (rows.length > 0) await table.add(arrowTable(schema, dimensions, rows))
    },
    removeDocument: async (document) => void (await table.delete(`document = ${document}`)),
    search: (vector, limit, filter) => search(table, vector, limit, filter),
    count: () => table.countRows(),
    async optimise() {
      const rows = await table.countRows()
      if (rows === 0) return
      await table.optimize(cleaningUp())
      if (!hasFilters) await indexFilters(table)
      hasFilters = true
      if (rows < INDEX_FROM || rows < REMAKE_AT * indexed) return
      await table.createIndex('vector', { config: vectorIndex(rows), replace: true })
      indexed = rows
    },
  }
}

export function vectorIndex(rows: number): Index {
  return Index.ivfFlat({ distanceType: 'cosine', numPartitions: Math.round(Math.sqrt(rows)) })
}

async function search(
  table: Table,
  vector: Float32Array,
  limit: number,
  filter: RowFilter = {},
): Promise<readonly Near[]> {
  if (findsNothing(limit, filter)) return []
  const query = (table.query().nearestTo(vector) as VectorQuery)
    .distanceType('cosine')
    .nprobes(PROBES)
    .select(['id', 'document', '_distance'])
    .limit(limit)
  const where = whereClause(filter)
  // The partitions that are probed may hold few of the rows that a filter asks for.
  const filtered = where === null ? query : query.where(where).bypassVectorIndex()
  const found = await filtered.toArrow()
  const column = (name: string) => (found.getChild(name)?.toArray() ?? []) as Int32Array | Float32Array
  const [ids, documents, distances] = [column('id'), column('document'), column('_distance')]
  return Array.from(ids, (id, at) => ({ id, document: documents[at] ?? 0, similarity: 1 - (distances[at] ?? 1) }))
}

function schemaFor(dimensions: number): Schema {
  return new Schema([
    new Field('id', new Int32(), false),
    new Field('document', new Int32(), false),
    new Field('vector', vectorType(dimensions), false),
  ])
}

function vectorType(dimensions: number): FixedSizeList<Float32> {
  return new FixedSizeList(dimensions, new Field('item', new Float32(), true))
}

/** Built column by column: handing LanceDB an array a row took ten times as long. */
function arrowTable(schema: Schema, dimensions: number, rows: readonly VectorsRow[]): ArrowTable {
  const flat = new Float32Array(rows.length * dimensions)
  for (const [index, { vector }] of rows.entries()) flat.set(vector, index * dimensions)
  const integers = (values: readonly number[]) => makeData({ type: new Int32(), data: Int32Array.from(values) })
  const vectors = makeData({
    type: vectorType(dimensions),
    length: rows.length,
    child: makeData({ type: new Float32(), data: flat }),
  })
  const children = [integers(rows.map(({ id }) => id)), integers(rows.map(({ document }) => document)), vectors]
  const data = makeData({ type: new Struct(schema.fields), length: rows.length, children })
  return new ArrowTable(schema, [new RecordBatch(schema, data)])
}
