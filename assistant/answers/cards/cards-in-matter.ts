import type { Card } from '../../../contract/card.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import type { Assistant } from '../../assistant.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { localDay } from '../../home/local-day.ts'
import { approvedCards } from '../../cards/card-rows.ts'
import { cardScope } from '../../cards/card-scope.ts'
import { gateThreshold } from '../../cards/gate-threshold.ts'
import { type OfferCards, offerCards } from './offer-cards.ts'

export type CardMode = 'on' | 'off' | 'always'

/** The cards that questions of a matter may get. Null, at no cost, where there are none or no model. `cards`: others than the approved ones. */
export async function cardsInMatter(
  { session, shelf, knowledge, now }: Pick<Assistant, 'session' | 'shelf' | 'knowledge' | 'now'>,
  matter: OpenMatter,
  model: LanguageModel | null,
  mode: CardMode,
  cards?: readonly Card[],
): Promise<OfferCards | null> {
  if (mode === 'off' || !model) return null
  const { app } = session.store()
  const usable = cards ?? approvedCards(app)
  if (usable.length === 0) return null
  return offerCards({
    finder: knowledge.cards,
    embedder: await shelf.embedder(),
    cards: usable,
    scope: cardScope(matter.store.settings),
    day: localDay(now()),
    threshold: gateThreshold(app.settings, model.info.sha256).threshold,
    isGated: mode !== 'always',
  })
}
