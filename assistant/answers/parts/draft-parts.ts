import type { AnswerEvent, Claim, CompleteAskInput } from '../../../contract/answer.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { cardBlock } from '../../cards/card-block.ts'
import { draftWithCards, type OfferedCards } from '../../cards/draft-with-cards.ts'
import type { OfferCards } from '../../cards/offer-cards.ts'
import { measureMargin } from '../../confidence/measure-margin.ts'
import { saysAnything } from '../answerable.ts'
import type { ClaimStream } from '../claim-stream.ts'
import { type Conversation, notYetShown } from '../conversation.ts'
import { draftAnswer, draftTurns, withBegun } from '../draft-answer.ts'
import type { AnswerProgress } from '../keep-answer.ts'
import { needsContext } from '../needs-context.ts'
import type { ShowSource } from '../prompt-source.ts'
import { newSentences } from './new-sentences.ts'
import type { Part } from './plan-parts.ts'

export type Drafting = {
  readonly claims: ClaimStream
  /** Gives sentences out, with the authorities that they name looked up. */
  readonly take: (checked: readonly Claim[]) => AsyncGenerator<AnswerEvent, void, void>
  /** What the model goes on from; else it answers the question by itself, below what was said. */
  readonly begun: string
  readonly progress: AnswerProgress
}

export type Writer = {
  readonly model: LanguageModel
  readonly conversation: Conversation
  readonly show: ShowSource
  readonly cards: OfferCards | null
}

/** What the model writes, part by part, checked as it comes; nothing of a part whose sources say nothing. */
export async function* draftParts(
  input: CompleteAskInput,
  { model, conversation, show, cards }: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { claims, take, begun, progress } = drafting
  yield { type: 'model-loading', model: model.info.id }
  for (const [at, { passages: sources, note }] of parts.entries()) {
    const going = { earlier: conversation.rounds, newSources: notYetShown(sources, conversation.shown), begun }
    const anew = { earlier: [], newSources: sources, begun: '', knowledge: cardBlock(progress.knowledge.sources) }
    const draft = { ...input, model, sources, note, show, ...(at === 0 ? going : anew) }
    const turns = await draftTurns(draft)
    const says = input.closedBook || (await saysAnything(model, turns, progress.searched.unknownWords, signal))
    if (!says) continue
    if (at > 0) yield* added(draftAnswer(draft, turns, signal), drafting)
    else {
      const asked = cardQuestion(input.question, conversation)
      const offered = (await cards?.(asked, conversation.sources, signal)) ?? NO_CARDS
      yield* streamed(draftWithCards(draft, turns, offered, signal), drafting)
      // The prompt is still in the context, and whoever waits has something to read.
      if (parts.length === 1) yield* take(claims.ended(progress.text))
      if (!input.closedBook) progress.draftMargin = await measureMargin(model, withBegun(turns, begun), signal)
    }
  }
  yield* take(claims.ended(progress.text))
}

const NO_CARDS: OfferedCards = { cards: [], threshold: 0 }

/** A follow-up that says too little by itself is read with the question before it. */
function cardQuestion(question: string, { lastQuestion }: Conversation): string {
  return lastQuestion !== null && needsContext(question) ? `${lastQuestion} ${question}` : question
}

async function* streamed(
  texts: ReturnType<typeof draftWithCards>,
  drafting: Drafting,
): AsyncGenerator<AnswerEvent, void, void> {
  const { claims, take, begun, progress } = drafting
  if (progress.text !== begun) yield* more('\n', progress)
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.calls.push(next.value)
      return
    }
    if (typeof next.value !== 'string') {
      progress.knowledge = next.value
      yield { type: 'knowledge', ...next.value, sources: [...next.value.sources] }
      continue
    }
    progress.firstTokenMs ??= performance.now() - progress.startedMs
    yield* more(next.value, progress)
    yield* take(claims.written(progress.text))
  }
}

/** What a further part adds; a small model says again what it has been told was said. */
async function* added(
  texts: ReturnType<typeof draftAnswer>,
  { progress }: Drafting,
): AsyncGenerator<AnswerEvent, void, void> {
  let text = ''
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.calls.push({ ...next.value, calls: 1 })
      break
    }
    text += next.value
  }
  const fresh = newSentences(text, progress.text)
  progress.firstTokenMs ??= performance.now() - progress.startedMs
  if (fresh !== '') yield* more(progress.text === '' ? fresh : `\n${fresh}`, progress)
}

function* more(text: string, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.text += text
  yield { type: 'answer-delta', text }
}
