import type { Card } from '../../../contract/card.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { localDay } from '../../home/local-day.ts'
import type { HomeSession } from '../../home/home-session.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { ModelShelf } from '../../models/model-shelf.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { approvedCards } from '../../cards/card-rows.ts'
import { cardScope } from '../../cards/card-scope.ts'
import { gateThreshold } from '../../cards/gate-threshold.ts'
import type { DraftWithCards } from '../parts/draft-parts.ts'
import { draftWithCards } from './draft-with-cards.ts'
import { offerCards } from './offer-cards.ts'

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
