/**
 * Copies of vectors in a byte a number, a quarter of their size, side by side. Where `vector` is as long as 1, number n of it is about
 * `factors` times number n of its copy; both are apart by no more than `margins`, as a distance, so that no product with another
 * vector of length 1 differs by more.
 */
export type SmallVectors = {
  readonly numbers: Int8Array
  readonly factors: Float32Array
  readonly margins: Float32Array
}

/** How they are made and written, part of the name under which they are kept. */
export const SMALL_VECTORS = 1

const LARGEST = 127
/** For what single precision loses of a margin, and double precision of a product. */
const [MARGIN_TIMES, MARGIN_PLUS] = [1 + 1e-6, 1e-9]

/** Throws `RangeError` for a vector of another length. */
export function smallVectors(vectors: readonly Float32Array[], dimensions: number): SmallVectors {
  const small = {
    numbers: new Int8Array(vectors.length * dimensions),
    factors: new Float32Array(vectors.length),
    margins: new Float32Array(vectors.length),
  }
  for (const [at, vector] of vectors.entries()) {
    if (vector.length !== dimensions)
      throw new RangeError(`Expected a vector of ${dimensions} numbers, got ${vector.length}`)
    makeSmall(vector, at, small)
  }
  return small
}

function makeSmall(vector: Float32Array, at: number, { numbers, factors, margins }: SmallVectors): void {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  const scale = scaleOf(vector)
  const first = at * vector.length
  factors[at] = (largest * scale) / LARGEST
  for (let n = 0; n < vector.length; n += 1) numbers[first + n] = Math.round((vector[n]! / (largest || 1)) * LARGEST)
  let squares = 0
  for (let n = 0; n < vector.length; n += 1) squares += (vector[n]! * scale - numbers[first + n]! * factors[at]!) ** 2
  margins[at] = Math.sqrt(squares) * MARGIN_TIMES + MARGIN_PLUS
}

/** What makes a vector as long as 1. A vector of length 0 is near to nothing. */
export function scaleOf(vector: Float32Array): number {
  return 1 / (Math.sqrt(product(vector, vector, 0)) || 1)
}

/** Of `asked` and what begins at a place of many. Four sums at a time, which do not wait for each other. */
export function product(asked: Float32Array, numbers: Float32Array, from: number): number {
  const even = asked.length & ~3
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let at = 0; at < even; at += 4) {
    one += numbers[from + at]! * asked[at]!
    two += numbers[from + at + 1]! * asked[at + 1]!
    three += numbers[from + at + 2]! * asked[at + 2]!
    four += numbers[from + at + 3]! * asked[at + 3]!
  }
  for (let at = even; at < asked.length; at += 1) one += numbers[from + at]! * asked[at]!
  return one + two + three + four
}

/** As `product`, written twice: one function for both kinds of array took a third longer with either. */
export function smallProduct(asked: Float32Array, numbers: Int8Array, from: number): number {
  const even = asked.length & ~3
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let at = 0; at < even; at += 4) {
    one += numbers[from + at]! * asked[at]!
    two += numbers[from + at + 1]! * asked[at + 1]!
    three += numbers[from + at + 2]! * asked[at + 2]!
    four += numbers[from + at + 3]! * asked[at + 3]!
  }
  for (let at = even; at < asked.length; at += 1) one += numbers[from + at]! * asked[at]!
  return one + two + three + four
}

/** All factors, all margins, all numbers. */
export function smallToBytes({ factors, margins, numbers }: SmallVectors): Uint8Array {
  return Buffer.concat(
    [factors, margins, numbers].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
  )
}

/** Null where these are not the bytes of so many. */
export function smallFromBytes(bytes: Uint8Array, count: number, dimensions: number): SmallVectors | null {
  const floats = count * Float32Array.BYTES_PER_ELEMENT
  if (bytes.length !== 2 * floats + count * dimensions) return null
  // A copy: the bytes may begin at an address that floats may not.
  const { buffer } = Uint8Array.from(bytes)
  return {
    factors: new Float32Array(buffer, 0, count),
    margins: new Float32Array(buffer, floats, count),
    numbers: new Int8Array(buffer, 2 * floats),
  }
}
