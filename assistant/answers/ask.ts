import { setTimeout } from 'node:timers/promises'
import { type AnswerEvent, AskInput, type CompleteAskInput } from '../../contract/answers/answer.ts'
import type { Offer } from '../../contract/answers/offer.ts'
import { type AnswerProgress, beginAnswer } from './answer-progress.ts'
import type { AskOptions } from './ask-options.ts'
import { type Conversation, conversationBefore } from './conversation.ts'
import { judgeEntailment } from './judge-entailment.ts'
import { evidenceOf, findEvidence } from './evidence/find-evidence.ts'
import { keepAnswer } from './keep-answer.ts'
import { createShowSource } from './draft/prompt-source.ts'
import { settle } from './settle.ts'
import { strategyFor } from './strategy-choice.ts'
import { writeAnswer, type Writing } from './write-answer.ts'

/** So long what was found first waits for the rest. */
const AS_ONE_MS = 150

/**
 * Answers a question about a matter: evidence, then (with a model) the draft, each sentence checked as it is finished.
 * An abort ends it with state `stopped`; what was written is kept. The answer and its ledger entry are in the store when
 * the last event comes. A failure, such as the death of the model's process, is thrown after what came has been kept.
 */
export async function* ask(
  raw: AskInput,
  options: AskOptions,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const input = AskInput.parse(raw)
  const { matter, model, foreground, now, onBegin } = options
  using _waitedFor = foreground.enter()
  const show = createShowSource(matter.store.pages)
  const conversation = conversationBefore(matter, input.follows, show)
  const progress = beginAnswer(now(), strategyFor(input, options.strategies, model?.info ?? null))
  onBegin(progress.answerId)
  yield { type: 'answer-start', answerId: progress.answerId }
  let failure: unknown = null
  try {
    yield* found(input, conversation, options, progress, signal)
    if (model) yield* written(input, { ...options, model, conversation, show }, progress, signal)
    else progress.state = 'extractive'
  } catch (error) {
    if (!signal.aborted) failure = error
  }
  const asked = { ...askedOf(input, conversation), matter, calibration: options.calibration }
  const answer = keepAnswer(progress, { ...asked, model: model?.info ?? null, missingModel: options.missingModel })
  if (failure !== null) throw failure
  yield { type: 'answer-end', ...answer, routing: null }
}

/** The draft, its sentences, and what they come to. */
async function* written(
  input: CompleteAskInput,
  writing: Omit<Writing, 'lists'> & Pick<AskOptions, 'words' | 'pastMistakes'>,
  progress: AnswerProgress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { model, words, pastMistakes } = writing
  yield* writeAnswer(input, { ...writing, lists: await words() }, progress, signal)
  progress.state = settle(input, progress)
  progress.pastMistake = await pastMistakes(progress.about.asked || input.question, signal)
  if (input.entailment !== 'on' || progress.state === 'not-written') return
  // The answer is whole: whoever stops it now has it, with what was judged so far.
  yield* judgeEntailment(progress, { model, question: input.question }, signal)
  progress.state = settle(input, progress)
}

/**
 * Evidence and offer as one, so that nothing moves that is being read. What has been found is shown before where something else takes
 * long: in a matter that was just opened, rules and offer came .5 to 1.5 s after the passages (`bench/measure-asking-rules.ts`).
 */
async function* found(
  input: CompleteAskInput,
  conversation: Conversation,
  options: AskOptions,
  progress: AnswerProgress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const first = Promise.withResolvers<void>()
  async function findAll(): Promise<'all'> {
    await findEvidence(input, conversation, options, progress, signal, first.resolve)
    progress.offered = await offerFor(input, options, progress, signal)
    return 'all'
  }
  const all = findAll()
  all.catch(() => {})
  const some = Promise.all([first.promise, setTimeout(AS_ONE_MS, undefined, { ref: false })])
  if ((await Promise.race([all, some])) !== 'all') yield evidenceOf(progress)
  await all
  yield evidenceOf(progress)
  if (progress.offered) yield { type: 'offer', offer: progress.offered }
}

function askedOf(input: CompleteAskInput, { asOf, sources: earlier }: Conversation) {
  const { question, documents, follows, partOf, closedBook, seed } = input
  return { question, documents, follows, partOf, closedBook, seed, asOf: input.asOf ?? asOf, earlier }
}

/** Another way that suits the question better; null: none. */
async function offerFor(
  { question, documents, closedBook, options: list, partOf }: CompleteAskInput,
  { findOffer, model }: AskOptions,
  { sources, about }: AnswerProgress,
  signal: AbortSignal,
): Promise<Offer | null> {
  if (!findOffer || closedBook || list || partOf !== null) return null
  const on = { question, documents, sources, about, model: model?.info.sha256 ?? null }
  // The question is answered all the same where rules or an embedder fail.
  return findOffer(on, signal).catch(() => {
    signal.throwIfAborted()
    return null
  })
}
