import { setImmediate } from 'node:timers/promises'
import { type Best, createBest } from './best.ts'
import { type RowFilter, soughtBy } from './words-index.ts'

export type VectorsRow = { readonly id: number; readonly document: number; readonly vector: Float32Array }

export type Near = { readonly id: number; readonly document: number; readonly similarity: number }

/** Vectors in memory. Every search looks at all of them: 100,000 of 384 numbers take about 50 ms, in steps that hold nothing up. */
export interface VectorsIndex extends Disposable {
  /** Throws `RangeError` for a vector of another length. */
  add(rows: readonly VectorsRow[]): void
  removeDocument(document: number): void
  /**
   * The nearest by cosine similarity, best first. What is added or removed meanwhile may be among them or not. Throws when it was
   * disposed of, or is meanwhile.
   */
  search(vector: Float32Array, limit: number, filter?: RowFilter): Promise<readonly Near[]>
}

/** Vectors lie in pieces of so many, so that none is moved when more come; a step of a search looks at one piece. */
const PIECE = 4096
/** The id of a place that is free. Ids begin at 1. */
const FREE = 0

/** `scales`: what makes a vector as long as 1. */
type Piece = {
  readonly ids: Int32Array
  readonly documents: Int32Array
  readonly scales: Float64Array
  readonly vectors: Float32Array
}

export function createVectorsIndex(dimensions: number): VectorsIndex {
  const pieces: Piece[] = []
  const free: (readonly [Piece, number])[] = []
  let isDisposed = false

  function placeForOne(): readonly [Piece, number] {
    if (free.length === 0) {
      const piece = newPiece(dimensions)
      pieces.push(piece)
      for (let place = PIECE - 1; place >= 0; place -= 1) free.push([piece, place])
    }
    return free.pop()!
  }

  function refuseDisposed(): void {
    if (isDisposed) throw new Error('The vectors were taken away before they were all searched.')
  }

  return {
    add(rows) {
      for (const { id, document, vector } of rows) {
        if (vector.length !== dimensions)
          throw new RangeError(`Expected a vector of ${dimensions} numbers, got ${vector.length}`)
        const [piece, place] = placeForOne()
        piece.vectors.set(vector, place * dimensions)
        piece.scales[place] = scaleOf(vector)
        piece.documents[place] = document
        piece.ids[place] = id
      }
    },
    removeDocument(document) {
      for (const piece of pieces)
        for (let place = 0; place < PIECE; place += 1) {
          if (piece.ids[place] === FREE || piece.documents[place] !== document) continue
          piece.ids[place] = FREE
          free.push([piece, place])
        }
    },
    async search(vector, limit, filter = {}) {
      refuseDisposed()
      const { documents, ids } = filter
      if (limit === 0 || documents?.length === 0 || ids?.length === 0) return []
      const scale = scaleOf(vector)
      const asked = vector.map((value) => value * scale)
      const isSought = documents || ids ? soughtBy(filter) : null
      const best = createBest<Omit<Near, 'similarity'>>(limit)
      for (const [step, piece] of pieces.entries()) {
        if (step > 0) await setImmediate()
        refuseDisposed()
        offerNearest(piece, asked, isSought, best)
      }
      return best.list().map(([near, similarity]) => ({ ...near, similarity }))
    },
    [Symbol.dispose]() {
      for (const piece of pieces) for (const array of Object.values(piece)) array.fill(0)
      pieces.length = 0
      free.length = 0
      isDisposed = true
    },
  }
}

function offerNearest(
  { ids, documents, scales, vectors }: Piece,
  asked: Float32Array,
  isSought: ReturnType<typeof soughtBy> | null,
  best: Best<Omit<Near, 'similarity'>>,
): void {
  for (let place = 0; place < PIECE; place += 1) {
    const [id, document] = [ids[place]!, documents[place]!]
    if (id === FREE || (isSought && !isSought(id, document))) continue
    const similarity = product(vectors, place * asked.length, asked) * scales[place]!
    if (best.takes(similarity)) best.offer({ id, document }, similarity)
  }
}

/** Four sums at a time, which do not wait for each other. */
function product(vectors: Float32Array, from: number, asked: Float32Array): number {
  const even = asked.length & ~3
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let at = 0; at < even; at += 4) {
    one += vectors[from + at]! * asked[at]!
    two += vectors[from + at + 1]! * asked[at + 1]!
    three += vectors[from + at + 2]! * asked[at + 2]!
    four += vectors[from + at + 3]! * asked[at + 3]!
  }
  for (let at = even; at < asked.length; at += 1) one += vectors[from + at]! * asked[at]!
  return one + two + three + four
}

/** A vector of length 0 is near to nothing. */
function scaleOf(vector: Float32Array): number {
  return 1 / (Math.sqrt(product(vector, 0, vector)) || 1)
}

function newPiece(dimensions: number): Piece {
  return {
    ids: new Int32Array(PIECE),
    documents: new Int32Array(PIECE),
    scales: new Float64Array(PIECE),
    vectors: new Float32Array(PIECE * dimensions),
  }
}
