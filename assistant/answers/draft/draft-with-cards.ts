import type { Source } from '../../../contract/answers/answer.ts'
import type { Card, CardScope, CardSource } from '../../../contract/knowledge/card.ts'
import type { AnswerSettings } from '../../../contract/evaluation/optimisation.ts'
import type { Embedder } from '../../../models/embedder.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import type { CardFinder, FoundCard } from '../../cards/card-finder.ts'
import { approvedCards, cardScope } from '../../cards/card-rows.ts'
import { clipCard } from '../../cards/clip-card.ts'
import { gateThreshold } from '../../cards/gate-threshold.ts'
import { measureMargin } from '../../confidence/measure-margin.ts'
import type { HomeSession } from '../../home/home-session.ts'
import { localDay } from '../../home/local-day.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { ModelShelf } from '../../models/model-shelf.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import type { Drafted, KnowledgeUse } from '../answer-progress.ts'
import { cardBlock } from './aside.ts'
import { draftAnswer, type DraftOptions, draftTurns } from './draft-answer.ts'
import type { DraftWithCards } from './draft-parts.ts'
import { nextMark } from '../evidence/find-evidence.ts'

export type CardMode = 'on' | 'off' | 'always'

type Around = {
  readonly session: Pick<HomeSession, 'store'>
  readonly shelf: Pick<ModelShelf, 'embedder'>
  readonly knowledge: Pick<Knowledge, 'cards'>
  readonly now: () => Date
}

/** Drafts with the cards that questions of a matter may get. Null, at no cost, where there are none or no model. `cards`: others than the approved ones. */
export async function cardsInMatter(
  { session, shelf, knowledge, now }: Around,
  matter: OpenMatter,
  model: LanguageModel | null,
  mode: CardMode,
  cards?: readonly Card[],
): Promise<DraftWithCards | null> {
  if (mode === 'off' || !model) return null
  const { app } = session.store()
  const usable = cards ?? approvedCards(app)
  if (usable.length === 0) return null
  const offer = offerCards({
    finder: knowledge.cards,
    embedder: await shelf.embedder(),
    cards: usable,
    scope: cardScope(matter.store.settings),
    day: localDay(now()),
    threshold: gateThreshold(app.settings, model.info.sha256).threshold,
    isGated: mode !== 'always',
  })
  return async function* withCards(draft, turns, { question, earlier }, signal) {
    return yield* draftWithCards(draft, turns, await offer(question, earlier, signal), signal)
  }
}

/** What was asked for goes before what was found best. */
export function cardMode(wanted: CardMode, { cards }: AnswerSettings): CardMode {
  return wanted === 'on' && cards === 'always' ? 'always' : wanted
}

type OfferOptions = {
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
type OfferCards = (question: string, earlier: readonly Source[], signal: AbortSignal) => Promise<OfferedCards>

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

/** Cards that fit a question; `isGated`: only for a model that is unsure of its answer. */
export type OfferedCard = { readonly source: CardSource; readonly isGated: boolean }
type OfferedCards = { readonly cards: readonly OfferedCard[]; readonly threshold: number }

/**
 * Streams the draft of an answer, after a first step that says which cards it is written with. The margin is measured before, as
 * it is for every answer, so that a threshold that was set on answers means the same here; under the grammar of the draft the same
 * sixteen tokens cost six times as much. Fails open: where nothing can be measured, the card is used.
 */
export async function* draftWithCards(
  draft: DraftOptions,
  turns: readonly Turn[],
  { cards, threshold }: OfferedCards,
  signal: AbortSignal,
): AsyncGenerator<string | KnowledgeUse, Drafted, void> {
  const always = cards.filter(({ isGated }) => !isGated).map(({ source }) => source)
  const all = cards.map(({ source }) => source)
  const plain = always.length === 0 ? { draft, turns } : await addCards(draft, always)
  // What rules have settled already is only added to, and there nothing is to be measured.
  if (always.length === all.length || draft.begun !== '') {
    if (all.length > 0) yield { gate: 'off', margin: null, sources: always }
    return { ...(yield* draftAnswer(plain.draft, plain.turns, signal)), calls: 1 }
  }
  const margin = await measureMargin(draft.model, plain.turns, signal)
  if (margin !== null && margin >= threshold) {
    yield { gate: 'skipped', margin, sources: always }
    return { ...(yield* draftAnswer(plain.draft, plain.turns, signal)), calls: 1 }
  }
  yield { gate: 'used', margin, sources: all }
  const anew = await addCards(draft, all)
  const result = yield* draftAnswer(anew.draft, anew.turns, signal)
  // What the margin was measured on has been read beside it; where there is no card it is the beginning of the draft itself.
  const promptTokens = await draft.model.countTokens(plain.turns)
  return { ...result, promptTokens: result.promptTokens + promptTokens, calls: 2 }
}

async function addCards(draft: DraftOptions, cards: readonly CardSource[]) {
  const anew = { ...draft, knowledge: cardBlock(cards) }
  return { draft: anew, turns: await draftTurns(anew) }
}
