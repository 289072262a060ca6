import { sentenceKey, splitClaims } from '../../../checks/draft-claims.ts'
import type { AnswerEvent, Claim, CompleteAskInput, Source } from '../../../contract/answers/answer.ts'
import type { AnswerSettings } from '../../../contract/evaluation/optimisation.ts'
import { USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import type { WordLists } from '../../../disclosure/words/open-word-lists.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import { cardBlock } from './aside.ts'
import { measureMargin } from '../../confidence/measure-margin.ts'
import type { FindExamples } from '../../questions/example-finder.ts'
import type { AnswerProgress, Drafted, KnowledgeUse } from '../answer-progress.ts'
import { instructionsFor } from '../answer-settings.ts'
import { isAnswerable } from './answerability.ts'
import type { ClaimStream } from '../claims/claim-stream.ts'
import { type Conversation, unseenParts } from '../conversation.ts'
import type { QuestionCoverage } from '../coverage/question-coverage.ts'
import { draftAnswer, type DraftOptions, draftTurns, type Quoting, withBegun } from './draft-answer.ts'
import type { Part } from './plan-parts.ts'
import type { ShowSource } from './prompt-source.ts'

export type Drafting = {
  readonly claims: ClaimStream
  /** Gives sentences out, with the authorities that they name looked up. */
  readonly take: (checked: readonly Claim[]) => AsyncGenerator<AnswerEvent, void, void>
  /** What the model goes on from; else it answers the question by itself, below what was said. */
  readonly begun: string
  readonly progress: AnswerProgress
  readonly whole: QuestionCoverage
}

/** Streams a draft written with the cards that fit what is asked, after a first step that says which they are. */
export type DraftWithCards = (
  draft: DraftOptions,
  turns: readonly Turn[],
  asked: { readonly question: string; readonly earlier: readonly Source[] },
  signal: AbortSignal,
) => AsyncGenerator<string | KnowledgeUse, Drafted, void>

export type Writer = {
  readonly model: LanguageModel
  readonly conversation: Conversation
  readonly show: ShowSource
  readonly cards: DraftWithCards | null
  readonly examples: FindExamples
  /** See `DraftOptions`. */
  readonly aside?: string
  readonly quoting?: Quoting
  readonly settings: AnswerSettings
  readonly lists: WordLists
}

/** Of six sentences with four marks each. */
const TOKENS_FOR_ALL = 480

/** What the model writes, part by part, checked as it comes; nothing of a part whose sources say nothing. */
export async function* draftParts(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { claims, take, begun, progress } = drafting
  const { model, conversation, cards } = writer
  yield { type: 'model-loading', model: model.info.id }
  for (const part of parts) {
    const isFirst = progress.calls.length === 0
    const draft = draftOf(part, isFirst, input, writer, drafting)
    const turns = await draftTurns(draft)
    const says = input.closedBook || (await isAnswerable(model, turns, progress.searched.unknownWords, signal))
    if (!says) continue
    if (isFirst) {
      const asked = { question: progress.about.asked || input.question, earlier: conversation.sources }
      yield* streamed(cards ? cards(draft, turns, asked, signal) : plainDraft(draft, turns, signal), drafting)
    } else yield* added(draftAnswer(draft, turns, signal), part.isApart ? '' : progress.text, drafting)
    yield* take(claims.ended(progress.text))
    if (isFirst && !input.closedBook)
      progress.draftMargin = await marginOf(progress, model, withBegun(turns, begun), signal)
  }
}

/** The first part goes on with the conversation; but sentences are pointed at by letters, which those shown before do not have. */
export function draftOf(
  { passages: sources, note, sentences: wanted, question: ofOne }: Part,
  isFirst: boolean,
  input: CompleteAskInput,
  { model, conversation, show, settings, aside, quoting }: Writer,
  { begun, progress }: Drafting,
): DraftOptions {
  // How many sentences suit a model best may have been measured.
  const sentences = settings.sentences === USUAL_SETTINGS.sentences ? wanted : undefined
  const maxTokens = input.maxTokens ?? (sentences ? Math.max(TOKENS_FOR_ALL, settings.maxTokens) : settings.maxTokens)
  const made = { ...input, question: ofOne ?? input.question, maxTokens, instructions: instructionsFor(settings) }
  const common = { ...made, model, sources, note, sentences, show, aside, quoting }
  if (isFirst && !quoting)
    return { ...common, earlier: conversation.rounds, newSources: unseenParts(sources, conversation.shown), begun }
  const question = ofOne ?? (progress.about.asked || input.question)
  const knowledge = cardBlock(progress.knowledge.sources)
  return { ...common, question, earlier: [], newSources: sources, begun: '', knowledge }
}

/** The gate of the cards may have measured it; else now, with the prompt still in the context, when whoever waits has something to read. */
async function marginOf(
  { knowledge }: AnswerProgress,
  model: LanguageModel,
  turns: readonly Turn[],
  signal: AbortSignal,
): Promise<number | null> {
  return knowledge.margin ?? measureMargin(model, turns, signal)
}

async function* plainDraft(
  draft: DraftOptions,
  turns: readonly Turn[],
  signal: AbortSignal,
): AsyncGenerator<string, Drafted, void> {
  return { ...(yield* draftAnswer(draft, turns, signal)), calls: 1 }
}

async function* streamed(
  texts: AsyncGenerator<string | KnowledgeUse, Drafted, void>,
  drafting: Drafting,
): AsyncGenerator<AnswerEvent, void, void> {
  const { claims, take, begun, progress } = drafting
  if (progress.text !== begun) yield* more('\n', progress)
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.calls.push(next.value)
      // A sentence that was cut off has no source, and would make the whole answer one that is not to be relied on.
      if (next.value.stop === 'length') progress.text = wholeSentences(progress.text) || progress.text
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

/** What a further part adds to what was `said`: small models say it again. What had come is kept when the rest does not. */
async function* added(
  texts: ReturnType<typeof draftAnswer>,
  said: string,
  { claims, take, progress }: Drafting,
): AsyncGenerator<AnswerEvent, void, void> {
  let text = ''
  try {
    for (let next = await texts.next(); ; next = await texts.next()) {
      if (next.done) {
        progress.calls.push({ ...next.value, calls: 1 })
        break
      }
      text += next.value
    }
  } catch (error) {
    yield* adding(wholeSentences(text), said, progress)
    yield* take(claims.ended(progress.text))
    throw error
  }
  yield* adding(text, said, progress)
}

function* adding(text: string, said: string, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  const fresh = newSentences(text, said)
  progress.firstTokenMs ??= performance.now() - progress.startedMs
  if (fresh !== '') yield* more(progress.text === '' ? fresh : `\n${fresh}`, progress)
}

/** Without the one that was being written: a sentence ends with its marks. */
function wholeSentences(text: string): string {
  return text.slice(0, text.lastIndexOf(']') + 1)
}

function* more(text: string, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.text += text
  yield { type: 'answer-delta', text }
}

/** Those sentences of `text`, with their marks, that do not stand in `written` already, word for word. */
export function newSentences(text: string, written: string): string {
  const said = new Set(splitClaims(written).map((claim) => sentenceKey(claim.text)))
  const fresh: string[] = []
  for (const claim of splitClaims(text)) {
    const key = sentenceKey(claim.text)
    if (said.has(key)) continue
    said.add(key)
    fresh.push(`${claim.text} ${claim.sources.map((source) => `[${source}]`).join('')}`.trimEnd())
  }
  return fresh.join('\n')
}
