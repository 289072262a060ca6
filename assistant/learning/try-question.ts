import { AskInput } from '../../contract/answers/answer.ts'
import type { Card } from '../../contract/knowledge/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { beginAnswer, type KnowledgeUse } from '../answers/answer-progress.ts'
import { prepareAsking } from '../answers/prepare-asking.ts'
import { conversationBefore } from '../answers/conversation.ts'
import { findEvidence } from '../answers/evidence/find-evidence.ts'
import { createShowSource } from '../answers/draft/prompt-source.ts'
import { cardMode, type CardMode, cardsInMatter } from '../answers/draft/draft-with-cards.ts'
import { settingsFor } from '../answers/answer-settings.ts'
import { measuredStrategies, strategyFor } from '../answers/strategy-choice.ts'
import { writeAnswer } from '../answers/write-answer.ts'
import type { Assistant } from '../assistant.ts'
import type { OpenMatter } from '../home/open-matters.ts'

export type Trial = {
  readonly question: string
  readonly matter: OpenMatter
  readonly model: LanguageModel
  readonly cards: readonly Card[]
  readonly mode: CardMode
}

export type Tried = { readonly answer: string; readonly knowledge: KnowledgeUse }

/** Asks a question as a user would, greedily and with the same seed, with these cards; nothing of it is kept or recorded. */
export async function tryQuestion(
  { question, matter, model, cards, mode }: Trial,
  assistant: Assistant,
  signal: AbortSignal,
): Promise<Tried> {
  const input = AskInput.parse({ matter: matter.id, question, cards: mode, model: model.info.id, seed: 0 })
  const { app } = assistant.session.store()
  const options = await prepareAsking(matter, { ...input, cards: 'off', model: 'none' }, assistant)
  using _waitedFor = assistant.foreground.enter()
  using _user = matter.users.enter()
  const show = createShowSource(matter.store.pages)
  const conversation = conversationBefore(matter, null, show)
  const progress = beginAnswer(
    assistant.now(),
    strategyFor(input, measuredStrategies(app.settings, model.info.sha256), model.info),
  )
  await findEvidence(input, conversation, options, progress, signal)
  const settings = settingsFor(app.settings, model.info.sha256)
  const writing = {
    ...options,
    model,
    settings,
    conversation,
    show,
    lists: await options.words(),
    cards: await cardsInMatter(assistant, matter, model, cardMode(mode, settings), cards),
  }
  for await (const _step of writeAnswer(input, writing, progress, signal)) signal.throwIfAborted()
  return { answer: progress.claims.map(({ text }) => text).join(' ') || progress.text, knowledge: progress.knowledge }
}
