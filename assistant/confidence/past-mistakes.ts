import type { Embedder } from '../../models/embedder.ts'
import { cardRows } from '../cards/card-rows.ts'
import { correctionsIn } from '../cards/kept-corrections.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { ModelShelf } from '../models/model-shelf.ts'
import { cosine, createTextVectors, type TextVectors } from '../models/text-likeness.ts'
import { questionKey, withoutNames } from '../questions/question-key.ts'

type KnownMistakes = {
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

/** How like a question is to those answered wrong before, 0 to 1; null where none are known, or nothing can compare them. */
export type LikePastMistakes = (question: string, signal: AbortSignal) => Promise<number | null>

type Remembered = {
  readonly session: Pick<HomeSession, 'store'>
  readonly shelf: Pick<ModelShelf, 'embedder'>
  readonly knowledge: { readonly mistakes: PastMistakes }
}

/**
 * Those of the matter itself, and the questions that cards are for, which name nobody; never those of another matter. `measuring`:
 * without what evaluations made and without the very same question, or a calibration would learn the answers to its own set.
 */
export function pastMistakesIn(
  matter: OpenMatter,
  { session, shelf, knowledge }: Remembered,
  use: 'asking' | 'measuring',
): LikePastMistakes {
  return async (question, signal) => {
    try {
      const embedder = await shelf.embedder()
      if (!embedder) return null
      return await knowledge.mistakes.likeness(question, known(question), embedder, signal)
    } catch {
      signal.throwIfAborted()
      // The answer is whole already, and stands without it.
      return null
    }
  }

  function known(question: string) {
    const corrections = correctionsIn(matter)
    const asked = questionKey(question)
    const same = corrections.filter((one) => questionKey(one.question) === asked)
    const ids = new Set(same.map(({ correctionId }) => correctionId))
    const isUsed = (isEvaluated: boolean, correction: string | null) =>
      use === 'asking' || !(isEvaluated || ids.has(correction ?? ''))
    const own = corrections.filter(({ correctionId, from }) => isUsed(from === 'evaluation', correctionId))
    const cards = cardRows(session.store().app).filter(
      ({ status, origin: { kind, correction } }) => status !== 'retired' && isUsed(kind === 'evaluation', correction),
    )
    return {
      own: own.map((one) => one.question),
      matter: matter.store.corrections,
      general: cards.map(({ trigger }) => trigger),
    }
  }
}
