import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import { absentFacts } from '../../checks/absent-facts.ts'
import { AskInput } from '../../contract/answers/answer.ts'
import type { Card } from '../../contract/knowledge/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { factsInText } from '../../text/text-facts.ts'
import { contentWords } from '../../text/words.ts'
import { beginAnswer, type KnowledgeUse } from '../answers/answer-progress.ts'
import { settingsFor } from '../answers/answer-settings.ts'
import { conversationBefore } from '../answers/conversation.ts'
import { cardMode, type CardMode, cardsInMatter } from '../answers/draft/draft-with-cards.ts'
import { createShowSource } from '../answers/draft/prompt-source.ts'
import { findEvidence } from '../answers/evidence/find-evidence.ts'
import { prepareAsking } from '../answers/prepare-asking.ts'
import { measuredStrategies, strategyFor } from '../answers/strategy-choice.ts'
import { writeAnswer } from '../answers/write-answer.ts'
import { judgeStance } from '../evaluation/scoring/judge-stance.ts'
import type { OpenMatter } from '../home/open-matters.ts'

type Trial = {
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
  assistant: EvaluationTools,
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

/** Of the expected words that the question does not have. */
const WORDS_AT_LEAST = 0.5

export type Expected = { readonly question: string; readonly expected: string }

/**
 * Whether an answer says what is expected: the same yes or no and nothing denied that it says, every number, date and name of it,
 * and where it has none, half of its words. By code, so that the same answer is always judged the same; a paraphrase without
 * numbers may be misjudged.
 */
export function isRight(answer: string, { question, expected }: Expected): boolean {
  if (answer.trim() === '') return false
  const stance = judgeStance(answer, { question, gold: expected })
  if (stance === false) return false
  const asked = new Set(factsInText(question).map(({ value }) => value))
  const facts = factsInText(expected).filter(({ value }) => !asked.has(value))
  // A word before it: at the beginning of a sentence a capital makes no name.
  if (facts.length > 0) return facts.every(({ text }) => absentFacts(`x ${text}`, [answer], '').length === 0)
  if (stance) return true
  const known = new Set(contentWords(question))
  const all = [...new Set(contentWords(expected))]
  const wanted = all.filter((word) => !known.has(word))
  const given = new Set(contentWords(answer))
  if (wanted.length === 0) return all.length > 0 && all.every((word) => given.has(word))
  return wanted.filter((word) => given.has(word)).length / wanted.length >= WORDS_AT_LEAST
}
