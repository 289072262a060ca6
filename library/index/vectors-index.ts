import { setImmediate } from 'node:timers/promises'
import { createBest, type RowFilter, soughtBy } from './words-index.ts'
import { product, scaleOf, smallProduct, type SmallVectors } from './small-vectors.ts'

export type Near = { readonly id: number; readonly document: number; readonly similarity: number }

/**
 * Small copies of vectors in memory, and vectors where they are kept. Every search looks at all the copies: 100,000 of 384 numbers take
 * about 50 ms, in steps that hold nothing up. Then it compares the vectors of those that may be among the nearest, so that it finds
 * what a comparison of all vectors finds, with the same similarities.
 */
export interface VectorsIndex extends Disposable {
  /** Small copies of vectors of a document, one for each id. */
  addSmall(ids: readonly number[], document: number, vectors: SmallVectors): void
  removeDocument(document: number): void
  /**
   * The nearest by cosine similarity, best first. What is added or removed meanwhile may be among them or not. Throws when it was
   * disposed of, or is meanwhile.
   */
  search(vector: Float32Array, limit: number, filter?: RowFilter): Promise<readonly Near[]>
}

/** The vector of a row; undefined for one that was removed meanwhile. */
export type VectorOf = (id: number) => Float32Array | undefined

/** Vectors lie in pieces of so many, so that none is moved when more come; a step of a search looks at one piece. */
const PIECE = 4096
/** Of passages that are all alike, such as empty pages, each may be among the nearest. */
const LOOKED_UP_PER_STEP = 256
/** The id of a place that is free. Ids begin at 1. */
const FREE = 0

type Piece = SmallVectors & { readonly ids: Int32Array; readonly documents: Int32Array }

export function createVectorsIndex(dimensions: number, vectorOf: VectorOf): VectorsIndex {
  const { pieces, free, placeForOne } = createPlaces(dimensions)
  let isDisposed = false

  function addSmall(ids: readonly number[], document: number, { numbers, factors, margins }: SmallVectors): void {
    for (const [at, id] of ids.entries()) {
      const [piece, place] = placeForOne()
      piece.numbers.set(numbers.subarray(at * dimensions, (at + 1) * dimensions), place * dimensions)
      piece.factors[place] = factors[at]!
      piece.margins[place] = margins[at]!
      piece.documents[place] = document
      piece.ids[place] = id
    }
  }
  function refuseDisposed(): void {
    if (isDisposed) throw new Error('The vectors were taken away before they were all searched.')
  }
  async function search(vector: Float32Array, limit: number, filter: RowFilter = {}): Promise<readonly Near[]> {
    refuseDisposed()
    const { documents, ids } = filter
    if (limit === 0 || documents?.length === 0 || ids?.length === 0) return []
    const scale = scaleOf(vector)
    const asked = vector.map((value) => value * scale)
    const isSought = documents || ids ? soughtBy(filter) : null
    const likely = createLikely(limit)
    for (const [step, piece] of pieces.entries()) {
      if (step > 0) await setImmediate()
      refuseDisposed()
      offerLikely(piece, asked, isSought, likely)
    }
    return nearest(asked, likely.list(), limit, vectorOf, refuseDisposed)
  }

  return {
    addSmall,
    removeDocument(document) {
      for (const piece of pieces)
        for (let place = 0; place < PIECE; place += 1) {
          if (piece.ids[place] === FREE || piece.documents[place] !== document) continue
          piece.ids[place] = FREE
          free.push([piece, place])
        }
    },
    search,
    [Symbol.dispose]() {
      for (const piece of pieces) for (const array of Object.values(piece)) array.fill(0)
      pieces.length = 0
      free.length = 0
      isDisposed = true
    },
  }
}

function createPlaces(dimensions: number) {
  const pieces: Piece[] = []
  const free: (readonly [Piece, number])[] = []
  function placeForOne(): readonly [Piece, number] {
    if (free.length === 0) {
      const piece = newPiece(dimensions)
      pieces.push(piece)
      for (let place = PIECE - 1; place >= 0; place -= 1) free.push([piece, place])
    }
    return free.pop()!
  }
  return { pieces, free, placeForOne }
}

type Row = Omit<Near, 'similarity'>

/** What may be among the nearest, in the order in which it was offered: nothing that is sure to be farther than as many as are sought. */
interface Likely {
  /** The least that the similarity of one of them must be able to come to; it only rises. */
  readonly least: number
  offer(row: Row, similarity: number, margin: number): void
  list(): readonly Row[]
}

function createLikely(limit: number): Likely {
  const sure = createBest<null>(limit)
  const offered: { readonly row: Row; readonly atMost: number }[] = []
  let least = -Infinity
  return {
    get least() {
      return least
    },
    offer(row, similarity, margin) {
      offered.push({ row, atMost: similarity + margin })
      if (!sure.takes(similarity - margin)) return
      sure.offer(null, similarity - margin)
      least = sure.list()[limit - 1]?.[1] ?? -Infinity
    },
    list: () => offered.flatMap(({ row, atMost }) => (atMost >= least ? [row] : [])),
  }
}

function offerLikely(
  { ids, documents, numbers, factors, margins }: Piece,
  asked: Float32Array,
  isSought: ReturnType<typeof soughtBy> | null,
  likely: Likely,
): void {
  for (let place = 0; place < PIECE; place += 1) {
    const [id, document] = [ids[place]!, documents[place]!]
    if (id === FREE || (isSought && !isSought(id, document))) continue
    const similarity = smallProduct(asked, numbers, place * asked.length) * factors[place]!
    if (similarity + margins[place]! >= likely.least) likely.offer({ id, document }, similarity, margins[place]!)
  }
}

/** By the vectors themselves, in steps. */
async function nearest(
  asked: Float32Array,
  rows: readonly Row[],
  limit: number,
  vectorOf: VectorOf,
  refuseDisposed: () => void,
): Promise<readonly Near[]> {
  const best = createBest<Row>(limit)
  for (const [at, row] of rows.entries()) {
    if ((at + 1) % LOOKED_UP_PER_STEP === 0) await setImmediate()
    refuseDisposed()
    const vector = vectorOf(row.id)
    if (vector) best.offer(row, product(asked, vector, 0) * scaleOf(vector))
  }
  return best.list().map(([near, similarity]) => ({ ...near, similarity }))
}

function newPiece(dimensions: number): Piece {
  return {
    ids: new Int32Array(PIECE),
    documents: new Int32Array(PIECE),
    numbers: new Int8Array(PIECE * dimensions),
    factors: new Float32Array(PIECE),
    margins: new Float32Array(PIECE),
  }
}
