import { randomUUID } from 'node:crypto'
import { type Answer, type AnswerEvent, AskInput } from '../../contract/answer.ts'
import { NO_KNOWLEDGE } from '../cards/draft-with-cards.ts'
import { NOTHING_SEARCHED } from './answer-record.ts'
import type { AskOptions } from './ask-options.ts'
import { conversationBefore } from './conversation.ts'
import { decideState } from './decide-state.ts'
import { judgeClaims } from './entailment/judge-claims.ts'
import { findEvidence } from './find-evidence.ts'
import { type AnswerProgress, keepAnswer } from './keep-answer.ts'
import { createShowSource } from './prompt-source.ts'
import { type ChosenStrategy, strategyFor } from './strategies/strategy-for.ts'
import { writeAnswer } from './write-answer.ts'

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
  const progress = beginAnswer(now(), strategyFor(input, options.strategies))
  onBegin(progress.answerId)
  yield { type: 'answer-start', answerId: progress.answerId }
  let state: Answer['state'] = 'stopped'
  let failure: unknown = null
  try {
    await findEvidence(input, conversation, options, progress, signal)
    const { sources, searched, evidenceMs } = progress
    yield { type: 'evidence', sources: [...sources], searched, evidenceMs }
    state = 'extractive'
    if (model) {
      state = 'stopped'
      const lists = await options.words()
      yield* writeAnswer(input, { ...options, model, conversation, show, lists }, progress, signal)
      const { claims, choice, knowledge } = progress
      const restsOnDocuments = !input.closedBook && knowledge.sources.length === 0
      state = decideState(claims, { question: input.question, restsOnDocuments, choice })
      progress.pastMistake = await options.pastMistakes(progress.about.asked || input.question, signal)
      // The answer is whole: whoever stops it now has it, with what was judged so far.
      if (input.entailment === 'on') yield* judgeClaims(progress, { model, question: input.question }, signal)
    }
  } catch (error) {
    if (!signal.aborted) failure = error
  }
  const { question, follows, closedBook, seed } = input
  const asOf = input.asOf ?? conversation.asOf
  const { sources: earlier } = conversation
  const asked = { matter, question, follows, closedBook, seed, asOf, earlier, calibration: options.calibration }
  const answer = keepAnswer(progress, { ...asked, state, model: model?.info ?? null })
  if (failure !== null) throw failure
  yield { type: 'answer-end', ...answer, routing: null }
}

export function beginAnswer(askedAt: Date, { strategy, by }: ChosenStrategy): AnswerProgress {
  return {
    answerId: randomUUID(),
    askedAt,
    startedMs: performance.now(),
    sources: [],
    about: { asked: '', named: [] },
    searched: NOTHING_SEARCHED,
    claims: [],
    text: '',
    evidenceMs: 0,
    firstTokenMs: null,
    calls: [],
    preparing: [],
    knowledge: NO_KNOWLEDGE,
    draftMargin: null,
    bestPassage: null,
    pastMistake: null,
    choice: null,
    strategy,
    approach: { wanted: strategy, by, quotes: [], recalled: '', examples: [] },
  }
}
