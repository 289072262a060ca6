import type { Connection } from '@lancedb/lancedb'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { IndexEntry } from './index-entries.ts'
import { createVectorsTable, type VectorsRow, type VectorsTable } from './vectors-table.ts'

export type VectorsKind = { readonly revision: string; readonly dimensions: number }

/** The vectors of one embedder at a time. Another embedder's begin in a table of their own: vectors of two models never mix. */
export interface VectorSets {
  readonly current: VectorsTable | null
  /** Those of a revision; null while there are none, or others. */
  of(revision: string | null): VectorsTable | null
  /** Begins a set anew with what the store has of it; null drops the present one. One of the same revision serves until then. */
  use(kind: VectorsKind | null): Promise<void>
  /** Takes the stored vectors of one document in. */
  add(revision: string, document: DocumentRow): Promise<void>
}

const ROWS_PER_STEP = 2000

export function createVectorSets(
  database: Connection,
  store: MatterStore,
  entryOf: (documentId: string) => IndexEntry | undefined,
): VectorSets {
  const now = { made: 0, table: null as VectorsTable | null, name: '', revision: '' }

  async function drop(): Promise<void> {
    const { table, name } = now
    now.table = null
    if (table) await database.dropTable(name)
  }

  async function fill(table: VectorsTable, revision: string): Promise<void> {
    let waiting: VectorsRow[] = []
    for (const { passageId, documentId, vector } of store.vectors.published(revision)) {
      const entry = entryOf(documentId)
      const id = entry?.rows.get(passageId)
      if (entry && id !== undefined) waiting.push({ id, document: entry.number, vector })
      if (waiting.length < ROWS_PER_STEP) continue
      await table.add(waiting)
      waiting = []
    }
    await table.add(waiting)
  }

  return {
    get current() {
      return now.table
    },
    of: (revision) => (revision === now.revision ? now.table : null),
    async use(kind) {
      if (kind?.revision !== now.revision) await drop()
      if (!kind) return
      now.made += 1
      const name = `vectors-${now.made}`
      const table = await createVectorsTable(database, name, kind.dimensions)
      try {
        await fill(table, kind.revision)
        await table.optimise()
      } catch (error) {
        await database.dropTable(name)
        throw error
      }
      await drop()
      Object.assign(now, { table, name, revision: kind.revision })
    },
    async add(revision, { documentId, textVersionId }) {
      const entry = entryOf(documentId)
      if (!entry || !now.table || revision !== now.revision || textVersionId === null) return
      const fresh = store.vectors.ofTextVersion(revision, textVersionId).flatMap(({ passageId, vector }) => {
        const id = entry.rows.get(passageId)
        return id === undefined ? [] : [{ id, document: entry.number, vector }]
      })
      await now.table.removeDocument(entry.number)
      await now.table.add(fresh)
    },
  }
}
