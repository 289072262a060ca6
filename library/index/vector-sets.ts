import { setImmediate } from 'node:timers/promises'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import type { IndexEntries, IndexEntry } from './index-entries.ts'
import { SMALL_VECTORS, smallFromBytes, smallToBytes, type SmallVectors, smallVectors } from './small-vectors.ts'
import { createVectorsIndex, type VectorsIndex } from './vectors-index.ts'

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

export function createVectorSets(store: MatterStore, entries: Pick<IndexEntries, 'of' | 'row'>): VectorSets {
  const now = { vectors: null as VectorsIndex | null, kind: { revision: '', dimensions: 0 } as VectorsKind }
  const takeTurn = createTurnTaking()

  function replace(vectors: VectorsIndex | null, kind: VectorsKind): void {
    now.vectors?.[Symbol.dispose]()
    Object.assign(now, { vectors, kind })
  }

  /** In the order in which the passages were stored, whatever the documents are called. */
  async function fill(vectors: VectorsIndex, kind: VectorsKind): Promise<void> {
    const shown = store.documents.list(null).flatMap((document) => {
      const entry = entries.of(document.documentId)
      const [first] = entry?.rows.keys() ?? []
      return entry && first !== undefined ? [{ document, entry, first }] : []
    })
    const inOrder = shown.toSorted(
      (one, other) => one.first - other.first || (one.document.documentId < other.document.documentId ? -1 : 1),
    )
    for (const { document, entry } of inOrder)
      for (const { ids, small } of await readDocument(kind, document, entry)) vectors.addSmall(ids, entry.number, small)
  }

  async function readDocument(
    kind: VectorsKind,
    { textVersionId }: DocumentRow,
    entry: IndexEntry,
  ): Promise<readonly Taken[]> {
    if (textVersionId === null) return []
    const kept = await keptVectors(store, kind, textVersionId, entry, takeTurn)
    return kept ?? readVectors(store, kind, textVersionId, entry, takeTurn)
  }

  return {
    get current() {
      return now.vectors
    },
    of: (revision) => (revision === now.kind.revision ? now.vectors : null),
    async use(kind) {
      if (kind?.revision !== now.kind.revision) replace(null, { revision: '', dimensions: 0 })
      if (!kind) return
      const vectors = createVectorsIndex(kind.dimensions, (id) => {
        const row = entries.row(id)
        return row && store.vectors.find(kind.revision, row.passageId)
      })
      await fill(vectors, kind)
      replace(vectors, kind)
    },
    async add(revision, document) {
      const entry = entries.of(document.documentId)
      const { vectors, kind } = now
      if (!entry || !vectors || revision !== kind.revision) return
      const taken = await readDocument(kind, document, entry)
      vectors.removeDocument(entry.number)
      for (const { ids, small } of taken) vectors.addSmall(ids, entry.number, small)
    },
    [Symbol.dispose]: () => replace(null, { revision: '', dimensions: 0 }),
  }
}

/** Small vectors, and of which rows. */
type Taken = { readonly ids: readonly number[]; readonly small: SmallVectors }

const formOf = ({ revision }: VectorsKind) => `${SMALL_VECTORS} ${revision}`

/** Null where there are none, or not those of all passages. */
async function keptVectors(
  { indexParts }: MatterStore,
  kind: VectorsKind,
  textVersionId: number,
  { rows }: IndexEntry,
  takeTurn: TakeTurn,
): Promise<readonly Taken[] | null> {
  const ids = [...rows.values()]
  const taken: Taken[] = []
  for (const bytes of indexParts.of(textVersionId, 'vectors', formOf(kind))) {
    const from = taken.length * VECTORS_PER_STEP
    const of = ids.slice(from, from + VECTORS_PER_STEP)
    const small = smallFromBytes(bytes, of.length, kind.dimensions)
    if (!small) return null
    taken.push({ ids: of, small })
    await takeTurn(of.length)
  }
  return taken.length > 0 && taken.length * VECTORS_PER_STEP >= ids.length ? taken : null
}

/** Makes small copies of the vectors that are stored; those of all passages are kept. */
async function readVectors(
  store: MatterStore,
  kind: VectorsKind,
  textVersionId: number,
  { rows }: IndexEntry,
  takeTurn: TakeTurn,
): Promise<readonly Taken[]> {
  const taken: Taken[] = []
  let [ids, vectors, count]: [number[], Float32Array[], number] = [[], [], 0]
  const take = () => {
    if (ids.length > 0) taken.push({ ids, small: smallVectors(vectors, kind.dimensions) })
    ids = []
    vectors = []
  }
  for (const { passageId, vector } of store.vectors.ofTextVersion(kind.revision, textVersionId)) {
    const id = rows.get(passageId)
    if (id === undefined) continue
    ids.push(id)
    vectors.push(vector)
    count += 1
    if (ids.length < VECTORS_PER_STEP) continue
    take()
    await takeTurn(VECTORS_PER_STEP)
  }
  await takeTurn(ids.length)
  take()
  if (count > 0 && count === rows.size) keep(store, kind, textVersionId, taken)
  return taken
}

/** Where nothing can be written they are made again the next time. */
function keep({ indexParts }: MatterStore, kind: VectorsKind, textVersionId: number, taken: readonly Taken[]): void {
  const parts = taken.map(({ small }) => smallToBytes(small))
  try {
    indexParts.keep(textVersionId, 'vectors', formOf(kind), parts)
  } catch (error) {
    if (!cannotWrite(error)) throw error
  }
}

type TakeTurn = (count: number) => Promise<void>

/** Lets whatever else waits have its turn once enough was done. */
function createTurnTaking(): TakeTurn {
  let done = 0
  return async (count) => {
    done += count
    if (done < VECTORS_PER_STEP) return
    done = 0
    await setImmediate()
  }
}
