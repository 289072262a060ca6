import { randomUUID } from 'node:crypto'
import type { Answer, AnswerEvent, AskInput, Claim, Source } from '../../contract/answer.ts'
import { AskInput as AskInputSchema } from '../../contract/answer.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { Foreground } from '../foreground.ts'
import type { OpenMatter } from '../open-matters.ts'
import { lexiconOf } from '../word-lists.ts'
import { NOTHING_SEARCHED, passages, searchedFor, withReferences } from './answer-record.ts'
import { saysAnything } from './answerable.ts'
import { type ClaimStream, createClaimStream } from './claim-stream.ts'
import { type Conversation, conversationBefore, uniqueSources } from './conversation.ts'
import { decideState } from './decide-state.ts'
import { draftAnswer, draftTurns } from './draft-answer.ts'
import type { EvidenceSource } from './evidence-source.ts'
import { createFindAuthorities } from './find-authorities.ts'
import { type AnswerProgress, keepAnswer } from './keep-answer.ts'
import { markSources } from './mark-sources.ts'
import { answeringConclusions, areTheAnswer, sayConclusions } from './say-conclusions.ts'
import { createShowSource, type ShowSource } from './prompt-source.ts'

export type AskOptions = {
  readonly matter: OpenMatter
  readonly sources: readonly EvidenceSource[]
  /** Null: passages only. */
  readonly model: LanguageModel | null
  readonly embedder: string | null
  readonly foreground: Foreground
  readonly words: () => Promise<WordLists>
  readonly now: () => Date
  /** Told before the first event, so that the answer can be stopped by its id. */
  readonly onBegin: (answerId: string) => void
}

type Input = ReturnType<typeof AskInputSchema.parse>

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
  const input = AskInputSchema.parse(raw)
  const { matter, model, foreground, now, onBegin } = options
  using _waitedFor = foreground.enter()
  const show = createShowSource(matter.store.pages)
  const conversation = conversationBefore(matter, input.follows, show)
  const progress = begin(now())
  onBegin(progress.answerId)
  yield { type: 'answer-start', answerId: progress.answerId }
  let state: Answer['state'] = 'stopped'
  let failure: unknown = null
  try {
    const added = await findEvidence(input, conversation, options, progress, signal)
    const { sources, searched, evidenceMs } = progress
    yield { type: 'evidence', sources: [...sources], searched, evidenceMs }
    state = 'extractive'
    if (model) {
      state = 'stopped'
      const lists = await options.words()
      yield* write(input, { model, conversation, added, show, lists, search: options.sources }, progress, signal)
      state = decideState(progress.claims)
    }
  } catch (error) {
    if (!signal.aborted) failure = error
  }
  const { question, follows, closedBook } = input
  const answer = keepAnswer(progress, { matter, question, follows, closedBook, state, model: model?.info ?? null })
  if (failure !== null) throw failure
  yield { type: 'answer-end', ...answer }
}

function begin(askedAt: Date): AnswerProgress {
  return {
    answerId: randomUUID(),
    askedAt,
    startedMs: performance.now(),
    sources: [],
    searched: NOTHING_SEARCHED,
    claims: [],
    text: '',
    evidenceMs: 0,
    firstTokenMs: null,
    generated: null,
  }
}

/** Returns those of the sources that the model has not been shown in this conversation. */
async function findEvidence(
  { question, documents, closedBook }: Input,
  { lastQuestion, sources: earlier, rounds }: Conversation,
  { sources, matter, embedder }: AskOptions,
  progress: AnswerProgress,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  const query = { question, follows: lastQuestion, documents }
  if (!closedBook) {
    const [found, searched] = await Promise.all([
      Promise.all(sources.map((source) => source.find(query, signal))),
      searchedFor(question, documents, matter, embedder),
    ])
    progress.searched = await withReferences(searched, found)
    progress.sources = markSources(
      found.flatMap(({ evidence }) => evidence),
      earlier,
    )
  }
  progress.evidenceMs = performance.now() - progress.startedMs
  const shown = new Set(rounds.flatMap(({ newSources }) => newSources.map(({ source }) => source)))
  return progress.sources.filter(({ source }) => !shown.has(source))
}

type Writing = {
  readonly model: LanguageModel
  readonly conversation: Conversation
  /** Sources that the model has not been shown before. */
  readonly added: readonly Source[]
  readonly show: ShowSource
  readonly lists: WordLists
  readonly search: readonly EvidenceSource[]
}

/** First what rules conclude, in their own words; then what the model writes from the passages. */
async function* write(
  input: Input,
  writing: Writing,
  progress: AnswerProgress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { question, closedBook } = input
  const answering = answeringConclusions(progress.sources)
  const sources = uniqueSources([...writing.conversation.sources, ...progress.sources])
  const { lists, search } = writing
  const claims = createClaimStream({
    sources,
    question,
    lexicon: lexiconOf(lists),
    answering,
    above: (source) => writing.show(source).above,
  })
  const findAuthorities = createFindAuthorities({ lists, question, passages: passages(sources), search })
  const take = async function* (checked: readonly Claim[]) {
    for (const claim of checked) yield* taken(await findAuthorities(claim, signal), progress)
  }
  const said = sayConclusions(answering)
  if (said !== '') {
    progress.text = said
    progress.firstTokenMs = performance.now() - progress.startedMs
    yield { type: 'answer-delta', text: said }
    yield* take(claims.ended(said))
  }
  const begun = areTheAnswer(answering) ? said : ''
  if (passages(progress.sources).length > 0 || closedBook)
    yield* draftClaims(input, writing, { claims, take, begun, progress }, signal)
}

type Drafting = {
  readonly claims: ClaimStream
  /** Gives sentences out, with the authorities that they name looked up. */
  readonly take: (checked: readonly Claim[]) => AsyncGenerator<AnswerEvent, void, void>
  /** What the model goes on from; else it answers the question by itself, below what was said. */
  readonly begun: string
  readonly progress: AnswerProgress
}

/** What the model writes, checked as it comes; nothing where the sources say nothing. */
async function* draftClaims(
  input: Input,
  { model, conversation, added, show }: Writing,
  { claims, take, begun, progress }: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { rounds } = conversation
  yield { type: 'model-loading', model: model.info.id }
  const [sources, newSources] = [passages(progress.sources), passages(added)]
  const draft = { ...input, model, earlier: rounds, sources, newSources, begun, show }
  const turns = await draftTurns(draft)
  if (!input.closedBook && !(await saysAnything(model, turns, progress.searched.unknownWords, signal))) return
  if (progress.text !== begun) yield* more('\n', progress)
  const texts = draftAnswer(draft, turns, signal)
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.generated = next.value
      break
    }
    progress.firstTokenMs ??= performance.now() - progress.startedMs
    yield* more(next.value, progress)
    yield* take(claims.written(progress.text))
  }
  yield* take(claims.ended(progress.text))
}

function* more(text: string, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.text += text
  yield { type: 'answer-delta', text }
}

function* taken(claim: Claim, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.claims.push(claim)
  yield { type: 'claim', ...claim }
}
