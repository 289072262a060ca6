import type { CompleteAskInput } from '../../contract/answer.ts'
import type { Assistant } from '../assistant.ts'
import { cardsInMatter } from './cards/cards-in-matter.ts'
import { pastMistakesIn } from '../confidence/past-mistakes-in.ts'
import { modelFor } from '../models/model-for.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { conclusionSource } from '../rules/conclusion-source.ts'
import { localDay } from '../home/local-day.ts'
import type { AskOptions } from './ask-options.ts'
import { findOfferIn } from './offer/find-offer.ts'
import { planParts } from './parts/plan-parts.ts'
import { cardMode } from './settings/card-mode.ts'
import { settingsFor } from './settings/kept-settings.ts'
import { passageSource } from './passage-source.ts'
import { findExamplesIn } from './strategies/find-examples.ts'
import { measuredStrategies } from './strategies/measured-strategies.ts'

/** With what a question of a matter is answered: its documents and rules, the model, the cards. Throws `NO_MODEL`. */
export async function askOptionsIn(
  matter: OpenMatter,
  { rules, cards: wantedCards, model: wanted }: Pick<CompleteAskInput, 'rules' | 'cards' | 'model'>,
  assistant: Assistant,
): Promise<Omit<AskOptions, 'onBegin'>> {
  const { session, shelf, foreground, words, now, knowledge, references, calibrations } = assistant
  const embedder = await shelf.embedder()
  const conclusions = conclusionSource({ knowledge, matter, embedder, today: localDay(now()) })
  const passages = passageSource(matter, await references.of(matter.id))
  const model = await modelFor(wanted, assistant)
  const settings = settingsFor(session.store().app.settings, model?.info.sha256 ?? null)
  return {
    matter,
    sources: rules === 'off' ? [passages] : [conclusions, passages],
    model,
    embedder,
    reranker: await shelf.reranker(),
    plan: planParts,
    settings,
    cards: await cardsInMatter(assistant, matter, model, cardMode(wantedCards, settings)),
    examples: findExamplesIn(matter, assistant, null),
    strategies: model ? measuredStrategies(session.store().app.settings, model.info.sha256) : {},
    foreground,
    words,
    now,
    pastMistakes: pastMistakesIn(matter, assistant, 'asking'),
    findOffer: findOfferIn(matter, assistant),
    calibration: model && calibrations.of(model.info.sha256),
  }
}
