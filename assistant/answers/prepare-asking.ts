import type { CompleteAskInput } from '../../contract/answers/answer.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { Calibrations } from '../confidence/calibrations.ts'
import type { Foreground } from '../home/foreground.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { ModelShelf } from '../models/model-shelf.ts'
import type { References } from '../references/references.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { cardMode, cardsInMatter } from './draft/draft-with-cards.ts'
import { pastMistakesIn } from '../confidence/past-mistakes.ts'
import { chosenModel, modelFor } from '../models/model-for.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { conclusionSource } from '../rules/conclusion-source.ts'
import { localDay } from '../home/local-day.ts'
import type { AskOptions } from './ask-options.ts'
import { findOfferIn } from './offer/find-offer.ts'
import { planParts } from './draft/plan-parts.ts'
import { settingsFor } from './answer-settings.ts'
import { passageSource } from './evidence/passage-source.ts'
import { findExamplesIn } from './strategies/few-shot.ts'
import { measuredStrategies } from './strategy-choice.ts'
import { FURTHER_STRATEGIES } from './strategies/strategies.ts'

/** What answers are made with, whatever the matter. */
export type Answering = {
  readonly session: Pick<HomeSession, 'store'>
  readonly shelf: Pick<ModelShelf, 'language' | 'embedder' | 'reranker'>
  readonly foreground: Foreground
  readonly words: () => Promise<WordLists>
  readonly now: () => Date
  readonly knowledge: Knowledge
  readonly references: Pick<References, 'of'>
  readonly calibrations: Pick<Calibrations, 'of'>
  readonly samplesFolder: string
}

/**
 * With what a question of a matter is answered: its documents and rules, the model, the cards. Where the chosen model is missing, passages
 * are found all the same; throws `NO_MODEL` for one that was asked for by name.
 */
export async function prepareAsking(
  matter: OpenMatter,
  { rules, cards: wantedCards, model: wanted }: Pick<CompleteAskInput, 'rules' | 'cards' | 'model'>,
  answering: Answering,
): Promise<Omit<AskOptions, 'onBegin'>> {
  const { session, shelf, foreground, words, now, knowledge, references, calibrations } = answering
  const embedder = await shelf.embedder()
  const conclusions = conclusionSource({ knowledge, matter, embedder, today: localDay(now()) })
  const passages = passageSource(matter, await references.of(matter.id))
  const { model, missing } =
    wanted === null ? await chosenModel(answering) : { model: await modelFor(wanted, answering), missing: null }
  const settings = settingsFor(session.store().app.settings, model?.info.sha256 ?? null)
  return {
    matter,
    sources: rules === 'off' ? [passages] : [conclusions, passages],
    model,
    missingModel: missing,
    embedder,
    reranker: await shelf.reranker(),
    plan: planParts,
    settings,
    cards: await cardsInMatter(answering, matter, model, cardMode(wantedCards, settings)),
    examples: findExamplesIn(matter, answering, null),
    strategies: model ? measuredStrategies(session.store().app.settings, model.info.sha256) : {},
    furtherStrategies: FURTHER_STRATEGIES,
    foreground,
    words,
    now,
    pastMistakes: pastMistakesIn(matter, answering, 'asking'),
    findOffer: findOfferIn(matter, answering),
    calibration: model && calibrations.of(model.info.sha256),
  }
}
