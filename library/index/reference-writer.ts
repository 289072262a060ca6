import type { Table } from '@lancedb/lancedb'
import { type Edition, SCHEMA_VERSION } from '../reference/edition.ts'
import { type ReferenceDataset, referenceFailure } from './reference-dataset.ts'
import { fullTextIndex, INDEX_FROM, REMAKE_AT, vectorIndex } from './reference-indexes.ts'
import {
  DOCUMENTS_SCHEMA,
  passagesSchema,
  type ReferenceDocument,
  type ReferencePassage,
  toArrow,
} from './reference-tables.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What the passages of a library have in common; another one begins tables of its own. */
export type ReferenceKind = { readonly embedder: Edition['embedder']; readonly readingVersion: string }

export type NewDocument = {
  readonly document: Omit<ReferenceDocument, 'document' | 'passages'>
  readonly passages: readonly (Omit<ReferencePassage, 'document' | 'path' | 'sha256'> & {
    readonly vector: Float32Array
  })[]
}

export type KnownDocument = { readonly document: number; readonly sha256: string }

/**
 * Builds the next edition of a library. What it writes is kept at once and seen by nobody before `publish`; killed, the
 * next build goes on from there. One builder at a time: another's writes are noticed, and end this one.
 */
export interface ReferenceWriter {
  readonly previous: Edition | null
  /** The documents that are there, by path. */
  readonly known: ReadonlyMap<string, KnownDocument>
  /** Puts documents in, in place of those of the same paths. */
  put(documents: readonly NewDocument[]): Promise<void>
  remove(paths: readonly string[]): Promise<void>
  /** Brings the indexes level and publishes; where nothing has changed, the previous edition stays. */
  publish(builtAt: string): Promise<Edition>
}

type Tables = { readonly documents: Table; readonly passages: Table }
type Versions = { documents: number; passages: number }

export async function openReferenceWriter(dataset: ReferenceDataset, kind: ReferenceKind): Promise<ReferenceWriter> {
  const previous = await dataset.edition()
  const key = tablesKey(kind)
  const tables = {
    documents: await dataset.openOrMake(`documents-${key}`, DOCUMENTS_SCHEMA),
    passages: await dataset.openOrMake(`passages-${key}`, passagesSchema(kind.embedder.dimensions)),
  }
  const versions = await versionsOf(tables)
  const isClean = isPublished(previous, key, versions)
  if (!isClean) Object.assign(versions, await dropOrphans(tables))
  const known = await knownDocuments(tables.documents)
  const now = { last: known.values().reduce((last, { document }) => Math.max(last, document), 0), isChanged: !isClean }

  /** Throws `IN_USE` when somebody else has written since; between this look and the write is a gap of milliseconds. */
  async function write<T>(work: () => Promise<T>): Promise<T> {
    for (const name of ['documents', 'passages'] as const) {
      await tables[name].checkoutLatest()
      if ((await tables[name].version()) !== versions[name]) throw builtElsewhere(dataset.place.address)
    }
    now.isChanged = true
    try {
      const result = await work()
      Object.assign(versions, await versionsOf(tables))
      return result
    } catch (cause) {
      throw referenceFailure(dataset.place.address, cause)
    }
  }

  /** The row of the document first: passages without one are dropped when the next build begins. */
  async function dropRows(paths: readonly string[]): Promise<void> {
    const numbers = paths.flatMap((path) => known.get(path)?.document ?? [])
    if (numbers.length === 0) return
    for (const table of [tables.documents, tables.passages]) await table.delete(`document IN (${numbers.join(',')})`)
    for (const path of paths) known.delete(path)
  }

  return {
    previous,
    known,
    put: (documents) =>
      write(async () => {
        await dropRows(documents.map(({ document }) => document.path))
        const numbered = documents.map((one) => ({ ...one, number: ++now.last }))
        await addRows(tables, kind.embedder.dimensions, numbered)
        for (const { document, number } of numbered)
          known.set(document.path, { document: number, sha256: document.sha256 })
      }),
    remove: (paths) => write(() => dropRows(paths)),
    async publish(builtAt) {
      if (previous && !now.isChanged) return previous
      const vectorIndexRows = await write(() => level(tables, previous?.tables.key === key ? previous : null))
      const sequence = (previous?.sequence ?? 0) + 1
      const edition = await editionOf(tables, { kind, key, versions, vectorIndexRows, builtAt, sequence })
      await dataset.publish(edition)
      await dropOld(dataset, [key, previous?.tables.key ?? key])
      return edition
    },
  }
}

/** Letters that differ whenever rows of one kind must not lie among those of another. */
function tablesKey({ embedder, readingVersion }: ReferenceKind): string {
  const text = `${SCHEMA_VERSION} ${readingVersion} ${embedder.dimensions} ${embedder.revision}`
  return text.replace(/[^A-Za-z0-9]+/g, '-')
}

