import { randomUUID } from 'node:crypto'
import type { Answer, AnswerEvent, AskInput, Claim, Source } from '../../contract/answer.ts'
import { AskInput as AskInputSchema } from '../../contract/answer.ts'
import type { GenerateResult, LanguageModel } from '../../models/language-model.ts'
import { ProcessLostError } from '../../processes/supervise.ts'
import type { Foreground } from '../foreground.ts'
import type { OpenMatter } from '../open-matters.ts'
import { saysAnything, wantedWords } from './answerable.ts'
import { passagesOf, searchedFor, sourcesForLedger } from './answer-record.ts'
import type { Round } from './build-turns.ts'
import { createClaimStream } from './claim-stream.ts'
import { decideState } from './decide-state.ts'
import { draftAnswer, draftTurns, toPrompt } from './draft-answer.ts'
import type { EvidenceSource } from './evidence-source.ts'
import { markSources } from './mark-sources.ts'

export type AskOptions = {
  readonly matter: OpenMatter
  readonly sources: readonly EvidenceSource[]
  /** Null: passages only. */
  readonly model: LanguageModel | null
  readonly embedder: string | null
  readonly foreground: Foreground
  readonly now: () => Date
  /** Told before the first event, so that the answer can be stopped by its id. */
  readonly onBegin: (answerId: string) => void
}

type Progress = {
  readonly id: string
  readonly askedAt: Date
  readonly startedMs: number
  sources: readonly Source[]
  claims: Claim[]
  text: string
  evidenceMs: number
  firstTokenMs: number | null
  generated: GenerateResult | null
}

/**
 * Answers a question about a matter: evidence, then (with a model) the draft, each sentence checked as it is finished.
 * An abort ends it with state `stopped`; what was written is kept. The answer and its ledger entry are in the store when
 * the last event comes. Throws `ProcessLostError` when the model's process dies; evidence and text so far are kept.
 */
export async function* ask(
  raw: AskInput,
  options: AskOptions,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const input = AskInputSchema.parse(raw)
  const { matter, model, foreground, now, onBegin } = options
  using _waitedFor = foreground.enter()
  const progress = begin(now())
  onBegin(progress.id)
  yield { type: 'answer-start', answerId: progress.id }
  const conversation = earlierAnswers(matter, input.follows)
  let state: Answer['state'] = 'stopped'
  let failure: unknown
  try {
    const marked = await findEvidence(input, conversation, options, signal)
    progress.sources = marked.found
    progress.evidenceMs = performance.now() - progress.startedMs
    yield { type: 'evidence', sources: [...marked.found], evidenceMs: progress.evidenceMs }
    if (!model) state = 'extractive'
    else if (marked.found.length === 0 && !input.closedBook) state = 'not-found'
    else {
      yield { type: 'model-loading', model: model.info.id }
      yield* write(input, { ...options, model }, conversation, marked, progress, signal)
      state = decideState(progress.claims)
    }
  } catch (error) {
    if (!signal.aborted && !(error instanceof ProcessLostError)) throw error
    if (!signal.aborted) failure = error
    state = 'stopped'
  }
  const answer = await keep(input, state, progress, options)
  if (failure) throw failure
  yield { type: 'answer-end', ...answer }
}

function begin(askedAt: Date): Progress {
  const startedMs = performance.now()
  return {
    id: randomUUID(),
    askedAt,
    startedMs,
    sources: [],
    claims: [],
    text: '',
    evidenceMs: 0,
    firstTokenMs: null,
    generated: null,
  }
}

async function findEvidence(
  input: { question: string; documents: string[]; closedBook: boolean },
  conversation: readonly Answer[],
  { sources }: AskOptions,
  signal: AbortSignal,
) {
  if (input.closedBook) return { found: [], added: [] }
  const query = { question: input.question, follows: conversation.at(-1)?.question ?? null, documents: input.documents }
  const found = await Promise.all(sources.map((source) => source.find(query, signal)))
  return markSources(found.flat(), earlierSources(conversation))
}

