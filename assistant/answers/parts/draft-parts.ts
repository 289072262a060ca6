import type { AnswerEvent, Claim, CompleteAskInput } from '../../../contract/answer.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { saysAnything } from '../answerable.ts'
import type { ClaimStream } from '../claim-stream.ts'
import { type Conversation, notYetShown } from '../conversation.ts'
import { draftAnswer, draftTurns } from '../draft-answer.ts'
import type { AnswerProgress } from '../keep-answer.ts'
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

export type Writer = { readonly model: LanguageModel; readonly conversation: Conversation; readonly show: ShowSource }

/** What the model writes, part by part, checked as it comes; nothing of a part whose sources say nothing. */
export async function* draftParts(
  input: CompleteAskInput,
  { model, conversation, show }: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { claims, take, begun, progress } = drafting
  yield { type: 'model-loading', model: model.info.id }
  for (const [at, { passages: sources, note }] of parts.entries()) {
    const going = { earlier: conversation.rounds, newSources: notYetShown(sources, conversation.shown), begun }
    const anew = { earlier: [], newSources: sources, begun: '' }
    const draft = { ...input, model, sources, note, show, ...(at === 0 ? going : anew) }
    const turns = await draftTurns(draft)
    const says = input.closedBook || (await saysAnything(model, turns, progress.searched.unknownWords, signal))
    if (!says) continue
    const texts = draftAnswer(draft, turns, signal)
    yield* at === 0 ? streamed(texts, drafting) : added(texts, drafting)
  }
  yield* take(claims.ended(progress.text))
}

type Texts = ReturnType<typeof draftAnswer>

async function* streamed(texts: Texts, drafting: Drafting): AsyncGenerator<AnswerEvent, void, void> {
  const { claims, take, begun, progress } = drafting
  if (progress.text !== begun) yield* more('\n', progress)
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.calls.push(next.value)
      return
    }
    progress.firstTokenMs ??= performance.now() - progress.startedMs
    yield* more(next.value, progress)
    yield* take(claims.written(progress.text))
  }
}

/** What a further part adds; a small model says again what it has been told was said. */
async function* added(texts: Texts, { progress }: Drafting): AsyncGenerator<AnswerEvent, void, void> {
  let text = ''
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.calls.push(next.value)
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
