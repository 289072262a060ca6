import { randomUUID } from 'node:crypto'
import { type Answer, type AnswerEvent, AskInput, type CompleteAskInput } from '../../contract/answer.ts'
import type { Offer } from '../../contract/offer.ts'
import { NO_KNOWLEDGE } from '../cards/draft-with-cards.ts'
import { NOTHING_SEARCHED, passages } from './answer-record.ts'
import type { AskOptions } from './ask-options.ts'
import { type Conversation, conversationBefore } from './conversation.ts'
import { decideState } from './decide-state.ts'
import { judgeClaims } from './entailment/judge-claims.ts'
import { findEvidence } from './find-evidence.ts'
import { type AnswerProgress, keepAnswer } from './keep-answer.ts'
import { createShowSource } from './prompt-source.ts'
import { quotedClaim } from './quoted-claim.ts'
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
  const progress = beginAnswer(now(), strategyFor(input, options.strategies, model?.info ?? null))
  onBegin(progress.answerId)
  yield { type: 'answer-start', answerId: progress.answerId }
  let state: Answer['state'] = 'stopped'
  let failure: unknown = null
  try {
    await findEvidence(input, conversation, options, progress, signal)
    progress.offered = await offerFor(input, options, progress, signal)
    yield* whatWasFound(progress)
    state = 'extractive'
    if (model) {
      state = 'stopped'
      const lists = await options.words()
      yield* writeAnswer(input, { ...options, model, conversation, show, lists }, progress, signal)
      state = stateOf(input, progress)
      progress.pastMistake = await options.pastMistakes(progress.about.asked || input.question, signal)
      // The answer is whole: whoever stops it now has it, with what was judged so far.
      if (input.entailment === 'on') yield* judgeClaims(progress, { model, question: input.question }, signal)
      if (state !== 'not-written') state = stateOf(input, progress)
    }
  } catch (error) {
    if (!signal.aborted) failure = error
  }
  const asked = { ...askedOf(input, conversation), matter, calibration: options.calibration }
  const answer = keepAnswer(progress, { ...asked, state, model: model?.info ?? null })
  if (failure !== null) throw failure
  yield { type: 'answer-end', ...answer, routing: null }
}

/** Evidence and offer come as one, so that nothing moves that is being read. */
function* whatWasFound(progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.evidenceMs = performance.now() - progress.startedMs
  const { sources, searched, evidenceMs, offered } = progress
  yield { type: 'evidence', sources: [...sources], searched, evidenceMs }
  if (offered) yield { type: 'offer', offer: offered }
}

function askedOf(input: CompleteAskInput, { asOf, sources: earlier }: Conversation) {
  const { question, follows, partOf, closedBook, seed } = input
  return { question, follows, partOf, closedBook, seed, asOf: input.asOf ?? asOf, earlier }
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

/** Whether passages concern the question though nothing was written; they then take the place of what no source supports. */
function quoteConcerning(progress: AnswerProgress): boolean {
  const found = progress.whole?.concerning() ?? []
  const quotes = found.flatMap((at, index) => quotedClaim(at, passages(progress.sources), index) ?? [])
  if (quotes.length === 0 && progress.strategy !== 'quotes') return false
  progress.claims.splice(0, progress.claims.length, ...quotes)
  progress.text = ''
  return quotes.length > 0
}

/** What is not answered goes on record with it. */
function stateOf({ closedBook }: CompleteAskInput, progress: AnswerProgress): Answer['state'] {
  const { claims, choice, knowledge, whole, strategy } = progress
  progress.notAnswered = choice ? [] : (whole?.notAnswered(claims) ?? [])
  const restsOnDocuments = !closedBook && knowledge.sources.length === 0
  const state = decideState(claims, { notAnswered: progress.notAnswered, restsOnDocuments, choice })
  const isBeside = strategy === 'quotes' && whole?.isBesideThePoint(claims)
  if (!restsOnDocuments || (state !== 'not-found' && !isBeside)) return state
  progress.notAnswered = []
  return quoteConcerning(progress) ? 'not-written' : 'not-found'
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
    pastMistake: null,
    choice: null,
    offered: null,
    notAnswered: [],
    whole: null,
    strategy,
    approach: { wanted: strategy, by, quotes: [], recalled: '', examples: [] },
  }
}