async function* write(
  input: { question: string; maxTokens: number; seed: number; closedBook: boolean },
  { model, matter }: AskOptions & { model: LanguageModel },
  conversation: readonly Answer[],
  marked: { found: readonly Source[]; added: readonly Source[] },
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const known = [
    ...new Map([...earlierSources(conversation), ...marked.found].map((source) => [source.source, source])).values(),
  ]
  const claims = createClaimStream(known, input.question)
  const options = { ...input, model, earlier: rounds(conversation), sources: marked.found, newSources: marked.added }
  const turns = await draftTurns(options)
  const unknown = input.closedBook ? [] : await matter.library.unknownWords(wantedWords(input.question))
  if (!input.closedBook && !(await saysAnything(model, turns, unknown, signal))) return
  const draft = draftAnswer(options, turns, signal)
  for (;;) {
    const next = await draft.next()
    if (next.done) {
      progress.generated = next.value
      break
    }
    progress.firstTokenMs ??= performance.now() - progress.startedMs
    progress.text += next.value
    yield { type: 'answer-delta', text: next.value }
    for (const claim of claims.written(progress.text)) yield take(claim, progress)
  }
  for (const claim of claims.ended(progress.text)) yield take(claim, progress)
}

function take(claim: Claim, progress: Progress): AnswerEvent {
  progress.claims.push(claim)
  return { type: 'claim', ...claim }
}

/** The conversation that an answer follows, oldest first. */
function earlierAnswers({ store }: OpenMatter, follows: string | null): readonly Answer[] {
  const answers: Answer[] = []
  for (let id = follows; id !== null; id = answers[0]?.follows ?? null) answers.unshift(store.answers.get(id))
  return answers
}

function earlierSources(conversation: readonly Answer[]): readonly Source[] {
  return [...new Map(conversation.flatMap(({ sources }) => sources).map((source) => [source.source, source])).values()]
}

/** What stands in the conversation for a question that the documents do not answer. */
const NOTHING = 'The sources do not say.'

/** As the model was shown it: each source only in the round that brought it. */
function rounds(conversation: readonly Answer[]): readonly Round[] {
  const seen = new Set<string>()
  return conversation.map(({ question, answer, sources }) => {
    const newSources = sources.filter(({ source }) => !seen.has(source))
    for (const { source } of newSources) seen.add(source)
    return { question, answer: answer || NOTHING, newSources: newSources.map(toPrompt) }
  })
}

async function keep(
  input: { question: string; follows: string | null; closedBook: boolean },
  state: Answer['state'],
  progress: Progress,
  options: AskOptions,
): Promise<Answer> {
  const { matter, model, embedder } = options
  const { store } = matter
  const identity = model ? { id: model.info.id, sha256: model.info.sha256 } : null
  const entry = store.ledger.append('question-asked', {
    answerId: progress.id,
    state,
    sources: sourcesForLedger(progress.sources),
    model: identity,
    closedBook: input.closedBook,
  })
  const answer: Answer = {
    answerId: progress.id,
    question: input.question,
    askedAt: progress.askedAt.toISOString(),
    follows: input.follows,
    state,
    answer: progress.text.trim(),
    claims: progress.claims,
    confidence: null,
    knowledge: { gate: 'off', margin: null, cards: [], rules: [] },
    sources: [...progress.sources],
    passages: passagesOf(progress.sources),
    searched: await searchedFor(input.question, matter, embedder),
    timing: {
      evidenceMs: progress.evidenceMs,
      firstTokenMs: progress.firstTokenMs,
      totalMs: performance.now() - progress.startedMs,
    },
    tokens: tokensOf(progress.generated),
    model: identity,
    ledgerEntry: entry.seq,
  }
  store.answers.save(answer, citedVersions(matter, progress.sources))
  return answer
}

function tokensOf(result: GenerateResult | null): Answer['tokens'] {
  if (!result) return { prompt: 0, generated: 0, calls: 0, reused: 0 }
  return { prompt: result.promptTokens, generated: result.generatedTokens, calls: 1, reused: result.reusedTokens }
}

function citedVersions({ store }: OpenMatter, sources: readonly Source[]): readonly number[] {
  const versions = sources.map(({ documentId }) => store.documents.find(documentId, null)?.textVersionId ?? null)
  return [...new Set(versions.filter((version) => version !== null))]
}
