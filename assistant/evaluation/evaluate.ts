import type { Answer } from '../../contract/answer.ts'
import { type EvaluationEvent, EvaluationInput } from '../../contract/evaluation.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { ask, type AskOptions } from '../answers/ask.ts'
import type { EvidenceSource } from '../answers/evidence-source.ts'
import { passageSource } from '../answers/passage-source.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../assistant-error.ts'
import type { OpenMatter } from '../open-matters.ts'
import { readSettings } from '../settings.ts'
import { type AnswerLog, openAnswerLog } from './answer-log.ts'
import { answerMetrics } from './answer-metrics.ts'
import { citationMetrics } from './citation-metrics.ts'
import { drawSample } from './draw-sample.ts'
import { openEvaluationMatter } from './evaluation-matter.ts'
import { type EvaluationQuestion, readEvaluationSet } from './evaluation-set.ts'
import { baselineSource, goldSource } from './evaluation-sources.ts'
import { peakMemoryMb } from './process-memory.ts'
import { type Retrieved, retrievalMetrics } from './retrieval-metrics.ts'

type Input = ReturnType<typeof EvaluationInput.parse>
type Way = 'ours' | 'baseline' | 'gold' | 'closed-book'
type Given = { readonly question: EvaluationQuestion; readonly way: Way; readonly answer: Answer }
type Progress = Extract<EvaluationEvent, { type: 'evaluation-progress' }>

const HITS = 10

/** Measures retrieval and answers on a set, as `measure.md` defines them, and ends with one object of metrics. */
export async function* evaluate(
  raw: EvaluationInput,
  assistant: Assistant,
  signal: AbortSignal,
): AsyncGenerator<EvaluationEvent, void, void> {
  const input = EvaluationInput.parse(raw)
  const set = await readEvaluationSet(input.folder)
  const questions = drawSample(
    set.questions.filter(({ answerable }) => answerable || !input.answerableOnly),
    input.sample,
    input.seed,
  )
  const opened = yield* staged('reading', openEvaluationMatter(assistant, set, questions, signal))
  await using _until = opened
  const { matter } = opened
  const embedder = await assistant.shelf.embedder()
  const model = input.what === 'retrieval' ? null : await languageModel(assistant, input.model)
  const metrics: Record<string, unknown> = {
    set: set.name,
    seed: input.seed,
    model: model?.info.id ?? null,
    embedder: embedder?.info.id ?? null,
  }
  if (input.what !== 'answers') Object.assign(metrics, yield* measureRetrieval(input, set.questions, matter, signal))
  if (model) Object.assign(metrics, yield* measureAnswers(input, questions, matter, model, assistant, signal))
  yield { type: 'evaluation-end', metrics: JSON.parse(JSON.stringify(metrics)) }
}

async function* staged<R>(
  stage: string,
  work: AsyncGenerator<{ done: number; of: number }, R, void>,
): AsyncGenerator<Progress, R, void> {
  for (;;) {
    const next = await work.next()
    if (next.done) return next.value
    yield { type: 'evaluation-progress', stage, ...next.value }
  }
}

async function languageModel({ shelf, session }: Assistant, wanted: string | null): Promise<LanguageModel> {
  const model = await shelf.language(wanted ?? readSettings(session.store().app.settings).languageModel)
  if (!model) throw new AssistantError('NO_MODEL', 'Measuring answers needs a model. Get one: consilium models')
  return model
}

async function* measureRetrieval(
  { baseline }: Input,
  all: readonly EvaluationQuestion[],
  { library, store }: OpenMatter,
  signal: AbortSignal,
): AsyncGenerator<Progress, object, void> {
  const questions = all.filter(({ answerable, goldSpans }) => answerable && goldSpans.length > 0)
  const names = new Map(store.documents.list(null).map(({ documentId, document }) => [documentId, document]))
  const ours: Retrieved[] = []
  const plain: Retrieved[] = []
  for (const [index, { question, goldSpans: gold }] of questions.entries()) {
    signal.throwIfAborted()
    const place = ({
      documentId,
      passage: { start, end },
    }: {
      documentId: string
      passage: { start: number; end: number }
    }) => ({ document: names.get(documentId) ?? '', start, end })
    const startedMs = performance.now()
    const { hits } = await library.search({ question, limit: HITS })
    const betweenMs = performance.now()
    ours.push({ gold, ms: betweenMs - startedMs, hits: hits.map(place) })
    if (baseline)
      plain.push({
        gold,
        hits: (await library.searchPlainly({ question, limit: HITS })).map(place),
        ms: performance.now() - betweenMs,
      })
    if (index % 10 === 0) yield { type: 'evaluation-progress', stage: 'searching', done: index, of: questions.length }
  }
  return { retrieval: retrievalMetrics(ours), ...(baseline ? { baselineRetrieval: retrievalMetrics(plain) } : {}) }
}

