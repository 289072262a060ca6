import type { Source } from '../../../contract/answer.ts'
import type { Card, CardScope, CardSource } from '../../../contract/card.ts'
import type { Embedder } from '../../../models/embedder.ts'
import type { CardFinder, FoundCard } from '../../cards/card-finder.ts'
import { clipCard } from '../../cards/clip-card.ts'
import type { OfferedCards } from './draft-with-cards.ts'
import { nextMark } from '../next-mark.ts'

export type OfferOptions = {
  readonly finder: CardFinder
  readonly embedder: Embedder | null
  /** Those that may be used. */
  readonly cards: readonly Card[]
  readonly scope: CardScope
  readonly day: string
  readonly threshold: number
  /** False: also to a model that is sure of itself. */
  readonly isGated: boolean
}

/** Finds cards for a question; `earlier` are the sources of the conversation, whose marks stay. */
export type OfferCards = (question: string, earlier: readonly Source[], signal: AbortSignal) => Promise<OfferedCards>

/** Cards are a help that an answer can do without: where they cannot be looked for, it is written as if there were none. */
export function offerCards({ finder, embedder, cards, scope, day, threshold, isGated }: OfferOptions): OfferCards {
  return async (question, earlier, signal) => {
    try {
      const found = await finder.find({ question, day, scope, cards }, embedder, signal)
      const offered = markCards(found, earlier).map((source, index) => ({
        source,
        isGated: isGated && !(found[index]?.card.always ?? false),
      }))
      return { cards: offered, threshold }
    } catch {
      signal.throwIfAborted()
      return { cards: [], threshold }
    }
  }
}

/** K1, K2, …; one that the conversation had before keeps its mark. */
function markCards(found: readonly FoundCard[], earlier: readonly Source[]): readonly CardSource[] {
  const known = earlier.filter((source) => source.kind === 'card')
  const marks = new Map(known.map(({ card, version, source }) => [`${card} ${version}`, source]))
  return found.map(({ card, fit }) => {
    const key = `${card.card} ${card.version}`
    const source = marks.get(key) ?? nextMark('K', marks.values())
    marks.set(key, source)
    const { summary, knowledge } = clipCard(card)
    const { version, sha256, title } = card
    return {
      kind: 'card',
      source,
      card: card.card,
      version,
      sha256,
      title,
      summary,
      knowledge: [...knowledge],
      fit,
    }
  })
}
