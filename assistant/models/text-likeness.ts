import type { Embedder } from '../../models/embedder.ts'

/** The vectors of texts that are compared again and again, each made once. */
export interface TextVectors {
  of(texts: readonly string[], embedder: Embedder, signal?: AbortSignal): Promise<(text: string) => Float32Array>
}

/** They are few; those of texts that were changed are forgotten at last. */
const REMEMBERED = 2000

export function createTextVectors(): TextVectors {
  const vectors = new Map<string, Float32Array>()
  return {
    async of(texts, embedder, signal) {
      const key = (text: string) => `${embedder.info.revision} ${text}`
      const distinct = [...new Set(texts)]
      if (vectors.size + distinct.length > REMEMBERED) vectors.clear()
      const wanted = distinct.filter((text) => !vectors.has(key(text)))
      const made = wanted.length === 0 ? [] : await embedder.embed(wanted, 'query', signal)
      for (const [index, text] of wanted.entries()) vectors.set(key(text), made[index] ?? new Float32Array())
      return (text) => vectors.get(key(text)) ?? new Float32Array()
    },
  }
}

/** Of vectors of length one. */
export function cosine(one: Float32Array | undefined, other: Float32Array): number {
  return one ? one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0) : 0
}

/** What two sets have in common, of both (Dice); 0 of nothing. */
export function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * [...one].filter((word) => other.has(word)).length) / all
}
