import { createHash } from 'node:crypto'
import type { Embedder } from './embedder.ts'

/**
 * An embedder for tests only: a bag of words hashed into `dimensions` numbers. Texts that share words are near to each
 * other, others are at right angles or nearly so; a text without words is the zero vector.
 */
export function createHashEmbedder(dimensions = 64): Embedder {
  return {
    info: { id: 'hash', revision: `hash-${dimensions}`, dimensions },
    async embed(texts, _kind, signal) {
      signal?.throwIfAborted()
      return texts.map((text) => hashed(text, dimensions))
    },
  }
}

function hashed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const digest = createHash('sha256').update(word).digest()
    const at = digest.readUInt32LE(0) % dimensions
    vector[at] = (vector[at] ?? 0) + (digest.readUInt8(4) % 2 === 0 ? 1 : -1)
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