async function versionsOf({ documents, passages }: Tables): Promise<Versions> {
  return { documents: await documents.version(), passages: await passages.version() }
}

function isPublished(edition: Edition | null, key: string, { documents, passages }: Versions): boolean {
  const tables = edition?.tables
  return tables?.key === key && tables.documentsVersion === documents && tables.passagesVersion === passages
}

/** Passages that a kill left without their document. */
async function dropOrphans(tables: Tables): Promise<Versions> {
  const numbers = async (table: Table) => {
    const column = (await table.query().select(['document']).toArrow()).getChild('document')
    return new Set(column?.toArray() as Int32Array | undefined)
  }
  const there = await numbers(tables.documents)
  const orphans = [...(await numbers(tables.passages))].filter((document) => !there.has(document))
  if (orphans.length > 0) await tables.passages.delete(`document IN (${orphans.join(',')})`)
  return versionsOf(tables)
}

async function knownDocuments(table: Table): Promise<Map<string, KnownDocument>> {
  const rows = (await table.query().select(['document', 'path', 'sha256']).toArray()) as (KnownDocument & {
    path: string
  })[]
  return new Map(rows.map(({ document, path, sha256 }) => [path, { document, sha256 }]))
}

/** The passages first: a document is there only when all of it is. */
async function addRows(
  tables: Tables,
  dimensions: number,
  documents: readonly (NewDocument & { number: number })[],
): Promise<void> {
  const passages = documents.flatMap(({ document: { path, sha256 }, number, passages: list }) =>
    list.map((passage) => ({ ...passage, document: number, path, sha256 })),
  )
  const vectors = passages.map(({ vector }) => vector)
  if (passages.length > 0) await tables.passages.add(toArrow(passagesSchema(dimensions), passages, vectors))
  const rows = documents.map(({ document, number, passages: list }) => ({
    ...document,
    document: number,
    passages: list.length,
  }))
  if (rows.length > 0) await tables.documents.add(toArrow(DOCUMENTS_SCHEMA, rows))
}

/**
 * Merges small pieces and makes or extends the indexes. What lies before the previous edition is removed: a reader keeps
 * the edition that it has opened until the one after the next is published. Gives the rows that the vectors' index was made
 * with, 0 for none.
 */
async function level({ documents, passages }: Tables, previous: Edition | null): Promise<number> {
  await levelTable(documents, previous?.tables.documentsVersion ?? null)
  await levelTable(passages, previous?.tables.passagesVersion ?? null)
  const rows = await passages.countRows()
  const made = (await passages.indexStats('vector_idx')) ? (previous?.tables.vectorIndexRows ?? 0) : 0
  if (rows < INDEX_FROM || (made > 0 && rows < REMAKE_AT * made)) return made
  await passages.createIndex('vector', { config: vectorIndex(rows), replace: true })
  return rows
}

async function levelTable(table: Table, keptVersion: number | null): Promise<void> {
  if ((await table.countRows()) === 0) return
  const kept = (await table.listVersions()).find(({ version }) => version === keptVersion)
  await table.optimize(kept ? { cleanupOlderThan: kept.timestamp } : {})
  if (!(await table.indexStats('indexText_idx'))) await table.createIndex('indexText', { config: fullTextIndex() })
}

type EditionOptions = {
  readonly kind: ReferenceKind
  readonly key: string
  readonly versions: Versions
  readonly vectorIndexRows: number
  readonly builtAt: string
  readonly sequence: number
}

async function editionOf(tables: Tables, options: EditionOptions): Promise<Edition> {
  const { kind, key, versions, vectorIndexRows, builtAt, sequence } = options
  const pages = (await tables.documents.query().select(['pageCount']).toArray()) as { pageCount: number }[]
  return {
    schema: SCHEMA_VERSION,
    sequence,
    ...kind,
    builtAt,
    documents: pages.length,
    pages: pages.reduce((sum, { pageCount }) => sum + pageCount, 0),
    passages: await tables.passages.countRows(),
    tables: {
      key,
      documentsVersion: versions.documents,
      passagesVersion: versions.passages,
      vectorIndexRows,
    },
  }
}

async function dropOld(dataset: ReferenceDataset, keys: readonly string[]): Promise<void> {
  for (const name of await dataset.names())
    if (/^(documents|passages)-/.test(name) && !keys.includes(name.replace(/^[a-z]+-/, ''))) await dataset.drop(name)
}

function builtElsewhere(address: string): Failure {
  return new Failure('IN_USE', message('failures.references.builtElsewhere', { address }))
}
