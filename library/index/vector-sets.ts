import { setImmediate } from 'node:timers/promises'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { IndexEntry } from './index-entries.ts'
import { createVectorsIndex, type VectorsIndex, type VectorsRow } from './vectors-index.ts'

export type VectorsKind = { readonly revision: string; readonly dimensions: number }

/** The vectors of one embedder at a time: vectors of two models never mix. */
export interface VectorSets extends Disposable {
  readonly current: VectorsIndex | null
  /** Those of a revision; null while there are none, or others. */
  of(revision: string | null): VectorsIndex | null
  /** Begins a set anew with what the store has of it; null drops the present one. One of the same revision serves until then. */
  use(kind: VectorsKind | null): Promise<void>
  /** Takes the stored vectors of one document in, in place of what was there of it. */
  add(revision: string, document: DocumentRow): Promise<void>
}

/** Taken in at once; then whatever else waits has its turn. */
const VECTORS_PER_STEP = 1000

export function createVectorSets(
  store: MatterStore,
  entryOf: (documentId: string) => IndexEntry | undefined,
): VectorSets {
  const now = { vectors: null as VectorsIndex | null, revision: '' }

  function replace(vectors: VectorsIndex | null, revision: string): void {
    now.vectors?.[Symbol.dispose]()
    Object.assign(now, { vectors, revision })
  }

  async function fill(vectors: VectorsIndex, revision: string): Promise<void> {
    let taken = 0
    for (const { passageId, documentId, vector } of store.vectors.published(revision)) {
      const entry = entryOf(documentId)
      const id = entry?.rows.get(passageId)
      if (entry && id !== undefined) vectors.add([{ id, document: entry.number, vector }])
      taken += 1
      if (taken % VECTORS_PER_STEP === 0) await setImmediate()
    }
  }

  return {
    get current() {
      return now.vectors
    },
    of: (revision) => (revision === now.revision ? now.vectors : null),
    async use(kind) {
      if (kind?.revision !== now.revision) replace(null, '')
      if (!kind) return
      const vectors = createVectorsIndex(kind.dimensions)
      await fill(vectors, kind.revision)
      replace(vectors, kind.revision)
    },
    async add(revision, { documentId, textVersionId }) {
      const entry = entryOf(documentId)
      const { vectors } = now
      if (!entry || !vectors || revision !== now.revision || textVersionId === null) return
      const fresh: VectorsRow[] = []
      let read = 0
      for (const { passageId, vector } of store.vectors.ofTextVersion(revision, textVersionId)) {
        const id = entry.rows.get(passageId)
        if (id !== undefined) fresh.push({ id, document: entry.number, vector })
        read += 1
        if (read % VECTORS_PER_STEP === 0) await setImmediate()
      }
      vectors.removeDocument(entry.number)
      vectors.add(fresh)
    },
    [Symbol.dispose]: () => replace(null, ''),
  }
}
