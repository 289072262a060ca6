import type { Card, CardScope } from '../../contract/knowledge/card.ts'
import { wordStems } from '../../text/words.ts'
import type { Embedder } from '../../models/embedder.ts'
import { cosine, createTextVectors, sharedShare } from '../models/text-likeness.ts'
import { withoutNames } from '../questions/question-key.ts'

export type CardQuery = {
  readonly question: string
  /** The day of the question, YYYY-MM-DD. */
  readonly day: string
  readonly scope: CardScope
  readonly cards: readonly Card[]
}

/** `fit`: how well the question fits the card, about 0 to 1. */
export type FoundCard = { readonly card: Card; readonly fit: number }

/** Finds the cards that a question calls for, by what they are for and by what they say. */
export interface CardFinder {
  /** Best first: the best one, and up to three in all with those that are always used. None that fits badly. */
  find(query: CardQuery, embedder: Embedder | null, signal?: AbortSignal): Promise<readonly FoundCard[]>
}

/** More of them pushed the sources out of what a small model attends to (NesyCD: one is best). */
const CARDS_BY_DEFAULT = 1
const CARDS_AT_MOST = 3
/**
 * Cosine similarity with all-MiniLM-L6-v2, and a little for words in common. Of 80 questions of two fields, de-identified for their
 * triggers, all 80 found their own card alone, and none a card of the other field; 59 found the right one first among 40 of
 * nearly the same wording, and without their own 63 found one of these.
 */
const CLOSE_ENOUGH = 0.65
const WORDS_WEIGHT = 0.1
/** Share of words in common (Dice), where there is no embedder. */
const ENOUGH_WORDS = 0.5

export function createCardFinder(): CardFinder {
  const vectors = createTextVectors()
  return {
    async find({ question, cards, ...query }, embedder, signal) {
      const open = cards.filter((card) => isFor(card, query))
      // Without a card nothing is embedded.
      if (open.length === 0) return []
      const asked = withoutNames(question)
      if (!embedder)
        return best(open, (card) => sharedShare(wordStems(asked), wordStems(withoutNames(card.trigger))), ENOUGH_WORDS)
      const [vector] = await embedder.embed([asked], 'query', signal)
      const vectorOf = await vectors.of(open.flatMap(keysOf), embedder, signal)
      const fit = (card: Card) =>
        Math.max(...keysOf(card).map((key) => cosine(vector, vectorOf(key)))) +
        WORDS_WEIGHT * sharedShare(wordStems(asked), wordStems(withoutNames(card.trigger)))
      return best(open, fit, CLOSE_ENOUGH)
    },
  }
}

/** What is for every domain fits each; a card that is not valid on the day is not there. */
function isFor(card: Card, { day, scope }: Omit<CardQuery, 'question' | 'cards'>): boolean {
  const { domain, jurisdiction, validFrom, validTo } = card
  return (
    (validFrom === null || validFrom <= day) &&
    (validTo === null || day <= validTo) &&
    isAmong(domain, scope.domains) &&
    isAmong(jurisdiction, scope.jurisdictions)
  )
}

function isAmong(value: string | null, allowed: readonly string[] | null): boolean {
  if (value === null || allowed === null) return true
  const key = (text: string) => text.normalize('NFKC').trim().toLowerCase()
  return allowed.some((one) => key(one) === key(value))
}

function best(cards: readonly Card[], fit: (card: Card) => number, floor: number): readonly FoundCard[] {
  const found = cards
    .map((card) => ({ card, fit: fit(card) }))
    .filter((one) => one.fit >= floor)
    .toSorted((one, other) => other.fit - one.fit)
  const always = found.filter(({ card }) => card.always)
  const others = found.filter(({ card }) => !card.always).slice(0, CARDS_BY_DEFAULT)
  return [...always, ...others].slice(0, CARDS_AT_MOST).toSorted((one, other) => other.fit - one.fit)
}

/** The pattern of a question, without the places of names; and what the card says. */
function keysOf(card: Card): readonly string[] {
  return [withoutNames(card.trigger), `${card.title}. ${card.summary}`].filter((key) => key.trim() !== '')
}
