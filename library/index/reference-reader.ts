import { MatchQuery, type Table, type VectorQuery } from '@lancedb/lancedb'
import type { Edition } from '../reference/edition.ts'
import type { ReferencePlace } from '../reference/reference-place.ts'
import { openDataset, referenceFailure, type ReferenceDataset } from './reference-dataset.ts'
import type { ReferenceDocument, ReferencePage, ReferencePassage } from './reference-tables.ts'
import { PROBES } from './reference-indexes.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The number of a row within one edition. */
export type RowId = bigint

export type RowScore = { readonly row: RowId; readonly document: number; readonly score: number }

/** One edition of a reference library, opened for reading. Nothing is ever written; only ranges of its files are read. */
export interface ReferenceReader extends Disposable {
  readonly edition: Edition
  /** Passages by words: BM25, best first. */
  byWords(question: string, limit: number): Promise<readonly RowScore[]>
  /** Passages by meaning: cosine similarity, best first. */
  byMeaning(vector: Float32Array, limit: number): Promise<readonly RowScore[]>
  /** The paths of the documents that fit the question best by the words of their whole text, by their number. */
  documentsByWords(question: string, limit: number): Promise<ReadonlyMap<number, string>>
  vectors(rows: readonly RowId[]): Promise<ReadonlyMap<RowId, Float32Array>>
  passages(rows: readonly RowId[]): Promise<ReadonlyMap<RowId, ReferencePassage>>
  /** A document with the text that its passages' offsets are in; null when this edition has none of that content. */
  document(sha256: string): Promise<ReferenceText | null>
  /** Whether an edition was published since. */
  isOutdated(): Promise<boolean>
}

export type ReferenceText = {
  readonly path: string
  readonly mediaType: string
  readonly text: string
  readonly pages: readonly ReferencePage[]
}

/** Throws `Failure` where there is no library, or it cannot be reached or read. */
export async function openReferenceReader(
  place: ReferencePlace,
  environment: NodeJS.ProcessEnv,
): Promise<ReferenceReader> {
  const dataset = await openDataset(place, environment, 'read')
  try {
    const edition = await dataset.edition()
    if (!edition) throw noEdition(place.address)
    const { key, documentsVersion, passagesVersion } = edition.tables
    const [documents, passages] = await Promise.all([
      openAt(dataset, `documents-${key}`, documentsVersion),
      openAt(dataset, `passages-${key}`, passagesVersion),
    ])
    return createReader(dataset, edition, documents, passages)
  } catch (error) {
    dataset[Symbol.dispose]()
    throw error
  }
}

async function openAt(dataset: ReferenceDataset, name: string, version: number): Promise<Table> {
  const table = await dataset.open(name)
  await table.checkout(version)
  return table
}

function createReader(dataset: ReferenceDataset, edition: Edition, documents: Table, passages: Table): ReferenceReader {
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      throw referenceFailure(dataset.place.address, cause)
    }
  }
  return {
    edition,
    byWords: (question, limit) =>
      told(async () =>
        rowScores(await searchWords(passages, question, limit, ['document']), '_score', (score) => score),
      ),
    byMeaning: (vector, limit) => told(() => similarities(passages, vector, limit)),
    documentsByWords: (question, limit) => told(() => pathsByWords(documents, question, limit)),
    vectors: (rows) => told(() => vectorsOf(passages, rows)),
    passages: (rows) => told(() => passagesOf(passages, rows)),
    document: (sha256) => told(() => documentOf(documents, sha256)),
    isOutdated: async () => (await dataset.edition())?.sequence !== edition.sequence,
    [Symbol.dispose]: () => dataset[Symbol.dispose](),
  }
}

type Found = Awaited<ReturnType<ReturnType<Table['query']>['toArrow']>>

async function searchWords(table: Table, question: string, limit: number, columns: readonly string[]): Promise<Found> {
  const query = table.query().fullTextSearch(new MatchQuery(question, 'indexText'))
  return query
    .select([...columns, '_score'])
    .withRowId()
    .limit(limit)
    .toArrow()
}

async function pathsByWords(table: Table, question: string, limit: number): Promise<ReadonlyMap<number, string>> {
  const found = await searchWords(table, question, limit, ['document', 'path'])
  const [numbers, paths] = [found.getChild('document')?.toArray() ?? [], found.getChild('path')]
  return new Map(Array.from(numbers as Int32Array, (number, at) => [number, String(paths?.get(at))]))
}

async function similarities(table: Table, vector: Float32Array, limit: number): Promise<readonly RowScore[]> {
  const query = (table.query().nearestTo(vector) as VectorQuery).distanceType('cosine').nprobes(PROBES)
  const found = await query.select(['document', '_distance']).withRowId().limit(limit).toArrow()
  return rowScores(found, '_distance', (distance) => 1 - distance)
}

function rowScores(found: Found, column: string, scoreOf: (value: number) => number): readonly RowScore[] {
  const values = (name: string) => found.getChild(name)?.toArray() ?? []
  const [rows, documents, scores] = [
    values('_rowid') as BigUint64Array,
    values('document') as Int32Array,
    values(column) as Float32Array,
  ]
  return Array.from(rows, (row, at) => ({ row, document: documents[at] ?? 0, score: scoreOf(scores[at] ?? 0) }))
}

async function vectorsOf(table: Table, rows: readonly RowId[]): Promise<ReadonlyMap<RowId, Float32Array>> {
  if (rows.length === 0) return new Map()
  const found = await table.takeRowIds(rows).select(['vector']).withRowId().toArrow()
  const ids = found.getChild('_rowid')?.toArray() as BigUint64Array
  const vectors = found.getChild('vector')
  return new Map(Array.from(ids, (row, at) => [row, vectors?.get(at).toArray() as Float32Array]))
}

const PASSAGE_COLUMNS = ['document', 'path', 'sha256', 'page', 'start', 'end', 'section', 'byOcr', 'indexText']

async function passagesOf(table: Table, rows: readonly RowId[]): Promise<ReadonlyMap<RowId, ReferencePassage>> {
  if (rows.length === 0) return new Map()
  const found = await table
    .takeRowIds([...rows])
    .select(PASSAGE_COLUMNS)
    .withRowId()
    .toArrow()
  const plain = found.toArray().map((row: { toJSON(): ReferencePassage & { _rowid: bigint } }) => row.toJSON())
  return new Map(plain.map(({ _rowid, ...passage }) => [_rowid, passage]))
}

async function documentOf(table: Table, sha256: string): Promise<ReferenceText | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null
  const query = table.query().where(`sha256 = '${sha256}'`).limit(1)
  const [row] = (await query.select(['path', 'mediaType', 'pages', 'indexText']).toArray()) as ReferenceDocument[]
  if (!row) return null
  const { path, mediaType, pages, indexText } = row
  const text = indexText.slice(indexText.indexOf('\n') + 1)
  return { path, mediaType, text, pages: JSON.parse(pages) as readonly ReferencePage[] }
}

function noEdition(address: string): Failure {
  return new Failure('NOT_FOUND', message('failures.references.notBuilt', { address }))
}