async function* measureAnswers(
  input: Input,
  questions: readonly EvaluationQuestion[],
  matter: OpenMatter,
  model: LanguageModel,
  assistant: Assistant,
  signal: AbortSignal,
): AsyncGenerator<Progress, object, void> {
  const log = await openAnswerLog(input.report, input.resume, { set: input.folder, model: model.info.sha256 })
  const ways: readonly Way[] = [
    'ours',
    ...(input.baseline ? (['baseline'] as const) : []),
    ...(input.gold ? (['gold'] as const) : []),
    ...(input.closedBook ? (['closed-book'] as const) : []),
  ]
  const given: Given[] = []
  for (const [index, question] of questions.entries()) {
    for (const way of ways) {
      signal.throwIfAborted()
      given.push({
        question,
        way,
        answer: await answerBy(way, question, { matter, model, assistant, log, seed: input.seed }, signal),
      })
    }
    yield { type: 'evaluation-progress', stage: 'answering', done: index + 1, of: questions.length }
  }
  const of = (way: Way) => given.filter((one) => one.way === way)
  const { language, embedding, reader } = assistant.processes
  const peaks = await Promise.all([process, language, embedding, reader].map(({ pid }) => peakMemoryMb(pid)))
  return {
    ...summary(of('ours'), matter),
    confidence: { auroc: null, ece: null, confidentWrong: null, highBandShare: null },
    ...(input.baseline ? { baseline: summary(of('baseline'), matter) } : {}),
    ...(input.gold ? { gold: summary(of('gold'), matter) } : {}),
    ...(input.closedBook ? { closedBook: summary(of('closed-book'), matter) } : {}),
    peakMemoryMb: { engine: peaks[0], language: peaks[1], embedding: peaks[2], reader: peaks[3] },
  }
}

type AnswerBy = {
  readonly matter: OpenMatter
  readonly model: LanguageModel
  readonly assistant: Assistant
  readonly log: AnswerLog
  readonly seed: number
}

async function answerBy(
  way: Way,
  question: EvaluationQuestion,
  { matter, model, assistant, log, seed }: AnswerBy,
  signal: AbortSignal,
): Promise<Answer> {
  const known = log.find(question.id, way)
  if (known) return known
  const options: AskOptions = {
    matter,
    model,
    sources: [sourceFor(way, matter, question)],
    embedder: (await assistant.shelf.embedder())?.info.revision ?? null,
    foreground: assistant.foreground,
    now: assistant.now,
    onBegin: () => {},
  }
  const documents = question.context.length > 0 ? [`${question.id}/*`] : []
  const input = { matter: matter.id, question: question.question, documents, seed, closedBook: way === 'closed-book' }
  let answer: Answer | null = null
  for await (const event of ask(input, options, signal)) if (event.type === 'answer-end') answer = event
  if (!answer) throw new Error(`Question ${question.id} ended without an answer.`)
  await log.add(question.id, way, answer)
  return answer
}

function sourceFor(way: Way, matter: OpenMatter, question: EvaluationQuestion): EvidenceSource {
  if (way === 'baseline') return baselineSource(matter)
  return way === 'gold' ? goldSource(matter, question) : passageSource(matter)
}

function summary(given: readonly Given[], { store }: OpenMatter): object {
  const texts = new Map(
    store.documents
      .list(null)
      .map(({ document, textVersionId }) => [document, store.pages.wholeText(textVersionId ?? 0)]),
  )
  const answered = given.filter(({ answer }) => answer.state !== 'not-found')
  const median = (values: readonly number[]) =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null
  const answers = given.map(({ answer }) => answer)
  return {
    answers: answerMetrics(
      given.map(({ question, answer }) => ({
        question: question.question,
        gold: question.answer,
        answerable: question.answerable,
        state: answer.state,
        answer: answer.claims.map(({ text }) => text).join(' ') || answer.answer,
      })),
    ),
    citations: citationMetrics(
      answered.map(({ question, answer }) => ({ claims: answer.claims, gold: question.goldSpans })),
      (document) => texts.get(document) ?? '',
    ),
    cost: {
      promptTokens: median(answers.map(({ tokens }) => tokens.prompt)),
      generatedTokens: median(answers.map(({ tokens }) => tokens.generated)),
      firstEvidenceMs: median(answers.map(({ timing }) => timing.evidenceMs)),
      firstTokenMs: median(
        answers.flatMap(({ timing }) => (timing.firstTokenMs === null ? [] : [timing.firstTokenMs])),
      ),
      totalMs: median(answers.map(({ timing }) => timing.totalMs)),
    },
  }
}
