import type { Embedder } from '../../models/embedder.ts'
import { cosine, createTextVectors, type TextVectors } from '../models/text-vectors.ts'
import { withoutNames } from '../questions/without-names.ts'

export type KnownMistakes = {
  /** Questions of one matter, which stay with it. */
  readonly own: readonly string[]
  /** What stands for the matter as long as it is open: its vectors are found, and go, with it. */
  readonly matter: object
  /** What questions look like that cards are for, names taken out. */
  readonly general: readonly string[]
}

/** Tells how like a question is to those that were answered wrong. */
export interface PastMistakes {
  /** The likeness to the nearest one, 0 to 1; null where none are known. */
  likeness(question: string, known: KnownMistakes, embedder: Embedder, signal?: AbortSignal): Promise<number | null>
}

export function createPastMistakes(): PastMistakes {
  const general = createTextVectors()
  const byMatter = new WeakMap<object, TextVectors>()
  const ownOf = (matter: object) => {
    const vectors = byMatter.get(matter) ?? createTextVectors()
    byMatter.set(matter, vectors)
    return vectors
  }
  return {
    async likeness(question, known, embedder, signal) {
      const own = known.own.map(withoutNames)
      const triggers = known.general.map(withoutNames)
      if (own.length + triggers.length === 0) return null
      const [asked] = await embedder.embed([withoutNames(question)], 'query', signal)
      const ownVector = await ownOf(known.matter).of(own, embedder, signal)
      const generalVector = await general.of(triggers, embedder, signal)
      const vectors = [...own.map(ownVector), ...triggers.map(generalVector)]
      return Math.min(1, Math.max(0, ...vectors.map((vector) => cosine(asked, vector))))
    },
  }
}
