/**
 * Where the words of a page lie. For word i: `offsets[2i]` and `offsets[2i + 1]` are its start and end (exclusive) in the
 * page's text, in UTF-16 units; `boxes[4i...]` its x, y, width and height in PDF points from the page's top left.
 */
export type WordBoxes = { readonly offsets: Int32Array; readonly boxes: Float32Array }

const HEADER_BYTES = 4
const BYTES_PER_WORD = 24

/** Number of words, then all offsets, then all boxes, little-endian: 24 bytes a word. Throws `RangeError` for unequal lengths. */
export function encodeWordBoxes({ offsets, boxes }: WordBoxes): Uint8Array {
  const words = offsets.length / 2
  if (!Number.isInteger(words) || boxes.length !== 4 * words)
    throw new RangeError(`Expected two offsets and four box values a word, got ${offsets.length} and ${boxes.length}`)
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + BYTES_PER_WORD * words))
  view.setUint32(0, words, true)
  offsets.forEach((offset, index) => view.setInt32(HEADER_BYTES + 4 * index, offset, true))
  const boxesAt = HEADER_BYTES + 8 * words
  boxes.forEach((value, index) => view.setFloat32(boxesAt + 4 * index, value, true))
  return new Uint8Array(view.buffer)
}

export function decodeWordBoxes(bytes: Uint8Array): WordBoxes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = view.getUint32(0, true)
  const boxesAt = HEADER_BYTES + 8 * words
  return {
    offsets: Int32Array.from({ length: 2 * words }, (_, index) => view.getInt32(HEADER_BYTES + 4 * index, true)),
    boxes: Float32Array.from({ length: 4 * words }, (_, index) => view.getFloat32(boxesAt + 4 * index, true)),
  }
}
